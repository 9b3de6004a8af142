//! The words that the survey says while it is filled in: what the browser has to know.

words! {
    /// The words that the survey says while it is filled in.
    pub survey: SurveyWords {
        /// Which question of how many.
        progress fn(usize, usize) -> String: |at, of| format!("Câu {at}/{of}"),
            |at, of| format!("Question {at} of {of}");
        /// The step after the last question.
        last_step: "Bước cuối", "Last step";
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
        /// The head of the receipt.
        thanks: "Cảm ơn anh/chị!", "Thank you!";
    }
}
