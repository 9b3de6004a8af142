//! Why a step of a case may not come now, and what to do instead, in the reader's language.

use domain::{Fault, Lang, Reason, feedback::steps::Misstep};

use crate::text::count;

/// What to do about such a fault; nothing for the reasons of others.
pub(super) fn message(lang: Lang, it: &Fault) -> Option<String> {
    Some(match it.reason {
        Reason::Misstep(misstep) => words(lang, misstep).to_owned(),
        Reason::UnknownPlaceholder(line, letter) | Reason::EmptyPlaceholder(line, letter) => {
            let [line, letter] = [line, letter].map(|number| count(lang, number as u64));
            let place = [placeholder(lang, 0), &it.detail, placeholder(lang, 1), &line];
            let rest = [placeholder(lang, 2), &letter, ": ", beside(lang, it.reason)?];
            [place, rest].concat().concat()
        }
        Reason::Enough(most) => [enough(lang, ()), &count(lang, most as u64), "."].concat(),
        other => beside(lang, other)?.to_owned(),
    })
}

words! {
    /// The pieces of the place of a placeholder.
    fn placeholder(lang, piece: usize) -> &'static str {
        0 => "Chỗ trống {", "The place {";
        1 => "} ở dòng ", "} in line ";
        _ => ", ký tự ", ", letter ";
    }
}

words! {
    /// Before the number of what may be kept.
    fn enough(lang, _it: ()) -> &'static str {
        _ => "Đã đủ số lượng lưu được: xin xóa bớt. Nhiều nhất là ", "Nothing more can be kept: please take one away. The most is ";
    }
}

words! {
    /// What is wrong beside a step.
    fn beside(lang, reason: Reason) -> Option<&'static str> {
        Reason::OtherContent => "Mục này khác với lần gửi đầu tiên của cùng số.",
            "This differs from what was first sent under the same number.";
        Reason::UnknownPlaceholder(..) => "không có chỗ trống nào tên như vậy. Dùng được: {ma}, {so}, {thu_tuc}, {don_vi}, {han}, {ngay_gui}, {ngay_tiep_nhan}.",
            "no case fills it. There are {ma}, {so}, {thu_tuc}, {don_vi}, {han}, {ngay_gui}, {ngay_tiep_nhan}.";
        Reason::EmptyPlaceholder(..) => "chưa được điền. Xin thay bằng nội dung, hoặc xóa đi.",
            "nothing was put there. Please write what belongs there, or take it out.";
        Reason::NoSuchPage => "Đây không phải một trang trong phần văn phòng: xin mở trang cần lưu rồi lưu lại.",
            "This is no page of the office: please open the page and save it there.";
        Reason::EnteredByHand => "Số này đã vào sổ tại Sở bằng đường khác: xin tra cứu thay vì gửi lại.",
            "This number was entered here another way: please look it up instead of sending it again.";
    }
}

words! {
    /// What to do instead.
    fn words(lang, misstep: Misstep) -> &'static str {
        Misstep::OutOfTurn => "Việc này chưa hoặc không còn làm bước ấy được: xin tải lại trang để thấy các bước làm được.",
            "This step does not fit where the case stands: please reload the page to see the steps that do.";
        Misstep::NotTheirs => "Bước này không do người này làm: xin chọn bước khác.",
            "This step is not this person's to take: please choose another.";
        Misstep::SameUnit => "Việc đang ở chính đơn vị ấy: xin chọn đơn vị khác.",
            "The case is with that unit already: please choose another unit.";
        Misstep::DayPast => "Ngày này đã qua: xin chọn một ngày muộn hơn.",
            "That day is past: please choose a later one.";
        Misstep::DayTooFar => "Ngày này xa hơn mức cho phép: xin chọn một ngày sớm hơn.",
            "That day is later than is allowed: please choose an earlier one.";
        Misstep::OwnText => "Người soạn không tự duyệt trả lời của mình: xin nhờ người khác duyệt.",
            "Nobody approves an answer of their own: please ask somebody else.";
        Misstep::HigherLevel => "Việc đã được chuyển lên cấp trên: chỉ cấp ấy quyết định được.",
            "The case was taken further up: only that level can decide.";
        Misstep::SkipsLevel => "Không chuyển vượt cấp: xin chuyển lên cấp liền trên.",
            "No level is passed over: please take it to the next one up.";
        Misstep::ReopenedBefore => "Việc này đã được đề nghị xem lại một lần; mỗi việc chỉ xem lại một lần.",
            "Another look at this was asked for before; each case gets one.";
        Misstep::WindowOver => "Đã hết thời gian đề nghị xem lại: xin gửi một ý kiến mới.",
            "The time to ask for another look is over: please send new feedback.";
        Misstep::RatedBefore => "Câu trả lời này đã được đánh giá.",
            "This answer was rated already.";
        Misstep::NotAgreed => "Người gửi không đồng ý công khai: xin chọn “Không công khai” và ghi lý do.",
            "The sender did not agree to publication: please choose not to publish it, with a reason.";
        Misstep::ConcernFirst => "Ý kiến về thái độ cán bộ: trước khi giao, xin ghi ý kiến nói về cán bộ nào, hoặc ghi là không nêu ai.",
            "About somebody's conduct: before it is assigned, please note which official it is about, or that it names nobody.";
        Misstep::Plenty => "Việc này đã đủ phần bổ sung: xin gửi một ý kiến mới, hoặc gọi Sở để bổ sung thêm.",
            "This case holds no more additions: please send new feedback, or telephone the department.";
        Misstep::Nameless => "Ý kiến không có tên thì không giữ số điện thoại, địa chỉ: xin đánh dấu là chính thức, hoặc xóa các ô này.",
            "Feedback without a name keeps no number and no address: please mark it as formal, or empty these fields.";
        Misstep::NotSaid => "Bản công khai chỉ được bớt, không được thêm hay sửa chữ so với lời đã gửi: xin bỏ phần không có trong bản gốc.",
            "What is published may leave words out, not add or change any: please take out what the original does not say.";
        Misstep::LooksPersonal => "Còn chỗ trông như thông tin cá nhân: xin che đi, hoặc đánh dấu là đã xem và giữ lại.",
            "Something still looks personal: please hide it, or tick that you looked at it and leave it.";
        Misstep::LinkedBefore => "Việc này đã gắn với một việc khác, hoặc có việc khác gắn vào: xin bỏ gắn trước.",
            "This case is linked already, or others are linked to it: please unlink them first.";
    }
}
