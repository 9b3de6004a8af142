//! The words of the page on which people send feedback, and of the card with its codes.

use domain::feedback::kind::Kind;

words! {
    /// The words of the form.
    pub feedback: FeedbackWords {
        /// The head of the page.
        title: "Gửi góp\u{a0}ý, phản\u{a0}ánh, kiến\u{a0}nghị", "Send feedback";
        /// What it is.
        lead: "Không cần tài khoản. Gửi xong, anh/chị có mã để xem Sở xử lý đến đâu.",
            "No account is needed. Once it is sent you get codes to follow what becomes of it.";
        /// Before the name of the service point.
        at: "Nơi anh/chị quét mã", "Where you scanned the code";
        /// Over the kinds.
        kind: "Anh/chị muốn nói về việc gì?", "What is it about?";
        /// The kinds in the order of the page, each with what belongs to it.
        kinds [(Kind, &'static str, &'static str); 5]: [
            (Kind::Service, "Chất lượng phục vụ", "Chờ lâu, thiếu chỗ ngồi, trang mạng hay máy móc trục trặc"),
            (Kind::Regulation, "Quy định, thủ tục", "Giấy tờ, phí hoặc thời hạn chưa hợp lý, chưa rõ"),
            (Kind::Conduct, "Thái độ, cách làm việc", "Việc làm của một công chức hoặc một bộ phận"),
            (Kind::Proposal, "Hiến kế", "Một cách làm tốt hơn"),
            (Kind::Praise, "Khen ngợi", "Một người hoặc một việc làm anh/chị thấy tốt"),
        ], [
            (Kind::Service, "Service", "Long waits, too few seats, a web page or a machine that fails"),
            (Kind::Regulation, "Rules and procedures", "Papers, fees or time limits that are unreasonable or unclear"),
            (Kind::Conduct, "Conduct", "What an official or an office did"),
            (Kind::Proposal, "A proposal", "A better way to do something"),
            (Kind::Praise, "Praise", "Somebody or something you found good"),
        ];
        /// The choice that leads elsewhere.
        complaint: "Khiếu nại hoặc tố cáo", "A complaint or a denunciation";
        /// What it is.
        complaint_hint: "Yêu cầu hủy, sửa một quyết định trái luật với mình; hoặc báo một hành vi vi phạm pháp luật",
            "Asking to undo an unlawful decision about yourself, or reporting a breach of the law";
        /// Over where to go with it.
        referral: "Khiếu nại, tố cáo có trình tự riêng", "Complaints and denunciations have a way of their own";
        /// What that is.
        referral_help [&'static str; 3]: [
            "Khiếu nại (Luật Khiếu nại): gửi đơn có họ tên, địa chỉ, chữ ký, hoặc đến trình bày trực tiếp tại cơ quan đã ra quyết định hay có việc làm ấy.",
            "Tố cáo (Luật Tố cáo): gửi đơn hoặc đến trình bày tại cơ quan quản lý người bị tố cáo. Tên người tố cáo được giữ bí mật theo luật.",
            "Trang này không nhận khiếu nại, tố cáo, để việc của anh/chị không bị chậm và quyền theo luật không bị mất. Nơi tiếp công dân của Sở hướng dẫn và nhận đơn trong giờ làm việc.",
        ], [
            "A complaint (Law on Complaints): send it signed, with name and address, or present it in person, to the body whose decision or act it is about.",
            "A denunciation (Law on Denunciations): send it, or present it in person, to the body in charge of whoever it is about. The law keeps your name secret.",
            "This page does not take them, so that nothing is delayed and no right of yours is lost. The department's citizens' desk advises and takes them in office hours.",
        ];
        /// When it was sent nevertheless.
        not_taken: "Chưa gửi: khiếu nại, tố cáo không gửi được ở trang này. Nội dung anh/chị đã viết vẫn còn dưới đây để chép lại.",
            "Not sent: complaints and denunciations are not taken on this page. What you wrote is still below, to be copied.";
        /// Over the words.
        text: "Nội dung", "What happened";
        /// How to write them.
        text_hint: "Việc gì, ở đâu, lúc nào; tối đa 5.000 ký tự. Xin đừng ghi tên, số điện thoại của người khác.",
            "What, where and when; at most 5,000 characters. Please leave out names and numbers of other people.";
        /// Over procedure or unit.
        about: "Thủ tục hoặc đơn vị liên quan", "Procedure or office concerned";
        /// How to find it.
        about_hint: "Không bắt buộc. Gõ vài chữ, không dấu cũng được.",
            "Optional. Type a few words; marks may be left out.";
        /// Where several fit.
        about_choose: "Anh/chị muốn nói đến mục nào?", "Which of these do you mean?";
        /// Where none does.
        about_none: "Không rõ, hoặc không có trong danh sách", "I do not know, or it is not here";
        /// In the summary of faults.
        about_fault: "Thủ tục hoặc đơn vị: xin chọn một mục.", "Procedure or office: please choose one.";
        /// Over the files.
        files: "Ảnh hoặc tệp PDF kèm theo", "Pictures or PDF files";
        /// What of them is taken.
        files_hint: "Không bắt buộc. Tối đa 5 tệp, mỗi tệp không quá 10 MB, tất cả không quá 20 MB. Vị trí và thông tin máy ghi trong ảnh được xóa.",
            "Optional. At most 5 files of 10 MB, 20 MB in all. Place and device are removed from pictures.";
        /// Files have to be chosen again.
        files_again: "Trình duyệt không giữ tệp: xin chọn lại ảnh hoặc tệp PDF nếu có.",
            "Browsers do not keep files: please choose pictures and PDF files again, if there were any.";
        /// Over the choice of an answer.
        reply: "Anh/chị có cần Sở trả lời không?", "Do you need an answer?";
        /// No answer.
        reply_no (&'static str, &'static str): ("Không, chỉ góp ý", "Không ghi tên. Vẫn có mã để theo dõi."),
            ("No, just a hint", "No name is kept. You still get codes to follow it.");
        /// An answer.
        reply_yes (&'static str, &'static str): ("Có, đây là phản ánh, kiến nghị", "Cần tên và nơi nhận. Sở trả lời trong 15 ngày làm việc."),
            ("Yes, this is formal feedback", "It needs a name and where to answer. You get an answer within 15 working days.");
        /// From somebody under age.
        reply_minor (&'static str, &'static str): ("Tôi chưa đủ 18 tuổi", "Không hỏi tên, không công bố. Vẫn có mã để theo dõi."),
            ("I am under 18", "No name is asked and nothing is published. You still get codes to follow it.");
        /// Nothing is chosen.
        choose: "xin chọn một mục.", "please choose one.";
        /// The fields of a contact.
        name: "Họ và tên", "Name";
        /// The number.
        phone: "Số điện thoại di động", "Mobile number";
        /// Who sees it.
        phone_hint: "Chỉ người xử lý việc này thấy được.", "Only those who handle this see it.";
        /// Where an answer goes.
        address: "Địa chỉ nhận trả lời", "Where to answer";
        /// What that may be.
        address_hint: "Thư điện tử hoặc địa chỉ bưu chính. Có thể để trống nếu đã ghi số điện thoại.",
            "An e-mail or postal address. May be left blank where there is a number.";
        /// Sends it.
        send: "Gửi góp ý", "Send";
        /// Over the list of faults.
        mend: "Chưa gửi được, xin anh/chị xem lại:", "This was not sent yet. Please look at:";
        /// Before the title of a page with faults.
        fault: "Lỗi: ", "Error: ";
        /// The server is busy or away.
        busy: "Máy chủ đang bận, chưa ghi nhận được. Những gì anh/chị viết vẫn còn dưới đây: xin chờ một phút rồi gửi lại.",
            "The server is busy and kept nothing. What you wrote is still below: please wait a minute and send again.";
        /// The same id was used for something else.
        sent_before: "Góp ý từ trang này đã được ghi nhận trước đó với nội dung khác; nội dung đầu tiên được giữ nguyên. Bấm gửi lần nữa để gửi nội dung dưới đây như một góp ý mới.",
            "Something else was sent from this page before, and stays as it is. Press send again to send what is below as new feedback.";
        /// Many at once: the seconds to wait.
        crowd fn(u32) -> String: |seconds| format!("Đang có rất nhiều góp ý gửi từ nơi này. Mọi điều đã viết vẫn còn dưới đây: xin chờ {seconds} giây rồi gửi lại."),
            |seconds| format!("Very much is being sent from this place. Everything you wrote is still below: please wait {seconds} seconds and send again.");
        /// Over the ways elsewhere.
        others: "Việc khác", "Something else";
        /// The way to what was sent.
        sent_already: "Đã gửi rồi? Xem Sở xử lý đến đâu", "Sent already? See how far it is";
        /// The way to what was answered.
        published: "Xem các góp ý Sở đã trả lời", "See what was answered";
        /// What was written before is back, and the button that forgets it.
        restored: "Nội dung viết lần trước vẫn còn trên máy này.", "What you wrote last time is still on this device.";
        /// Forgets it.
        start_over: "Làm lại từ đầu", "Start over";
        /// The head of the card's page.
        thanks: "Cảm ơn anh/chị!", "Thank you!";
        /// That it is kept.
        kept: "Góp ý đã được ghi nhận.", "Your feedback has been kept.";
        /// Before the code.
        code: "Mã theo dõi", "Tracking code";
        /// What the codes are for.
        use_codes: "Mã chỉ hiện một lần. Với hai mã này, anh/chị xem Sở xử lý đến đâu, bổ sung, đánh giá câu trả lời. Mã không cho ai biết anh/chị là ai.",
            "The codes are shown once. With both you see how far it is, add to it and rate the answer. They do not tell who you are.";
        /// The codes are not shown any more.
        put_away: "Trang này hiện sau khi góp ý được gửi. Nếu anh/chị vừa gửi, góp ý đã được ghi nhận; hai mã chỉ hiện một lần, không hiện lại, để người dùng máy sau không thấy.",
            "This page comes after feedback was sent. If you have just sent it, it is kept; its two codes are shown once, so that whoever uses this device next does not see them.";
        /// The way to it.
        follow: "Xem Sở xử lý đến đâu", "See how far it is";
    }
}
