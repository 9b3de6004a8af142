//! The words of the form and its receipt: they stand on the page, and no bundle carries them.

use domain::{
    Lang,
    ballot::respondent::{Age, Party, Sex},
};

use super::count;

words! {
    /// The words of the form and its receipt.
    pub form: FormWords {
        /// How many questions, and how many minutes they take.
        length fn(usize, usize) -> String: |questions, minutes| format!("{questions} câu · {minutes} phút · không ghi tên"),
            |questions, minutes| format!("{questions} questions · {minutes} min · no names");
        /// What to do with questions one would rather not answer, on the whole form.
        blank: "Câu nào không muốn trả lời, anh/chị cứ để trống.",
            "Leave blank whatever you would rather not answer.";
        /// To the first question.
        begin: "Bắt đầu", "Start";
        /// How one question at a time works.
        how [&'static str; 3]: ["Chạm vào câu trả lời, câu tiếp theo sẽ tự hiện ra.",
            "Câu nào không muốn trả lời, anh/chị bấm “Bỏ qua”.",
            "Gửi xong, anh/chị nhận mã để xem lại, sửa hoặc rút phiếu."],
            ["Tap an answer and the next question appears.",
            "Skip whatever you would rather not answer.",
            "When it is sent you get codes to see, correct or withdraw it."];
        /// Before the name of the service point.
        service_point: "Điểm tiếp nhận", "Service point";
        /// Before the name of the unit.
        unit: "Đơn vị", "Unit";
        /// Before the name of the procedure.
        procedure: "Thủ tục", "Procedure";
        /// Leads to the choice of another procedure.
        other: "Chọn thủ tục khác", "Choose another procedure";
        /// The same where none was chosen.
        choose: "Chọn thủ tục", "Choose the procedure";
        /// The five levels of satisfaction, from 1.
        levels [&'static str; 5]: ["Rất không hài lòng", "Không hài lòng", "Bình thường",
            "Hài lòng", "Rất hài lòng"],
            ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"];
        /// None, some, many.
        occurrences [&'static str; 3]: ["Không", "Có, một vài", "Có, nhiều"], ["None", "Some", "Many"];
        /// For a question that does not concern the person.
        not_applicable: "Không áp dụng", "Does not apply";
        /// The two answers of a question that comes before others.
        yes: "Có", "Yes";
        /// The other one.
        no: "Không", "No";
        /// Takes an answer back.
        clear: "Bỏ chọn", "Clear answer";
        /// How it works with a keyboard.
        keys: "Bàn phím: bấm Tab đến câu hỏi, rồi bấm số để chọn, Enter để sang câu sau.",
            "Keyboard: Tab to the question, then press a number to choose, Enter for the next question.";
        /// To the question before.
        back: "Quay lại", "Back";
        /// To the next question.
        next: "Tiếp", "Next";
        /// To the next question, leaving this one blank.
        skip: "Bỏ qua câu này", "Skip this question";
        /// Over the comment.
        comment: "Anh/chị muốn nói thêm điều gì không?", "Is there anything you want to add?";
        /// Under it, with the most characters it may have.
        comment_hint fn(usize) -> String: |most| format!("Không bắt buộc, tối đa {} ký tự. Xin đừng ghi họ tên, số điện thoại hoặc mã hồ sơ.", count(Lang::Vi, most as u64)),
            |most| format!("Optional, at most {} characters. Please leave out names, phone numbers and dossier codes.", count(Lang::En, most as u64));
        /// Over the facets.
        about: "Thông tin về anh/chị (không bắt buộc)", "About you (optional)";
        /// For whom the person spoke, and the two answers.
        party (&'static str, [&'static str; Party::ALL.len()]): ("Anh/chị làm thủ tục cho", ["Bản thân, gia đình", "Doanh nghiệp, tổ chức"]),
            ("You came on behalf of", ["yourself or your family", "a business or organisation"]);
        /// Sex, and the three answers.
        sex (&'static str, [&'static str; Sex::ALL.len()]): ("Giới tính", ["Nữ", "Nam", "Khác"]),
            ("Sex", ["Female", "Male", "Other"]);
        /// Age, and the five bands.
        age (&'static str, [&'static str; Age::ALL.len()]): ("Tuổi", ["18–24", "25–34", "35–49", "50–60", "Trên 60"]),
            ("Age", ["18–24", "25–34", "35–49", "50–60", "Over 60"]);
        /// The choice of not saying.
        unsaid: "Không muốn trả lời", "Prefer not to say";
        /// What was filled in earlier is back.
        restored: "Các câu trả lời lần trước của anh/chị vẫn được giữ.",
            "Your earlier answers are still here.";
        /// Forgets them and begins anew.
        start_over: "Làm lại từ đầu", "Start over";
        /// What happened to the ballot.
        kept: "Phiếu đã được ghi nhận.", "Your answers have been kept.";
        /// Before the receipt code.
        receipt: "Mã biên nhận", "Receipt code";
        /// Before the pin.
        pin: "Mã PIN", "PIN";
        /// Over the card with the codes.
        ticket: "Biên nhận", "Receipt";
        /// Puts both codes where they can be inserted elsewhere.
        copy: "Chép mã", "Copy the codes";
        /// The same, once it is done.
        copied: "Đã chép", "Copied";
        /// Saves the card as a picture.
        save: "Lưu ảnh", "Save as a picture";
        /// How to keep the card where no script does it.
        shot: "Khung trên vừa một màn hình điện thoại: xin chụp màn hình hoặc ghi lại cả hai mã trước khi rời trang này.",
            "The card above fits on a phone's screen: please take a screenshot, or note down both codes before you leave this page.";
        /// What the two are for.
        receipt_use: "Mã chỉ hiện một lần. Với hai mã này, anh/chị có thể xem lại, sửa hoặc rút phiếu. Mã không cho ai biết anh/chị là ai.",
            "The codes are shown once. With both you can see, correct or withdraw your ballot. They do not tell who you are.";
        /// Leaves the receipt.
        done: "Xong", "Done";
        /// The way to what is kept.
        see_ballot: "Xem, sửa hoặc rút phiếu", "See, correct or withdraw the ballot";
        /// Links to the form of feedback.
        say_more: "Gửi góp ý, phản ánh", "Send feedback";
        /// Links to the results.
        see_results: "Xem kết quả khảo sát", "See the survey results";
    }
}
