//! What may be done with a case: what its button says, what comes of it, what its form asks for.

use domain::feedback::order::Order;

words! {
    /// What the button says.
    pub(crate) fn label(lang, order: Order) -> &'static str {
        Order::Receive => "Tiếp nhận", "Take it as ours";
        Order::Refuse => "Từ chối", "Refuse";
        Order::Ask => "Xin bổ sung", "Ask for more";
        Order::EndWait => "Thôi chờ, làm tiếp", "Go on without waiting";
        Order::Assign => "Giao đơn vị chủ trì", "Assign the lead unit";
        Order::Name => "Giao người xử lý", "Name the person";
        Order::Support => "Đề nghị phối hợp", "Ask a unit for help";
        Order::EndSupport => "Thôi phối hợp", "End that help";
        Order::Offer => "Chuyển đơn vị", "Offer to another unit";
        Order::Accept => "Nhận việc", "Accept";
        Order::Return => "Trả lại nơi chuyển", "Return it";
        Order::Escalate => "Chuyển lên cấp trên", "Take it further up";
        Order::Settle => "Quyết định, giao lại đơn vị", "Decide and give it back";
        Order::Promise => "Báo ngày trả lời", "Promise a day";
        Order::PutOff => "Hẹn lại", "Put off";
        Order::Submit => "Trình duyệt", "Submit for approval";
        Order::SendBack => "Trả lại để soạn lại", "Send back";
        Order::Approve => "Duyệt và gửi", "Approve and send";
        Order::Publish => "Công khai", "Publish";
        Order::Unpublish => "Không công khai", "Do not publish";
        Order::Link => "Gắn vào việc khác", "Link to another case";
        Order::Unlink => "Bỏ gắn", "Unlink";
        Order::Note => "Ghi chú nội bộ", "Leave a note";
        Order::PassOn => "Ghi ngày nơi khác chuyển đến", "Note the day it was passed on";
        Order::Finish => "Đã trả lời ở nơi khác", "Answered elsewhere";
        Order::Concern => "Ghi cán bộ được nêu", "Note whom it is about";
        Order::Add => "Ghi lời người gửi bổ sung", "Enter what the sender adds";
        Order::Rate => "Ghi đánh giá của người gửi", "Enter the sender's rating";
        Order::Reopen => "Ghi đề nghị xem lại", "Enter that another look is asked for";
        Order::Call => "Đã gọi lại", "Called back";
    }
}

words! {
    /// What comes of it.
    pub(crate) fn outcome(lang, order: Order) -> &'static str {
        Order::Receive => "là việc của Sở; người gửi thấy “Đã tiếp nhận”", "the sender sees “received”";
        Order::Refuse => "gửi người dân: cơ quan nào, căn cứ nào, làm gì tiếp", "tells the sender which body, which rule, what next";
        Order::Ask => "hỏi người gửi, chờ đến một ngày", "asks the sender, until a day";
        Order::EndWait => "việc trở lại chỗ đang làm", "work goes on where it was";
        Order::Assign => "một đơn vị chịu trách nhiệm", "one unit answers for it";
        Order::Name => "một người của đơn vị chủ trì", "one person of the lead unit";
        Order::Support => "đơn vị chủ trì không đổi", "the lead unit stays";
        Order::EndSupport => "đơn vị ấy không còn phối hợp", "that unit helps no more";
        Order::Offer => "nơi nhận đồng ý hoặc trả lại; hạn giữ nguyên", "the other unit accepts or returns it; the due day stays";
        Order::Accept => "đơn vị bạn chủ trì từ hôm nay; hạn giữ nguyên", "your unit leads from today; the due day stays";
        Order::Return => "việc về lại nơi chuyển, kèm lý do", "it goes back, with your reason";
        Order::Escalate => "cấp liền trên quyết định", "the next level up decides";
        Order::Settle => "quyết định được ghi lại", "the decision is on the log";
        Order::Promise => "thư gửi người dân; hạn theo quy định giữ nguyên", "a letter to the sender; the legal day stays";
        Order::PutOff => "trong đơn vị; hạn giữ nguyên", "within the unit; the due day stays";
        Order::Submit => "gửi người duyệt bản trả lời", "the answer goes to whoever approves it";
        Order::SendBack => "người soạn sửa theo ý bạn", "the author writes it anew";
        Order::Approve => "lời văn khóa lại và gửi người dân", "the words are frozen and go to the sender";
        Order::Publish => "mọi người đọc được bản đã che", "everybody can read it, without personal details";
        Order::Unpublish => "ghi lý do; câu trả lời đã gửi không đổi", "with a reason; the answer stays as sent";
        Order::Link => "mỗi người gửi giữ mã, hạn, câu trả lời riêng", "each sender keeps code, clock and answer";
        Order::Unlink => "việc lại đứng riêng", "it stands alone again";
        Order::Note => "chỉ người làm việc ở đây đọc", "only colleagues read it";
        Order::PassOn => "hạn tính từ ngày ấy", "the clock starts on that day";
        Order::Finish => "kết thúc với ngày trả lời ở nơi ấy", "it ends with the day of that answer";
        Order::Concern => "người ấy không thấy việc này nữa; cấp trên quyết định", "that person sees it no more; the level above decides";
        Order::Add => "người gửi gọi điện hoặc đến quầy", "by telephone or at the counter";
        Order::Rate => "người gửi nói qua điện thoại hoặc tại quầy", "said by telephone or at the counter";
        Order::Reopen => "một lần, kèm lý do của người gửi", "once, with the sender's reason";
        Order::Call => "người gửi đọc được điều đã trao đổi và đánh giá lại một lần", "the sender reads what was said and can rate once more";
    }
}

words! {
    /// What the words of a step are called in its form.
    pub(crate) fn words_of(lang, order: Order) -> &'static str {
        Order::Refuse => "Thư gửi người dân", "Letter to the sender";
        Order::Ask => "Câu hỏi gửi người dân", "Question to the sender";
        Order::Promise => "Thư gửi người dân", "Letter to the sender";
        Order::Submit => "Nội dung trả lời", "Answer";
        Order::Settle => "Quyết định", "Decision";
        Order::Note => "Ghi chú", "Note";
        Order::Support => "Việc cần phối hợp", "What help is needed";
        Order::Finish => "Nội dung đã trả lời", "What was answered";
        Order::Add => "Lời người gửi", "The sender's words";
        Order::Reopen => "Lý do người gửi nêu", "The sender's reason";
        Order::Call => "Điều đã trao đổi", "What was said";
        _ => "Lý do", "Reason";
    }
}

words! {
    /// What the day of a step is called in its form.
    pub(crate) fn day_of(lang, order: Order) -> &'static str {
        Order::Ask => "Chờ đến hết ngày", "Wait until";
        Order::Promise => "Hẹn trả lời ngày", "Answer by";
        Order::PutOff => "Hẹn lại đến ngày", "Until";
        Order::Finish => "Ngày đã trả lời", "Day of that answer";
        _ => "Ngày nơi khác chuyển đến", "Day it was passed on";
    }
}

words! {
    /// What else the forms of steps ask for.
    pub(crate) orders: OrderWords {
        refuse_hint: "Ghi rõ cơ quan có thẩm quyền, căn cứ, và người dân làm gì tiếp. Không bảo gửi lại từ đầu.",
            "Name the body in charge, the rule, and what to do next. Do not ask to begin again.";
        about: "Tên đăng nhập của cán bộ", "The official's account";
        about_hint: "Bỏ trống nếu ý kiến không nêu ai của Sở.", "Leave it empty if it names nobody here.";
        rating: "Đánh giá", "Rating";
        ground: "Vì sao từ chối", "Why it is refused";
        unit: "Đơn vị", "Unit";
        person: "Người xử lý", "Person";
        nobody: "Đơn vị chủ trì chưa có người xử lý nào.", "The lead unit has nobody to name yet.";
        other_case: "Số của việc kia", "Number of the other case";
        other_case_hint: "Số ở cuối địa chỉ trang việc.", "The number at the end of its address.";
        longest fn(&str) -> String: |day| ["Muộn nhất ", day, "."].concat(), |day| ["No later than ", day, "."].concat();
        pushed: "Đơn vị ấy đã giữ việc này, hoặc việc đã chuyển một lần: Văn phòng Sở sẽ được báo.",
            "It was transferred before, or that unit held it before: the department office will be told.";
    }
}
