//! The words of letters: what kind of news there is, and where to read it. They name nobody.

use domain::feedback::notice::Notice;

words! {
    /// The words of letters.
    pub letters: LetterWords {
        /// The subject, before the code.
        subject: "Tin mới về ý kiến", "News about your feedback";
        /// Before the code.
        code: "Mã theo dõi", "Tracking code";
        /// Before the link.
        look: "Xem tại (cần mã PIN đã nhận khi gửi)", "Read it here (with the PIN you got when you sent it)";
        /// At the end.
        automatic: "Thư được gửi tự động; không ai đọc thư trả lời.", "This letter was sent by a program; nobody reads replies to it.";
        /// The subject of a digest.
        digest: "Việc mới trong hộp góp ý", "News in the feedback inbox";
        /// Over the list of a digest.
        news: "Các ý kiến sau có việc mới:", "There is news about these cases:";
    }
}

words! {
    /// What kind of news there is.
    pub fn told(lang, notice: Notice) -> &'static str {
        Notice::Received => "Ý kiến đã được tiếp nhận.", "Your feedback was accepted.";
        Notice::Refused => "Ý kiến không thuộc thẩm quyền của cơ quan; có hướng dẫn nơi giải quyết.",
            "Your feedback is for another body; it says where to turn.";
        Notice::Asked => "Cơ quan cần được bổ sung thông tin.", "The department asks you for more.";
        Notice::Promised => "Có trả lời tạm thời: ngày trả lời chính thức đã hẹn.",
            "There is an interim reply: the answer comes on another day.";
        Notice::Answered => "Ý kiến đã được trả lời.", "Your feedback was answered.";
        Notice::Assigned => "Đơn vị được giao chủ trì.", "Your unit leads it.";
        Notice::Named => "Được giao cho anh/chị xử lý.", "It was given to you.";
        Notice::Offered => "Đơn vị khác đề nghị chuyển đến.", "Another unit offers it to yours.";
        Notice::Escalated => "Được chuyển lên cấp trên (quá hạn hoặc được đề nghị).",
            "It went up (late, or by hand).";
        Notice::Added => "Người gửi bổ sung thông tin.", "Its sender added something.";
        Notice::Reopened => "Người gửi đề nghị xem xét lại.", "Its sender asks for another look.";
        Notice::RequestMade => "Có đề nghị phối hợp mới.", "Co-ordination is asked for.";
        Notice::RequestSoon => "Đề nghị phối hợp sắp hết hạn trả lời.", "A request for co-ordination is due soon.";
        Notice::RequestLastDay => "Hôm nay hết hạn trả lời đề nghị phối hợp.", "A request for co-ordination is due today.";
        Notice::RequestOver => "Đề nghị phối hợp đã quá hạn trả lời.", "A request for co-ordination is overdue.";
        Notice::RequestReplied => "Đề nghị phối hợp đã được trả lời.", "A request for co-ordination was answered.";
    }
}
