//! The words of a case's page.

words! {
    /// The words of a case's page.
    pub(crate) case: CaseWords {
        one: "Việc", "Case";
        number fn(&str) -> String: |number| ["việc số ", number].concat(), |number| ["case ", number].concat();
        outside fn(&str) -> String: |number| ["số ngoài ", number].concat(), |number| ["number there: ", number].concat();
        watching fn(&str) -> String: |names| [names, " đang xem"].concat(), |names| ["Also looking: ", names].concat();
        jumps: "Trong trang", "On this page";
        speech: "Lời người gửi", "The sender's words";
        no_words: "Lời văn không còn lưu.", "The words are no longer stored.";
        masked_sender: "Tên và cách liên hệ chỉ hiện với người xử lý.", "Only those who handle the case see who sent it.";
        anonymous: "Người gửi không để lại tên.", "The sender left no name.";
        answer_to: "Trả lời đến", "Answer to";
        sent_on fn(&str) -> String: |day| ["gửi ngày ", day].concat(), |day| ["sent ", day].concat();
        publishable: "đồng ý cho công khai sau khi che thông tin riêng", "agrees to publication without personal details";
        not_publishable: "không đồng ý cho công khai", "does not agree to publication";
        log: "Diễn biến", "What happened";
        frozen: "Đã gửi người dân, không sửa được", "Sent to the citizen; cannot be changed";
        inner: "Nội bộ", "Internal";
        files: "Tệp gửi kèm", "Attachments";
        kilobytes fn(&str) -> String: |n| [n, " KB"].concat(), |n| [n, " KB"].concat();
        moves: "Việc làm tiếp được", "What can be done next";
        no_moves: "Bạn không phải làm gì với việc này lúc này.", "There is nothing for you to do here now.";
        below: "Soạn ở phần bên dưới", "Written further down";
        answer: "Trả lời người dân", "Answer to the citizen";
        answer_lead: "Lãnh đạo đơn vị duyệt xong thì lời văn khóa lại và gửi đi. Công khai là bước sau.",
            "Once approved the words are frozen and go out. Publication comes after.";
        template: "Chèn mẫu", "Insert a template";
        no_template: "Chưa có mẫu nào dùng được cho việc này.", "There is no template for this case yet.";
        saving: "Đang lưu nháp…", "Saving the draft…";
        saved fn(&str) -> String: |time| ["Đã lưu nháp lúc ", time].concat(), |time| ["Draft saved at ", time].concat();
        unsaved fn(&str) -> String: |why| ["Chưa lưu được nháp: ", why].concat(), |why| ["The draft is not saved yet: ", why].concat();
        draft: "Bản nháp của bạn", "Your draft";
        draft_lead: "Việc đã đổi nên chưa trình được lúc này; bản nháp vẫn là của bạn.",
            "The case changed, so this cannot be submitted now; the draft stays yours.";
        waits: "Bản trả lời đang chờ duyệt", "The answer that waits for approval";
        public: "Bản công khai sau khi che", "What everybody may read";
        public_lead: "Những chỗ giống thông tin riêng đã được che. Xin đọc lại từng chữ, che nốt chỗ còn sót. Tệp gửi kèm không công khai.",
            "What looks personal is left out. Please read every word and take out what is left. Attachments are not published.";
        question: "Câu hỏi", "Question";
        reply: "Trả lời", "Answer";
        confirm: "Xác nhận", "Confirmation";
        left: "Chỗ nào còn trông như thông tin riêng thì tôi đã xem và giữ lại", "Whatever still looks personal I looked at, and leave";
        confirmed: "Tôi đã đọc cả câu hỏi và câu trả lời; không còn thông tin riêng nào",
            "I have read both, and nothing personal is left";
        changed: "Trong lúc bạn viết, việc đã thay đổi", "While you were writing, the case changed";
        changed_lead: "Lời bạn viết còn nguyên bên cạnh. Xin đọc những thay đổi này rồi gửi lại nếu vẫn đúng.",
            "What you wrote is still here. Please read what happened, then send again if it still holds.";
        out_of_turn fn(&str) -> String:
            |step| ["Bước “", step, "” không còn làm được. Lời bạn đã viết:"].concat(),
            |step| ["“", step, "” is no longer possible. What you wrote:"].concat();
        done: "Đã ghi.", "Done.";
        lead: "Chủ trì", "Lead unit";
        offered: "Đang chuyển đến", "Offered to";
        holder: "Người xử lý", "Person";
        supports: "Phối hợp", "Supporting";
        held: "Thời gian từng đơn vị giữ", "How long each unit had it";
        held_days fn(&str) -> String: |days| [days, " ngày làm việc"].concat(), |days| [days, " working days"].concat();
        leads_now: "đang chủ trì", "leads now";
        procedure: "Thủ tục", "Procedure";
        named_unit: "Đơn vị người gửi nêu", "Unit named by the sender";
        point: "Điểm tiếp nhận", "Service point";
        promised: "Đã hẹn trả lời", "Answer promised for";
        put_off: "Hẹn lại đến", "Put off until";
        wait_until: "Chờ người gửi đến hết", "The sender is waited for until";
        level: "Đang ở cấp", "With";
        rating: "Người gửi đánh giá", "The sender's rating";
        first_rating: "Đánh giá lần đầu, trên phiếu", "First rating, on the ballot";
        poor: "thấp; phiếu và chỉ số giữ nguyên", "poor; ballot and index stay as they are";
        second_rating: "Đánh giá lại sau cuộc gọi", "Rating after the call";
        facts: "Thông tin việc", "About this case";
        similar: "Có thể trùng", "Maybe about the same";
        same_phone: "cùng số điện thoại", "same phone number";
        alike: "lời gần giống", "similar words";
        link: "Gắn việc này vào việc ấy", "Link this case to that one";
        link_lead: "Gắn chứ không gộp: mỗi người gửi vẫn giữ mã, hạn và câu trả lời riêng.",
            "Linked, not merged: each sender keeps code, clock and answer.";
        links: "Việc đã gắn", "Linked cases";
        linked_to: "Gắn vào", "Linked to";
        linked_here: "Gắn vào việc này", "Linked to this one";
    }
}
