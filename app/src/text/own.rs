//! The words of the page on which people see and take back what they sent.

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
    lead: "Nhập mã biên nhận và mã PIN đã nhận khi gửi phiếu để xem những gì được lưu, hoặc để rút lại.",
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
    keep: "Giữ nguyên",
    comment_gone: "Ý kiến đã được rút",
    gone: "Phiếu đã được rút",
    gone_help: "Nội dung đã rút không còn được lưu. Chúng tôi chỉ giữ lại số của phiếu, để phiếu không bị tính lại nếu được gửi lần nữa.",
};

static EN: OwnWords = OwnWords {
    title: "Your ballot",
    lead: "Enter the receipt code and the PIN you got when you sent the ballot, to see what is kept or to withdraw it.",
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
    keep: "Keep it",
    comment_gone: "The comment has been withdrawn",
    gone: "The ballot has been withdrawn",
    gone_help: "What you withdrew is no longer kept. Only the ballot's number stays, so that it does not count again if it is sent once more.",
};
