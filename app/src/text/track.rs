//! The words of the page on which people follow their feedback.

use domain::feedback::kind::{Kind, PublicState, Rating};

words! {
    /// The words of the page.
    pub track: TrackWords {
        /// The head of the page.
        title: "Tra cứu ý kiến", "Follow your feedback";
        /// What it needs.
        lead: "Nhập mã theo dõi và mã PIN đã nhận khi gửi góp ý.",
            "Enter the tracking code and the PIN you got when you sent it.";
        /// Over the field of the code.
        code: "Mã theo dõi (GY-…)", "Tracking code (GY-…)";
        /// Over the field of the pin.
        pin: "Mã PIN (6 chữ số)", "PIN (6 digits)";
        /// Shows it.
        show: "Xem", "Show";
        /// Nothing has this code and pin.
        unknown: "Không có góp ý nào ứng với mã theo dõi và mã PIN này. Xin kiểm tra lại cả hai mã.",
            "There is no feedback with this code and PIN. Please check both.";
        /// Too many wrong pins: the minutes to wait.
        wait fn(u32) -> String: |minutes| format!("Đã nhập sai mã PIN nhiều lần. Xin thử lại sau {minutes} phút."),
            |minutes| format!("The PIN was wrong too often. Please try again in {minutes} min.");
        /// The page was put away, or the browser keeps no cookies.
        put_away: "Ý kiến không còn hiện ở đây: trang chỉ hiện trong 15 phút và được cất khi mở trang khác, hoặc trình duyệt này không nhận cookie. Xin nhập lại hai mã.",
            "It is not shown here any more: it is shown for 15 minutes and put away when another page is opened, or this browser takes no cookies. Please enter both codes again.";
        /// Before the code of a formal one, and of a hint.
        formal: "Phản ánh, kiến nghị", "Formal feedback";
        /// A hint.
        hint: "Góp ý", "Hint";
        /// Somebody asked to be called back.
        call: "Yêu cầu gọi lại", "A call was asked for";
        /// Before its first words.
        about fn(&str) -> String: |subject| format!("Về việc: {subject}"), |subject| format!("About: {subject}");
        /// Over the answer.
        answer: "Trả lời của Sở", "The department's answer";
        /// Over what was said on the telephone.
        called: "Đã gọi lại cho anh/chị", "You were called back";
        /// Over a refusal.
        refusal: "Sở hướng dẫn", "Where to turn";
        /// Over the way it went.
        way: "Tiến trình", "The way it went";
        /// A unit it was given to.
        given fn(&str) -> String: |unit| format!("Giao {unit}"), |unit| format!("Given to {unit}");
        /// A state that has not come yet.
        to_come: "(chưa tới)", "(not yet)";
        /// Before the unit in charge.
        unit: "Đơn vị phụ trách", "In charge";
        /// Nobody is yet.
        no_unit: "Chưa giao", "Nobody yet";
        /// Before the day it is due.
        due: "Hạn trả lời", "Due";
        /// The same of a call.
        due_call: "Hạn gọi lại", "You are called by";
        /// Why: working days, and the day they are counted from.
        due_reason fn(u32, &str) -> String: |days, from| format!("{days} ngày làm việc sau ngày {from}, không tính thứ Bảy, Chủ nhật"),
            |days, from| format!("{days} working days after {from}, without Saturdays and Sundays");
        /// Days off in between.
        holidays fn(&str) -> String: |days| format!(" và ngày nghỉ {days}"), |days| format!(" and the days off {days}");
        /// Weekend days on which people work.
        make_up fn(&str) -> String: |days| format!("; có tính ngày làm bù {days}"), |days| format!("; the make-up days {days} count");
        /// Waiting moved nothing.
        waiting_moves_nothing: "Chờ bổ sung không làm lùi hạn.", "Waiting for more information does not move it.";
        /// Waiting moved it by so many days.
        waited fn(u32) -> String: |days| format!("Trong đó {days} ngày làm việc chờ anh/chị bổ sung."),
            |days| format!("{days} working days of waiting for you are in it.");
        /// Working days that are left.
        left fn(i64) -> String: |left| match left {
                0 => "Hôm nay là ngày cuối.".to_owned(),
                1.. => format!("Còn {left} ngày làm việc."),
                _ => format!("Đã quá hạn {} ngày làm việc. Sở xin lỗi anh/chị.", -left),
            },
            |left| match left {
                0 => "Today is the last day.".to_owned(),
                1.. => format!("{left} working days are left."),
                _ => format!("It is {} working days late. We apologise.", -left),
            };
        /// An answer is promised for a day.
        promised fn(&str) -> String: |day| format!("Sở đã hẹn trả lời ngày {day}; hạn theo quy định không đổi."),
            |day| format!("An answer is promised for {day}; the day it is due stays.");
        /// A hint has no day.
        no_due: "Góp ý không ghi tên không có hạn trả lời; anh/chị vẫn xem được ở đây khi Sở xử lý xong.",
            "A hint without a name has no day it is due; what comes of it is shown here.";
        /// Over what was said.
        talk: "Trao đổi", "What was said";
        /// The sender.
        you: "Anh/chị", "You";
        /// The department.
        house: "Sở", "The department";
        /// How many files came with it.
        files fn(u32) -> String: |n| format!("{n} tệp"), |n| format!("{n} files");
        /// Before the name of a file: it is saved on the device.
        open_file: "Tải về", "Download";
        /// How large it is.
        kilobytes fn(u64) -> String: |n| format!("{n} KB"), |n| format!("{n} KB");
        /// Words that were removed.
        removed: "Nội dung đã được xóa.", "The words were removed.";
        /// Over the form that adds.
        add: "Bổ sung", "Add something";
        /// The same where it is asked for, until a day.
        asked fn(&str) -> String: |day| format!("Sở chờ anh/chị bổ sung đến hết ngày {day}"), |day| format!("The department waits for this until {day}");
        /// Over its words.
        add_text: "Nội dung bổ sung", "What you add";
        /// Over its files.
        add_files: "Ảnh hoặc tệp PDF", "Pictures or PDF files";
        /// Sends it.
        add_send: "Gửi bổ sung", "Send it";
        /// Over the rating.
        rate: "Anh/chị có hài lòng với câu trả lời này không?", "Are you satisfied with this answer?";
        /// The same after a call.
        rate_again: "Sau cuộc gọi, anh/chị đánh giá lại thế nào?", "After the call, how do you rate it now?";
        /// How often, and what it leaves alone.
        rate_again_hint: "Đánh giá lại được một lần. Phiếu khảo sát đã gửi và chỉ số vẫn giữ nguyên.",
            "Once only. The ballot you sent and the index stay as they are.";
        /// Sends it.
        rate_send: "Gửi đánh giá", "Send the rating";
        /// Before what was chosen.
        rated: "Anh/chị đã đánh giá", "Your rating";
        /// Over the form that asks for another look.
        reopen: "Chưa thỏa đáng? Đề nghị Sở xem lại", "Not settled? Ask for another look";
        /// Over its words.
        reopen_text: "Điều gì chưa được giải quyết?", "What is not settled?";
        /// How often, by whom, and until when.
        reopen_hint fn(&str) -> String: |day| format!("Đề nghị được một lần, đến hết ngày {day}. Văn phòng Sở sẽ giao người khác xem lại."),
            |day| format!("Once only, until {day}. Another person will look at it.");
        /// Sends it.
        reopen_send: "Gửi đề nghị", "Ask for it";
        /// What was done.
        done_add: "Đã gửi bổ sung.", "It was added.";
        /// A rating was taken.
        done_rate: "Đã ghi nhận đánh giá. Cảm ơn anh/chị.", "Your rating was kept. Thank you.";
        /// Another look is taken.
        done_reopen: "Sở đã nhận đề nghị xem lại.", "It will be looked at again.";
        /// It was not done.
        not_done: "Chưa gửi được:", "This was not sent:";
        /// The head of the page of published answers.
        published_title: "Góp ý Sở đã trả lời", "Answered feedback";
        /// What it shows.
        published_lead: "Câu hỏi và trả lời được công khai sau khi đã che thông tin cá nhân, với sự đồng ý của người gửi.",
            "Questions and answers, published without personal details where their senders agreed.";
        /// Over the search.
        published_search: "Tìm trong câu hỏi và trả lời", "Search questions and answers";
        /// How to search.
        published_hint: "Gõ vài từ, không dấu cũng được.", "Type a few words; marks may be left out.";
        /// Over the month.
        published_month: "Tháng công khai", "Month of publication";
        /// The unit that answered.
        published_unit: "Đơn vị trả lời", "Answered by";
        /// The field of the procedure.
        published_field: "Lĩnh vực", "Field";
        /// Any unit or field.
        published_any: "— tất cả —", "— all —";
        /// The head of the counters.
        counted_title: "Kết quả trả lời theo tháng", "Answers by month";
        /// What the counters are, and how they are rounded.
        counted_lead fn(&str) -> String:
            |step| format!("Mỗi tháng tính một lần, vào ngày cuối của tháng kế tiếp, và không tính lại. Các số làm tròn đến bội số của {step} để không ai nhận ra từng việc."),
            |step| format!("Each month is counted once, on the last day of the month after it, and never again. Numbers are told to the nearest multiple of {step}, so that no single case shows.");
        /// The month of a row.
        counted_month: "Tháng gửi", "Month sent";
        /// The counters with what each is of.
        counted [&'static str; 6]: ["Đã nhận (có tên, địa chỉ)", "Đã trả lời, trong số đã nhận",
            "Đúng hạn, trong số đã trả lời", "Người gửi chấp nhận, trong số đã trả lời",
            "Đề nghị xem lại, trong số đã trả lời", "Đã công khai, trong số đã trả lời"],
            ["Received (with a name)", "Answered, of the received", "On time, of the answered",
                "Accepted by the sender, of the answered", "Reopened, of the answered", "Published, of the answered"];
        /// A month with too few cases.
        counted_few: "quá ít để công bố", "too few to publish";
        /// The head of the files.
        open_data: "Dữ liệu mở", "Open data";
        /// The answers as files.
        open_answers: "Câu hỏi và trả lời như trên trang này", "Questions and answers as on this page";
        /// The counters as files.
        open_counters: "Kết quả theo tháng", "Counts by month";
        /// How many were found.
        published_count fn(&str) -> String: |n| format!("{n} câu trả lời"), |n| format!("{n} answers");
        /// The page before.
        page_before: "Trang trước", "Previous page";
        /// The page after.
        page_after: "Trang sau", "Next page";
        /// The way to another one.
        another: "Tra cứu mã khác", "Follow another";
    }
}

words! {
    /// Where it stands, as the head of the page.
    pub fn state_sentence(lang, state: PublicState) -> &'static str {
        PublicState::Sent => "Ý kiến đã gửi, đang chờ tiếp\u{a0}nhận", "Sent, and waiting to be taken";
        PublicState::Received => "Sở đã tiếp\u{a0}nhận ý\u{a0}kiến của anh/chị", "The department has taken your feedback";
        PublicState::InProgress => "Sở đang xử\u{a0}lý ý\u{a0}kiến của anh/chị", "The department is working on it";
        PublicState::MoreInfo => "Sở cần anh/chị bổ\u{a0}sung thông\u{a0}tin", "The department needs more from you";
        PublicState::Answered => "Sở đã trả\u{a0}lời anh/chị", "The department has answered you";
        PublicState::Published => "Sở đã trả\u{a0}lời và công\u{a0}khai", "Answered and published";
        PublicState::Referred => "Việc này không thuộc thẩm\u{a0}quyền của\u{a0}Sở", "This is not for the department to decide";
    }
}

words! {
    /// The public word for a state.
    pub fn state_word(lang, state: PublicState) -> &'static str {
        PublicState::Sent => "Đã gửi", "Sent";
        PublicState::Received => "Đã tiếp nhận", "Taken";
        PublicState::InProgress => "Đang xử lý", "In progress";
        PublicState::MoreInfo => "Chờ bổ sung", "Waiting for you";
        PublicState::Answered => "Đã trả lời", "Answered";
        PublicState::Published => "Đã công khai", "Published";
        PublicState::Referred => "Không thuộc thẩm quyền", "Referred";
    }
}

words! {
    /// What the sender thinks of the answer.
    pub fn rating_word(lang, rating: Rating) -> &'static str {
        Rating::Dissatisfied => "Không hài lòng", "Not satisfied";
        Rating::Acceptable => "Chấp nhận được", "Acceptable";
        Rating::Satisfied => "Hài lòng", "Satisfied";
    }
}

words! {
    /// What it is about.
    pub fn kind_word(lang, kind: Kind) -> &'static str {
        Kind::Service => "Chất lượng phục vụ", "Service";
        Kind::Regulation => "Quy định, thủ tục", "Rules and procedures";
        Kind::Conduct => "Thái độ, cách làm việc", "Conduct";
        Kind::Proposal => "Hiến kế", "A proposal";
        Kind::Praise => "Khen ngợi", "Praise";
    }
}
