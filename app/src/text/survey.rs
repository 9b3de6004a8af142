//! The words of the survey and its receipt.

use domain::{
    Lang,
    ballot::respondent::{Age, Party, Sex},
};

use super::count;

words! {
    /// The words of the survey and its receipt.
    pub survey: SurveyWords {
        /// What to know before starting.
        intro: "Phiếu không hỏi tên. Câu nào không muốn trả lời, anh/chị cứ bỏ trống.",
            "We do not ask your name. Leave blank whatever you do not want to answer.";
        /// Before the name of the service point.
        service_point: "Điểm tiếp nhận", "Service point";
        /// Before the name of the unit.
        unit: "Đơn vị", "Unit";
        /// Before the name of the procedure.
        procedure: "Thủ tục", "Procedure";
        /// The five levels of satisfaction, from 1.
        levels [&'static str; 5]: ["Rất không hài lòng", "Không hài lòng", "Bình thường",
            "Hài lòng", "Rất hài lòng"],
            ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"];
        /// None, some, many.
        occurrences [&'static str; 3]: ["Không có", "Một vài", "Nhiều"], ["None", "Some", "Many"];
        /// For a question that does not concern the person.
        not_applicable: "Không áp dụng", "Does not apply";
        /// Takes an answer back.
        clear: "Bỏ chọn", "Clear answer";
        /// How one question at a time works.
        hint: "Chạm vào một mức, câu sau sẽ tự hiện ra.",
            "Tap a level and the next question appears.";
        /// How it works with a keyboard.
        keys: "Bàn phím: bấm Tab đến câu hỏi, rồi bấm số để chọn, Enter để sang câu sau.",
            "Keyboard: Tab to the question, then press a number to choose, Enter for the next question.";
        /// Which question of how many.
        progress fn(usize, usize) -> String: |at, of| format!("Câu {at}/{of}"),
            |at, of| format!("Question {at} of {of}");
        /// The step after the last question.
        last_step: "Bước cuối", "Last step";
        /// To the question before.
        back: "Quay lại", "Back";
        /// To the next question.
        next: "Tiếp", "Next";
        /// To the next question, leaving this one blank.
        skip: "Bỏ qua", "Skip";
        /// Over the comment.
        comment: "Anh/chị có ý kiến gì thêm không?", "Is there anything you want to add?";
        /// Under it, with the most characters it may have.
        comment_hint fn(usize) -> String: |most| format!("Không bắt buộc, tối đa {} ký tự. Xin không ghi họ tên, số điện thoại hoặc mã hồ sơ.", count(Lang::Vi, most as u64)),
            |most| format!("Optional, at most {} characters. Please leave out names, phone numbers and dossier codes.", count(Lang::En, most as u64));
        /// Over the facets.
        about: "Đôi nét về anh/chị (không bắt buộc)", "About you (optional)";
        /// For whom the person spoke, and the two answers.
        party (&'static str, [&'static str; Party::ALL.len()]): ("Anh/chị làm thủ tục với tư cách", ["Cá nhân", "Đại diện doanh nghiệp, tổ chức"]),
            ("You acted", ["for yourself", "for a business or organisation"]);
        /// Sex, and the three answers.
        sex (&'static str, [&'static str; Sex::ALL.len()]): ("Giới tính", ["Nữ", "Nam", "Khác"]),
            ("Sex", ["Female", "Male", "Other"]);
        /// Age, and the five bands.
        age (&'static str, [&'static str; Age::ALL.len()]): ("Tuổi", ["18–24", "25–34", "35–49", "50–60", "Trên 60"]),
            ("Age", ["18–24", "25–34", "35–49", "50–60", "Over 60"]);
        /// The choice of not saying.
        unsaid: "Không muốn trả lời", "Prefer not to say";
        /// Sends the ballot.
        send: "Gửi phiếu", "Send";
        /// Sends it once more after a failure.
        again: "Gửi lại", "Send again";
        /// While it is on its way.
        sending: "Đang gửi…", "Sending…";
        /// Over the list of faults.
        mend: "Phiếu chưa gửi được, xin anh/chị xem lại:", "This was not sent yet. Please look at:";
        /// The network or the server did not answer.
        no_answer: "Chưa gửi được vì không có mạng hoặc máy chủ chưa trả lời. Câu trả lời vẫn còn trên máy này: xin bấm “Gửi lại” khi có mạng.",
            "This was not sent: there is no network, or the server did not answer. Your answers are still on this device: press “Send again” once you are connected.";
        /// Too much at once, or the server is being looked after.
        busy: "Máy chủ đang bận. Câu trả lời vẫn còn trên máy này: xin chờ một phút rồi bấm “Gửi lại”.",
            "The server is busy. Your answers are still on this device: please wait a minute and press “Send again”.";
        /// Something answered that is not this service, such as a hotspot's sign-in page.
        odd_answer: "Mạng này đang chặn phiếu, có thể vì Wi-Fi cần đăng nhập trước. Câu trả lời vẫn còn: xin đăng nhập Wi-Fi hoặc đổi mạng rồi bấm “Gửi lại”.",
            "This network is holding the answers back; its Wi-Fi may want you to sign in first. Your answers are still here: sign in or change the network, then press “Send again”.";
        /// The same ballot was kept before with other answers.
        sent_before: "Phiếu này đã được ghi nhận trước đó với câu trả lời khác; phiếu đầu tiên được giữ nguyên. Muốn gửi phiếu mới, xin tải lại trang.",
            "This ballot was already kept with other answers; the first one stays. For a new ballot please reload the page.";
        /// What was filled in earlier is back.
        restored: "Các câu trả lời lần trước của anh/chị vẫn được giữ.",
            "Your earlier answers are still here.";
        /// Forgets them and begins anew.
        start_over: "Làm lại từ đầu", "Start over";
        /// The head of the receipt.
        thanks: "Cảm ơn anh/chị!", "Thank you!";
        /// What happened to the ballot.
        kept: "Phiếu đã được ghi nhận.", "Your answers have been kept.";
        /// Before the receipt code.
        receipt: "Mã biên nhận", "Receipt code";
        /// Before the pin.
        pin: "Mã PIN", "PIN";
        /// What the two are for.
        receipt_use: "Xin ghi lại hoặc chụp cả hai mã trước khi rời trang này: mã không hiện lại lần nữa. Dùng hai mã có thể xem, sửa hoặc rút phiếu. Mã không cho biết anh/chị là ai.",
            "Please note down both before you leave this page: they are not shown again. With them you can see, correct or withdraw your ballot. They do not tell who you are.";
        /// The way to what is kept.
        see_ballot: "Xem, sửa hoặc rút phiếu", "See, correct or withdraw the ballot";
        /// Links to the results.
        see_results: "Xem kết quả khảo sát", "See the survey results";
    }
}
