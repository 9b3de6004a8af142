//! Words by which names and places are known.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use super::words::{Text, bare, low};

/// Words and phrases in their two forms.
pub(super) struct List {
    low: HashSet<String>,
    bare: HashSet<String>,
    /// The phrases by their first words without marks.
    phrases: HashMap<String, Vec<Phrase>>,
}

/// A phrase, word by word.
struct Phrase {
    low: Vec<String>,
    bare: Vec<String>,
}

impl List {
    fn of(words: &str, between: char) -> Self {
        let words = || words.split(between).map(str::trim).filter(|word| !word.is_empty());
        let mut phrases: HashMap<String, Vec<Phrase>> = HashMap::new();
        for phrase in words().map(Phrase::read) {
            phrases.entry(phrase.bare[0].clone()).or_default().push(phrase);
        }
        let whole = |phrase: &str| phrase.split(' ').map(low).collect::<Vec<_>>().join(" ");
        Self { low: words().map(whole).collect(), bare: words().map(bare).collect(), phrases }
    }

    /// Whether a word in small letters is on it, as [`low`] writes it.
    pub(super) fn has(&self, word: &str) -> bool {
        self.low.contains(word)
    }

    /// Whether a word without marks is on it.
    pub(super) fn has_bare(&self, word: &str) -> bool {
        self.bare.contains(word)
    }

    /// How many words the longest of its phrases has that stands at a place.
    pub(super) fn longest(&self, text: &Text, at: usize) -> Option<usize> {
        let known = self.phrases.get(text.bare(at))?;
        known.iter().filter(|phrase| phrase.stands(text, at)).map(|phrase| phrase.low.len()).max()
    }
}

impl Phrase {
    fn read(phrase: &str) -> Self {
        Self {
            low: phrase.split(' ').map(low).collect(),
            bare: phrase.split(' ').map(bare).collect(),
        }
    }

    fn stands(&self, text: &Text, at: usize) -> bool {
        let Some(words) = text.words.get(at..at + self.low.len()) else { return false };
        let joined = words.iter().skip(1).all(|word| word.gap == " ");
        let is_it = match text.is_bare {
            true => words.iter().zip(&self.bare).all(|(word, wanted)| word.bare == *wanted),
            false => words.iter().zip(&self.low).all(|(word, wanted)| word.low == *wanted),
        };
        joined && is_it
    }
}

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident by $between:literal = $words:literal;)+) => {
        $($(#[$doc])* pub(super) static $name: LazyLock<List> =
            LazyLock::new(|| List::of($words, $between));)+
    };
}

lists! {
    /// Family names that are hardly anything else.
    SURNAMES by ' ' = "nguyễn trần lê phạm huỳnh hoàng phan vũ võ đặng bùi đỗ hồ ngô dương lý đào đoàn \
        vương trịnh trương đinh phùng tô tạ lương lưu tăng triệu chu quách kiều tống đàm nghiêm khổng \
        hứa doãn thạch giàng điểu sầm nông khuất thân mạc lại cù diệp khưu lữ tiêu lư thiều lục ninh tôn \
        bạch nhan hầu phó âu từ danh vi lường ksor siu rơ rmah rcom nay êban niê mlô hmok y thào sùng \
        hạng liêu trà văn ông đồng giáp đậu quản vòng chướng hoa bàn chảo tẩn phàn lầu cứ mùa hờ thàn";
    /// Family names that are places and plain words as well.
    WEAK by ' ' = "lại thân cù tiêu trà thạch đậu quản chướng vòng cứ hứa hà cao thái lâm mai châu kim la lò vàng sơn giang long ma an tân phúc hồng thanh trang quan \
        chế cam lã tiết ưng viên bế đồng từ văn ông hoa bàn mùa nay y danh cứ";
    /// Names between the family's and the given one.
    MIDDLES by ' ' = "văn thị hữu đức minh quốc thanh công ngọc xuân đình trọng duy bá gia tấn hoài nhật thu kim \
        mỹ bích hồng diệu phương như thùy tuyết anh hoàng tiến mạnh quang tuấn thế viết sỹ sĩ phú phước \
        huy hải bảo khánh thiên vĩnh chí đăng ánh lan hà mai cẩm tường nguyên thảo quỳnh yến trúc \
        ái a seo nguyễn lê trần phạm thúy thủy vân kiều ý hương";
    /// Given names.
    GIVEN by ' ' = "phà minh tuấn hùng dũng nam long sơn hải bình thành đức phúc tài khoa khánh thắng tâm trung quân \
        cường hiếu nghĩa vinh lộc tiến toàn đạt phong hoàng kiên huy việt tú thịnh thiện quyết chiến bảo \
        kha luân nhân sang thông trí vũ lâm an khang đông hậu anh ánh ân ấn bách bằng bích cảnh cẩm chánh \
        chi chí chinh chung chuyên công cúc danh đại dân diễm diệp diệu dinh doanh duân dung duy duyên \
        dương đăng đào điền điệp định đoan đoàn độ đồng giang giao giáp hà hạ hạnh hào hân hằng hảo hiên \
        hiền hiển hiệp hiệu hoa hóa hòa hoài hoan hoạt hồng huệ huấn huân hưng hương hường hữu huyền khải \
        khiêm khôi khởi khương khuê kiệm kiệt kiều kim kỳ lan lành lê lệ liêm liên liễu linh loan lợi lực \
        lương lưu luyến ly lý mai mạnh mẫn mận mến mơ mừng my mỹ na năng nga ngà ngân nghi nghiêm ngọc \
        nguyên nguyệt nhàn nhã nhâm nhạn nhật nhi nhiên như nhung nhựt nho ninh nương nữ oanh phấn pháp phát \
        phi phú phụng phước phương phượng quang quế quốc quý quyền quyên quỳnh sâm sen sinh soạn song sáng \
        sửu sự sương tấn tân thạch thái thân thanh thao thảo thạnh thế thi thìn thiên thoa thoại thơ thơm \
        thu thuận thục thuần thúy thùy thủy thư thương thường tích tiên tín tính tình toản toán toại trà \
        trâm trân trang trinh trịnh trình triết triều trọng trúc trực trường tuân tuệ tùng tươi tường tuyên \
        tuyền tuyến tuyết tỵ tý út uyên vân văn vàng vi viên vĩ vịnh vui vương vượng vỹ vy xoan xuân \
        xuyên xuyến yên yến bốn bé bền ba bảy tám hai tư năm sáu chín mười cả lài lam lai hạc thủ đính đảm \
        đãi đông đôn cương cầu châu can bội bửu biên ngoan ngoạn ngữ nhẫn nhị luận lục lượng lễ sính pọm páo pha";
    /// What people are called before their names.
    TITLES by ' ' = "anh chị ông bà cô chú bác em thầy dì cậu mợ thím dượng cháu bạn cụ má sếp mẹ bố cha ba vợ \
        chồng mr mrs ms con nàng a c";
    /// What people are called before their names, in texts without accents.
    BARE_TITLES by ' ' = "anh chi ong ba co chu bac em thay di cau mo thim duong chau ban cu ma sep mr mrs ms";
    /// What people are, between what they are called and their names, or instead of it.
    ROLES by ',' = "phó chủ tịch,chủ tịch,phó giám đốc,giám đốc,phó trưởng phòng,trưởng phòng,phó phòng,cán bộ, \
        nhân viên,công chức,viên chức,chuyên viên,bảo vệ,phó bí thư,bí thư,trưởng ấp,trưởng thôn,trưởng ban, \
        tổ trưởng,hội trưởng,bác sĩ,luật sư,kế toán,thủ quỹ,văn thư,hiệu trưởng,công an viên,công an,điều dưỡng, \
        y tá,lễ tân,hộ tịch,địa chính,tư pháp,một cửa,tiếp dân,đo đạc,hàng xóm,chủ hộ,chủ nhà,chủ đất,sếp, \
        đoàn viên,thực tập sinh,hướng dẫn viên,giáo viên,cô giáo,thầy giáo,tổ trưởng dân phố,phụ nữ,đồng chí, \
        trưởng khu phố,chủ tài khoản,người nhận,đội trưởng,cảnh sát,thu phí,dân phố";
    /// Words that say that a name follows.
    SAID by ',' = "họ và tên,họ tên,tên tôi là,tôi tên là,tôi tên,tên em là,em tên là,em tên,tên là,tên, \
        ký tên,họ tên con,họ tên cha,họ tên mẹ,mang tên,đứng tên,ký tên dưới đây,chồng tôi tên,vợ tôi tên, \
        con tôi tên";
    /// Words behind which a name may follow.
    LEADS by ',' = "tôi là,em là,mình là,gặp,cảm ơn,cám ơn,người viết,người gửi,người nộp,người nhận,tuyên dương, \
        ghi là,gửi,hỏi,liên hệ,của,do,cho,thành,là,chồng tôi là,vợ tôi là,con tôi là,tôi,em,nhờ,với,và";
    /// Words behind a name by which it is known for one.
    FOLLOW by ' ' = "dán viết mãi cũ kêu dắt thụ ở quầy phòng bên tại làm đã trực nhận hẹn nói bảo không ký và với thì rất hứa số là nhiệt vui \
        trả tiếp hướng giải chưa đang sẽ còn yêu gọi ghi in dặn biết đòi thu đi nghỉ cùng ơi trình nhắn cửa \
        bộ mới vẫn cũng lại xử tính nên của phòng tổ cau được nhé ạ mời cãi chuyển ra vào xin phải \
        xuống lên hiệu kế bán giữ chỉ thực trẻ nhà tôi chín giúp hàng đều sinh điền vắng chồng";
    /// Given names that are what people do as well: only a place or a sign behind makes them names.
    DOING by ' ' = "bảo sang thu thông quyết trình hướng tính thanh công định hỏi hợp tín chuyên hiểu mừng tình hiện \
        trực chỉ ghi sinh năm hai ba bốn bảy tám sáu chín mười tư cả độ đại văn đồng sự thường hiệu thi dân \
        lại lê phát đón";
    /// Words of a place behind a name.
    WHERE by ' ' = "ở quầy phòng bên tại trực bộ làm và với cửa tổ";
    /// Two words of which the first is no name.
    PAIRS by ',' = "văn phòng,công an,công chức,công ty,công dân,công khai,trung tâm,bộ phận,bảo hiểm,bảo vệ,giám đốc, \
        chủ tịch,trưởng phòng,việt kiều,việt nam,thành phố,thành công,sinh viên,hội trường,ủy ban,minh bạch, \
        thanh toán,thanh niên,thanh tra,hùng hồn,anh hùng,anh em,chị em,hương ước,hóa đơn,hoa đơn,lan can, \
        mai mốt,phương án,phương tiện,thông báo,thông tin,thông tư,tiến độ,tiến hành,quyết định,định kỳ, \
        hòa giải,hạnh phúc,quang cảnh,nam nữ,tài chính,tài khoản,tài nguyên,đông người,trình ký,trình bày, \
        trực tuyến,trực tiếp,hiền lành,vui vẻ,vui tính,lành tính,thu tiền,thu phí,thu hồ,thu nhập,thu hồi, \
        hướng dẫn,huong dan,sáng nay,hải quan,tư pháp,quốc lộ,bình thường,an ninh,an toàn,chi cục,chi nhánh, \
        chi phí,chi bộ,giao thông,giao dịch,liên hệ,liên lạc,năm nay,năm ngoái,hai ba,kim loại,danh mục, \
        nhân viên,nhân dân,quân sự,quản lý,dân tộc,dân phố,dân sự,sự việc,điện thoại,lực lượng,pháp luật, \
        thường trú,thường xuyên,thuận tiện,tiếp dân,tư vấn,trọng tâm,chí ít,tính toán,hiệu trưởng,kế toán, \
        đoàn viên,tân hiệp,bằng tiếng,khai số,nghĩ nên,hỏi han,hoi han,trường học,quý cơ,quý vị,quý ông,quý khách,hồ sơ,hảo tâm,phước lành,lợi ích, \
        hiệp hội,hồng bàng,bích họa,tổ dân,vân tay,tú tài,toàn bộ,toàn dân,ngữ pháp,chuyên viên,chuyên môn, \
        văn thư,văn bản,văn hóa,lục tìm,nguyên nhân,đăng ký,thái độ,thủ tục,công văn,trân trọng,cơ quan,chỉ dẫn,cô đơn,chú trọng,chú ý,anh hùng,có công,có quan,bà con,chú thích, \
        có thể,bạn bè,ban đầu,ban hành,cô giáo,thầy giáo,ông bà,chủ động,chủ trì,chỉ tiêu,chỉ đạo,chị em, \
        tình nguyện,điền đơn,trong giờ,lãnh đạo,trả lời,nhận xét,hình ảnh,trang web,trang thiết,hồng thập, \
        công bằng,công bộc,kim ngạch,tiến bộ,tốt đẹp,tốt hơn,đạt chuẩn,yên tâm,vinh dự,vinh danh,ngân hàng, \
        ngân sách,đại diện,đại hội,thành viên,thành lập,thành phần,duy trì,duy nhất,duyên dáng,kiên trì, \
        kiên quyết,nghiêm túc,nghiêm chỉnh,hoàn thành,khánh thành,khánh tiết,tâm huyết,tâm lý,tâm tư, \
        hào hứng,sáng sớm,sáng mai,linh hoạt,linh động,thân thiện,thân nhân,nghĩa vụ,an tâm,bình đẳng, \
        bình chọn,hải sản,sơn tường,sơn nước,nguyên tắc,nguyên đơn,lộc vừng,phúc lợi,phúc đáp,phương tây, \
        tài xế,tài liệu,tài sản,trung bình,trung thực,trung ương,quang cảnh,quốc khánh,quốc gia,thư điện, \
        thư giấy,thư mời,thư rác,thư ký,ba tháng,hai tuần,ba năm,năm lần,ba lần,hai lần";
    /// Two words in capitals of which the first ends no name: an office or a post begins with it.
    OFFICE_PAIRS by ',' = "văn phòng,công an,công chức,trung tâm,bộ phận,giám đốc,chủ tịch,trưởng phòng,thành phố, \
        ủy ban,việt kiều,việt nam,hội trường,sinh viên,tư pháp,bảo hiểm,chi cục,chi nhánh,đăng ký,hội đồng, \
        viện trưởng,cán bộ,nhân viên,tổ trưởng,bí thư,thanh tra";
    /// Words before the name of a street, a school, a ward.
    PLACES_BEFORE by ' ' = "đường phố trường thpt thcs viện viên phường xã quận huyện chợ cầu lộ giải thưởng cư ấp thôn \
        trấn tỉnh tp bến hẻm ngõ học tư núi sông ga đền chùa tượng sở hội hồ đảo khu quán miền phía người \
        tiếng hướng chữ nước đạo tộc về quê p q h tx tưởng đài bản buôn xóm khóm kiệt ngách cục từ hãng";
    /// Words before what is called after somebody.
    CALLED_AFTER by ' ' = "đường phố trường thpt thcs viện viên phường xã quận huyện chợ cầu lộ thưởng cư trấn tỉnh \
        tp bến hẻm ngõ học tư tượng trào giáo hiệu";
    /// Places, and people after whom places are called.
    PLACES by ',' = "hồ chí minh,hà nội,hà nam,hà giang,hà tĩnh,hà lan,thái lan,thái bình,thái nguyên,lâm đồng,cao bằng, \
        lai châu,mai châu,kim bôi,lý sơn,long an,an giang,châu đức,châu thành,lê lợi,trần phú,lê duẩn,nguyễn huệ, \
        trần hưng đạo,nguyễn trãi,nguyễn du,lê văn tám,võ thị sáu,hai bà trưng,lý thường kiệt,phan chu trinh, \
        phan đình phùng,ngô gia tự,ngô quyền,hùng vương,lý thái tổ,quang trung,bà rịa,bà triệu,bà trưng,bà chiểu, \
        bà đen,bà nà,bà điểm,bà quẹo,ông lãnh,ông tạ,ông đốc,cô tô,anh quốc,bác hồ,bác tôn,đồng nai,bình dương, \
        bình phước,bình thuận,bình định,nam định,ninh bình,long khánh,long thành,tân phú,sơn la,long bình, \
        thanh hóa,vĩnh long,kiên giang,tiền giang,hậu giang,bắc giang,đồng tháp,tân hiệp,trảng dài,hồng bàng, \
        thanh bình,an bình,thành phố,phú yên,khánh hòa,quảng nam,vĩnh cửu,xuân lộc,cẩm mỹ,việt nam,đức linh, \
        công giáo,tin lành,kinh tế,hoàng sa,trường sa,nha trang,đà lạt,biên hòa,hải dương,hải phòng,hưng yên";
    /// Words with which no name goes on.
    ENDS by ' ' = "phòng quầy ban sở ubnd hđnd quận phường xã huyện tỉnh tp đường bộ tổ cục đội trường cccd cmnd sđt \
        đt stk zalo email chủ số ngày tháng năm giấy đơn tôi là ấp thôn kính gửi xin và của cán";
    /// The names of streets that have more than two words, or small ones.
    STREETS by ',' = "cách mạng tháng tám,trần hưng đạo,phan chu trinh,hoàng văn thụ,võ thị sáu,nguyễn ái quốc, \
        phạm văn thuận,huỳnh văn nghệ,bùi hữu nghĩa,lý thường kiệt,hà huy giáp,hai bà trưng,phan đình phùng, \
        nguyễn văn trị,nguyễn thị minh khai,điện biên phủ,xô viết nghệ tĩnh,nam kỳ khởi nghĩa";
    /// Given names that are hardly a word, even without accents.
    CLEAR_GIVEN by ' ' = "phà thuy thao hanh nga loan oanh tuyet quynh khanh tuan hung huy nghia vinh loc cuong cuc \
        duyen my nhi nguyet uyen vy xuyen yen sen trang hue khoa kiet trinh phuc";
    /// Words before a plate.
    PLATE_LABELS by ',' = "biển số xe,biển số,biển,xe,xe máy,xe tải";
    /// Words before an account or another long number.
    NUMBER_LABELS by ',' = "chuyển khoản,chuyển tiền,số tài khoản,số thẻ bảo hiểm,mã số bảo hiểm,mã số thuế,tài khoản,thẻ atm,số thẻ,stk,số tk,tk";
    /// Words before the code of a dossier or a receipt.
    DOSSIER_LABELS by ',' = "mã hồ sơ,số hồ sơ,hồ sơ số,hồ sơ,số biên nhận,biên nhận số,biên nhận,giấy hẹn,phiếu hẹn,mã tra cứu";
    /// Words before the number of an identity card.
    IDENTITY_LABELS by ',' = "cccd,cmnd,căn cước,chứng minh nhân dân,chứng minh thư,số định danh";
    /// Words before the number of a passport.
    PASSPORT_LABELS by ',' = "hộ chiếu,passport";
    /// Words before a telephone number.
    PHONE_LABELS by ',' = "điện thoại,sđt,zalo,số máy,hotline";
    /// Words before a flat.
    FLATS by ',' = "căn hộ,chung cư";
    /// Words before the number of a lane.
    LANES by ',' = "hẻm,hẽm,ngõ,ngách,kiệt";
    /// Words before the name of a street.
    STREET_WORDS by ',' = "đường,phố,đại lộ,quốc lộ,tỉnh lộ";
    /// Words before a part of a ward.
    SMALL_PLACES by ',' = "tổ dân phố,khu phố,tổ,ấp,thôn,xóm,khóm,buôn";
    /// Words before a ward and what is above it.
    AREAS by ',' = "phường,xã,thị trấn,quận,huyện,thị xã,thành phố,tỉnh,p,tp";
    /// A house's number said so.
    HOUSE_WORDS by ',' = "số nhà,nhà số";
    /// Two words by which somebody is called.
    LONG_TITLES by ',' = "đồng chí,con bé,thằng bé,con gái,con trai";
    /// Words between what somebody is called or does and the name.
    CALLED by ',' = "tên là,tên,họ tên,là";
}
