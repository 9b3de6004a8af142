//! The words of the page on which people see, correct and take back what they sent.

use domain::Lang;

/// The words in one language.
pub struct OwnWords {
    /// The head of the page.
    pub title: &'static str,
    /// What it is for, and what it needs.
    pub lead: &'static str,
    /// Over the field of the receipt code.
    pub receipt: &'static str,
    /// Over the field of the pin.
    pub pin: &'static str,
    /// Shows the ballot.
    pub show: &'static str,
    /// No ballot of this receipt and pin.
    pub unknown: &'static str,
    /// Too many wrong pins: the minutes to wait.
    pub wait: fn(u32) -> String,
    /// Before the day it counts on.
    pub day: &'static str,
    /// Over the answers.
    pub answers: &'static str,
    /// Over the comment.
    pub comment: &'static str,
    /// Over what the person told of themselves.
    pub about: &'static str,
    /// Over what the person agreed to.
    pub consent: &'static str,
    /// Where nothing was given.
    pub nothing: &'static str,
    /// Takes the comment back.
    pub remove_comment: &'static str,
    /// Takes the ballot back.
    pub remove: &'static str,
    /// Asks whether the comment shall go.
    pub sure_comment: &'static str,
    /// Asks whether the ballot shall go.
    pub sure: &'static str,
    /// What that means.
    pub no_way_back: &'static str,
    /// Takes an agreement back.
    pub remove_consent: &'static str,
    /// Asks whether the agreement shall go.
    pub sure_consent: &'static str,
    /// What that means.
    pub consent_help: &'static str,
    /// After the text of an agreement: the day on which it was taken back.
    pub consent_withdrawn: fn(&str) -> String,
    /// Opens the ballot to be corrected.
    pub correct: &'static str,
    /// Until which day that is possible.
    pub correct_until: fn(&str) -> String,
    /// It is not possible any more.
    pub correct_over: &'static str,
    /// What happens to what was said before.
    pub correct_help: &'static str,
    /// Keeps what was corrected.
    pub save: &'static str,
    /// On which day it was last corrected.
    pub corrected_on: fn(&str) -> String,
    /// It is corrected.
    pub corrected: &'static str,
    /// What is kept of it.
    pub corrected_help: &'static str,
    /// The agreement is gone.
    pub consent_gone: &'static str,
    /// What is left of it.
    pub consent_gone_help: &'static str,
    /// The receipt is not shown any more.
    pub put_away: &'static str,
    /// The browser takes no cookies, so the receipt stands in the address.
    pub no_cookie: &'static str,
    /// Leaves everything as it is.
    pub keep: &'static str,
    /// The comment is gone.
    pub comment_gone: &'static str,
    /// The ballot is gone.
    pub gone: &'static str,
    /// What is left of it.
    pub gone_help: &'static str,
}

/// The words in one language.
pub fn own(lang: Lang) -> &'static OwnWords {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

static VI: OwnWords = OwnWords {
    title: "Phiếu của anh/chị",
    lead: "Nhập mã biên nhận và mã PIN đã nhận khi gửi phiếu để xem những gì được lưu, để sửa hoặc rút lại.",
    receipt: "Mã biên nhận",
    pin: "Mã PIN (6 chữ số)",
    show: "Xem phiếu",
    unknown: "Không có phiếu nào ứng với mã biên nhận và mã PIN này. Xin kiểm tra lại cả hai mã.",
    wait: |minutes| format!("Đã nhập sai mã PIN nhiều lần. Xin thử lại sau {minutes} phút."),
    day: "Ngày tính phiếu",
    answers: "Câu trả lời",
    comment: "Ý kiến",
    about: "Đôi nét về anh/chị",
    consent: "Điều anh/chị đã đồng ý",
    nothing: "Không có",
    remove_comment: "Chỉ rút ý kiến",
    remove: "Rút cả phiếu",
    sure_comment: "Rút ý kiến khỏi phiếu?",
    sure: "Rút cả phiếu?",
    no_way_back: "Việc này không thể hoàn tác. Kết quả khảo sát được tính lại ngay.",
    remove_consent: "Rút sự đồng ý",
    sure_consent: "Rút sự đồng ý?",
    consent_help: "Từ bây giờ ý kiến không được dùng vào việc đã đồng ý. Ý kiến và câu trả lời vẫn còn trong phiếu.",
    consent_withdrawn: |day| format!("đã rút ngày {day}"),
    correct: "Sửa phiếu",
    correct_until: |day| format!("Có thể sửa đến hết ngày {day}. Rút phiếu thì lúc nào cũng được."),
    correct_over: "Đã quá hạn sửa: phiếu chỉ sửa được trong đợt khảo sát và 15 ngày sau đó, vì sau đó kết quả đã được báo cáo. Rút phiếu thì lúc nào cũng được.",
    correct_help: "Những gì lưu ở đây thay cho nội dung cũ; nội dung cũ bị xóa và kết quả được tính lại ngay. Ngày, đơn vị và thủ tục của phiếu giữ nguyên.",
    save: "Lưu nội dung đã sửa",
    corrected_on: |day| format!("Sửa lần cuối ngày {day}"),
    corrected: "Phiếu đã được sửa",
    corrected_help: "Nội dung cũ không còn được lưu. Mã biên nhận và mã PIN vẫn như trước.",
    consent_gone: "Sự đồng ý đã được rút",
    consent_gone_help: "Chúng tôi chỉ ghi lại là anh/chị đã đồng ý với nội dung nào và đã rút ngày nào.",
    put_away: "Phiếu đã được ghi nhận. Mã biên nhận và mã PIN đã hiện một lần trên máy này và không hiện lại, để người dùng máy sau không thấy.",
    no_cookie: "Trình duyệt này không nhận cookie, nên hai mã dưới đây nằm trong địa chỉ của trang trong 15 phút. Xin ghi lại hai mã rồi đóng trang.",
    keep: "Giữ nguyên",
    comment_gone: "Ý kiến đã được rút",
    gone: "Phiếu đã được rút",
    gone_help: "Nội dung đã rút không còn được lưu. Chúng tôi chỉ giữ lại số của phiếu, để phiếu không bị tính lại nếu được gửi lần nữa.",
};

static EN: OwnWords = OwnWords {
    title: "Your ballot",
    lead: "Enter the receipt code and the PIN you got when you sent the ballot, to see what is kept, to correct it or to withdraw it.",
    receipt: "Receipt code",
    pin: "PIN (6 digits)",
    show: "Show the ballot",
    unknown: "There is no ballot with this receipt code and PIN. Please check both.",
    wait: |minutes| format!("The PIN was wrong too often. Please try again in {minutes} min."),
    day: "Counted on",
    answers: "Answers",
    comment: "Comment",
    about: "About yourself",
    consent: "What you agreed to",
    nothing: "None",
    remove_comment: "Withdraw the comment only",
    remove: "Withdraw the whole ballot",
    sure_comment: "Withdraw the comment?",
    sure: "Withdraw the whole ballot?",
    no_way_back: "This cannot be undone. The results are adjusted at once.",
    remove_consent: "Withdraw the consent",
    sure_consent: "Withdraw the consent?",
    consent_help: "From now on the comment is not used for what you agreed to. Comment and answers stay in the ballot.",
    consent_withdrawn: |day| format!("withdrawn on {day}"),
    correct: "Correct the ballot",
    correct_until: |day| {
        format!("You can correct it until {day}. You can withdraw it at any time.")
    },
    correct_over: "It can no longer be corrected: that is possible during the survey and 15 days after it, since its results are reported then. You can withdraw it at any time.",
    correct_help: "What you save here takes the place of what was there; the old content is erased and the results are adjusted at once. The ballot's day, unit and procedure stay.",
    save: "Save the correction",
    corrected_on: |day| format!("Last corrected on {day}"),
    corrected: "The ballot has been corrected",
    corrected_help: "The old content is no longer kept. Receipt code and PIN are the same as before.",
    consent_gone: "The consent has been withdrawn",
    consent_gone_help: "We only keep which text you agreed to and on which day you withdrew it.",
    put_away: "The ballot is kept. Its receipt code and PIN were shown once on this device and are not shown again, so that whoever uses it next does not see them.",
    no_cookie: "This browser takes no cookies, so the two codes below stand in this page's address for 15 minutes. Please note them down and close the page.",
    keep: "Keep it",
    comment_gone: "The comment has been withdrawn",
    gone: "The ballot has been withdrawn",
    gone_help: "What you withdrew is no longer kept. Only the ballot's number stays, so that it does not count again if it is sent once more.",
};
