//! The words of notices and of the programs that are called.

use domain::{
    feedback::notice::{Hitch, Notice, Stage},
    office::notices::NoticeWay,
};

words! {
    /// The words of notices.
    pub(crate) notices: NoticesWords {
        heading: "Thông báo gửi ra", "Notices";
        lead: "Mỗi thông báo chỉ có mã theo dõi và đường dẫn, gửi từ 7:30 đến 17:00 ngày làm việc.",
            "Each holds a tracking code and a link alone, and goes out from 7:30 to 17:00 of a working day.";
        one: "Thông báo", "Notice";
        empty: "Thông báo hiện ra khi một ý kiến có bước cần báo cho người gửi.",
            "They appear when a step of a case is to be told to its sender.";
        case: "Ý kiến số", "Case";
        says: "Nội dung", "What it says";
        way: "Gửi cho", "To";
        stage: "Tình trạng", "State";
        created: "Lúc ghi", "Written";
        due: "Sẽ gửi lúc", "Goes out";
        sent: "Đã gửi lúc", "Sent";
        tries: "Số lần thử", "Tries";
        hitch: "Vì sao chưa đến", "Why it did not arrive";
        counts: "Đang có", "As it stands";
        mail_on: "Thư điện tử gửi từ địa chỉ", "E-mail is sent from";
        mail_off: "Chưa đặt máy chủ thư (HAILONG_SMTP_URL), hoặc đây là dữ liệu mẫu: không có thư nào được ghi hay gửi đi.",
            "No mail server is set (HAILONG_SMTP_URL), or this is demo data: no e-mail is written or sent.";
        programs: "Chương trình được gọi", "Programs that are called";
        replay: "Gửi lại", "Send once more";
        replay_lead: "Thông báo được gửi lại với đúng mã thư cũ. Nếu lần trước đã đến nơi, người nhận có thể thấy hai lần.",
            "It is sent under the same message number. If it did arrive before, its reader may see it twice.";
        replay_failed: "Gửi lại mọi thông báo thất bại", "Send all that failed once more";
        replay_unknown: "Gửi lại mọi thông báo không rõ đã gửi", "Send all of which nobody knows once more";
        replayed: "Đã xếp để gửi lại.", "Put in line to be sent once more.";
    }
}

words! {
    /// How far a notice is.
    pub(crate) fn stage(lang, stage: Stage) -> &'static str {
        Stage::Waiting => "Chờ gửi", "Waiting";
        Stage::Sending => "Đang gửi", "Being sent";
        Stage::Sent => "Đã gửi", "Sent";
        Stage::Unknown => "Không rõ đã gửi", "Unknown whether sent";
        Stage::Failed => "Thất bại", "Failed";
        Stage::Nobody => "Không có địa chỉ", "No address";
    }
}

words! {
    /// What a notice says, in short.
    pub(crate) fn notice(lang, notice: Notice) -> &'static str {
        Notice::Received => "đã tiếp nhận", "accepted";
        Notice::Refused => "không thuộc thẩm quyền", "for another body";
        Notice::Asked => "cần bổ sung", "more is asked for";
        Notice::Promised => "trả lời tạm thời", "interim reply";
        Notice::Answered => "đã trả lời", "answered";
        Notice::Assigned => "giao đơn vị chủ trì", "unit leads it";
        Notice::Named => "giao người xử lý", "given to a person";
        Notice::Offered => "đề nghị chuyển đến", "offered to a unit";
        Notice::Escalated => "chuyển lên cấp trên", "went up";
        Notice::Added => "người gửi bổ sung", "its sender added something";
        Notice::Reopened => "đề nghị xem lại", "another look is asked for";
        Notice::RequestMade => "đề nghị phối hợp", "co-ordination asked for";
        Notice::RequestSoon => "đề nghị phối hợp sắp hết hạn", "request due soon";
        Notice::RequestLastDay => "đề nghị phối hợp hết hạn hôm nay", "request due today";
        Notice::RequestOver => "đề nghị phối hợp quá hạn", "request overdue";
        Notice::RequestReplied => "đề nghị phối hợp đã trả lời", "request answered";
    }
}

words! {
    /// By which way it goes.
    pub(crate) fn way(lang, way: NoticeWay) -> &'static str {
        NoticeWay::Sender => "người gửi, thư điện tử", "its sender, by e-mail";
        NoticeWay::Staff => "cán bộ, thư tổng hợp", "staff, by digest";
        NoticeWay::Program => "chương trình", "a program";
    }
}

words! {
    /// Why it did not arrive.
    pub(crate) fn hitch(lang, hitch: Hitch) -> &'static str {
        Hitch::Refused => "Bên nhận từ chối hẳn.", "The other side refused it for good.";
        Hitch::Away => "Bên nhận vắng mặt hoặc hẹn lại.", "The other side was away, or asked to come later.";
        Hitch::Cut => "Đường truyền đứt trước khi bên nhận trả lời.", "The line was cut before the other side answered.";
        Hitch::Inside => "Địa chỉ nằm trong mạng nội bộ.", "The address lies within our own network.";
        Hitch::Sealed => "Không mở được niêm phong: thiếu khóa.", "What is sealed does not open: a key is missing.";
    }
}

words! {
    /// The words of programs that are called.
    pub(crate) webhooks: WebhooksWords {
        heading: "Chương trình được gọi", "Programs that are called";
        lead: "Mỗi khi có thông báo cho người gửi, máy chủ gọi các địa chỉ này (theo chuẩn Standard Webhooks, có chữ ký).",
            "Whenever a sender is told something, the server calls these addresses (Standard Webhooks, signed).";
        one: "Chương trình được gọi", "Program that is called";
        empty: "Thêm khi có cổng Zalo, SMS hoặc hệ thống khác cần được báo.",
            "Add one when a Zalo or SMS gateway or another system is to be told.";
        add: "Thêm chương trình", "Add a program";
        label: "Tên gọi", "Label";
        url: "Địa chỉ", "Address";
        url_hint: "Bắt đầu bằng https://. Địa chỉ trong mạng nội bộ chỉ được gọi khi máy chủ cho phép.",
            "It begins with https://. Addresses within our own network are called only where the server allows it.";
        gateway: "Là cổng Zalo hoặc SMS: nhận số điện thoại của người gửi để chuyển thông báo",
            "It is a Zalo or SMS gateway: it gets the sender's number to pass the notice on";
        created: "Ngày thêm", "Added";
        state: "Tình trạng", "State";
        on: "Đang gọi", "Called";
        off: "Thôi gọi", "Called no more";
        secret: "Khóa ký", "Signing secret";
        secret_lead: "Khóa chỉ hiện một lần này: xin chép vào chương trình nhận để kiểm chữ ký.",
            "It is shown only this once: please copy it to the program, which checks the signatures with it.";
        remove_this: "Thôi gọi chương trình này", "Call it no more";
        remove_lead: "Thông báo đang chờ cho chương trình này bị bỏ.", "What waits for it is dropped.";
        remove: "Thôi gọi", "Call no more";
        removed: "Đã thôi gọi.", "It is called no more.";
    }
}

words! {
    /// The words of one's own address.
    pub(crate) own_mail: OwnMailWords {
        heading: "Thư tổng hợp việc mới", "Digest of news";
        lead: "Hai lần mỗi ngày làm việc (7:30 và 13:00), máy chủ gửi một thư liệt kê các ý kiến có việc mới cho bạn; không có nội dung.",
            "Twice a working day (7:30 and 13:00) the server sends one letter that lists cases with news for you, without their words.";
        address: "Địa chỉ thư điện tử", "E-mail address";
        hint: "Để trống nếu không muốn nhận.", "Leave it empty to get none.";
    }
}
