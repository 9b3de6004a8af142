//! The words of co-ordination requests.

use domain::{feedback::request::Outcome, office::feedback::request::RequestTab};

words! {
    /// The words of the list, of one request and of its forms.
    pub(crate) requests: RequestWords {
        heading: "Đề nghị phối hợp", "Co-ordination requests";
        one: "Đề nghị phối hợp", "A co-ordination request";
        tabs: "Các ngăn đề nghị", "Tabs of requests";
        empty: "Không có đề nghị nào trong ngăn này.", "No request is in this tab.";
        add: "Gửi đề nghị phối hợp", "Ask for co-ordination";
        lead: "Đơn vị trong Sở hỏi nhau, hoặc vào sổ văn bản đề nghị của cơ quan bên ngoài.",
            "Units ask each other, or the letter of another body is entered.";
        subject: "Về việc", "Subject";
        text: "Nội dung đề nghị", "What is asked";
        from: "Bên đề nghị", "Who asks";
        from_hint: "Bỏ trống nếu cơ quan bên ngoài đề nghị.", "Leave it empty if another body asks.";
        body: "Cơ quan bên ngoài", "The other body";
        body_number: "Số văn bản", "Number of its letter";
        body_day: "Ngày văn bản", "Date of its letter";
        unit: "Đơn vị được hỏi", "Unit that is asked";
        person: "Người được hỏi", "Person who is asked";
        nobody: "Trưởng đơn vị phân công", "Whoever the unit chooses";
        days: "Hạn trả lời, số ngày làm việc", "Working days for a reply";
        days_hint: "Tính từ ngày làm việc kế tiếp, theo lịch của Sở. Hoặc ghi ngày ở ô dưới.",
            "Counted from the next working day by the department's calendar. Or name a day below.";
        due: "Hạn trả lời", "Due";
        due_day: "Hoặc hạn trả lời đến hết ngày", "Or reply by";
        given: "Ngày do bên đề nghị ấn định", "The day was named by whoever asks";
        case: "Việc góp ý", "Case";
        case_hint: "Số ở cuối địa chỉ trang việc, nếu đề nghị thuộc một việc.", "The number at the end of a case's address, if it belongs to one.";
        open_case: "Mở việc góp ý", "Open the case";
        sent: "Ngày gửi", "Sent";
        state: "Tình trạng", "State";
        reply: "Trả lời", "Reply";
        reply_late: "Đã quá hạn: vẫn trả lời được, và được tính là trễ.", "It is overdue: a reply is still taken, and counts as late.";
        send_reply: "Gửi trả lời", "Send the reply";
        is_replied: "Đã trả lời.", "Replied.";
        by fn(&str, &str) -> String: |who, on| [who, ", ", on].concat(), |who, on| [who, ", ", on].concat();
        withdraw: "Rút đề nghị", "Take it back";
        reason: "Lý do rút", "Why it is taken back";
        is_withdrawn: "Đã rút.", "Taken back.";
        withdrawn: "Đã rút", "Taken back";
        overtaken: "Đã có người xử lý trước", "Somebody was quicker";
        overtaken_lead: "Đề nghị này vừa được trả lời hoặc rút. Lời bạn viết còn đây, chưa gửi:",
            "This request was just answered or taken back. What you wrote is still here, and was not sent:";
        listed fn(&str, &str) -> String:
            |figure, period| ["Những đề nghị của chỉ tiêu “", figure, "”, kỳ ", period, "."].concat(),
            |figure, period| ["The requests of “", figure, "”, period ", period, "."].concat();
        ask_of_case: "Hỏi đơn vị khác, có hạn trả lời", "Ask another unit, with a due day";
    }
}

words! {
    /// A tab of the list.
    pub(crate) fn tab(lang, tab: RequestTab) -> &'static str {
        RequestTab::Asked => "Gửi đến", "Asked of us";
        RequestTab::Sent => "Gửi đi", "Sent by us";
        RequestTab::Overdue => "Quá hạn", "Overdue";
        RequestTab::Done => "Đã xong", "Done";
    }
}

words! {
    /// What the answer to a request counts as.
    pub(crate) fn outcome(lang, outcome: Outcome) -> &'static str {
        Outcome::InTime => "chờ trả lời", "waiting for a reply";
        Outcome::OnTime => "trả lời đúng hạn", "replied on time";
        Outcome::Late => "trả lời trễ", "replied late";
        Outcome::NoReply => "quá hạn, chưa trả lời", "overdue, no reply";
    }
}
