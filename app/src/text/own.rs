//! The words of the page on which people see, correct and take back what they sent.

words! {
    /// The words of the page.
    pub own: OwnWords {
        /// The head of the page.
        title: "Phiếu của anh/chị", "Your ballot";
        /// What it is for, and what it needs.
        lead: "Nhập mã biên nhận và mã PIN đã nhận khi gửi phiếu để xem những gì được lưu, để sửa hoặc rút lại.",
            "Enter the receipt code and the PIN you got when you sent the ballot, to see what is kept, to correct it or to withdraw it.";
        /// Over the field of the receipt code.
        receipt: "Mã biên nhận", "Receipt code";
        /// Over the field of the pin.
        pin: "Mã PIN (6 chữ số)", "PIN (6 digits)";
        /// Shows the ballot.
        show: "Xem phiếu", "Show the ballot";
        /// No ballot of this receipt and pin.
        unknown: "Không có phiếu nào ứng với mã biên nhận và mã PIN này. Xin kiểm tra lại cả hai mã.",
            "There is no ballot with this receipt code and PIN. Please check both.";
        /// Too many wrong pins: the minutes to wait.
        wait fn(u32) -> String: |minutes| format!("Đã nhập sai mã PIN nhiều lần. Xin thử lại sau {minutes} phút."),
            |minutes| format!("The PIN was wrong too often. Please try again in {minutes} min.");
        /// The page that was shown is put away, or the browser keeps no cookies.
        put_away_again: "Phiếu không còn hiện ở đây: phiếu chỉ hiện trong 15 phút và được cất khi mở trang khác, hoặc trình duyệt này không nhận cookie. Xin nhập lại hai mã.",
            "The ballot is not shown here any more: it is shown for 15 minutes and put away when another page is opened, or this browser takes no cookies. Please enter both codes again.";
        /// The ballot was taken back.
        withdrawn: "Phiếu này đã được rút: phiếu không còn được lưu và không được tính.",
            "This ballot was withdrawn: it is no longer kept and does not count.";
        /// Before the day it counts on.
        day: "Ngày gửi phiếu", "Sent on";
        /// Over the answers.
        answers: "Câu trả lời", "Answers";
        /// Over the comment.
        comment: "Ý kiến", "Comment";
        /// Over what the person told of themselves.
        about: "Thông tin về anh/chị", "About yourself";
        /// Over what the person agreed to.
        consent: "Điều anh/chị đã đồng ý", "What you agreed to";
        /// Where nothing was given.
        nothing: "Không có", "None";
        /// Takes the comment back.
        remove_comment: "Chỉ rút ý kiến", "Withdraw the comment only";
        /// Takes the ballot back.
        remove: "Rút cả phiếu", "Withdraw the whole ballot";
        /// Asks whether the comment shall go.
        sure_comment: "Rút ý kiến khỏi phiếu?", "Withdraw the comment?";
        /// Asks whether the ballot shall go.
        sure: "Rút cả phiếu?", "Withdraw the whole ballot?";
        /// What that means.
        no_way_back: "Việc này không thể hoàn tác. Kết quả khảo sát được tính lại ngay.",
            "This cannot be undone. The results are adjusted at once.";
        /// Takes an agreement back.
        remove_consent: "Rút sự đồng ý", "Withdraw the consent";
        /// Asks whether the agreement shall go.
        sure_consent: "Rút sự đồng ý?", "Withdraw the consent?";
        /// What that means.
        consent_help: "Từ bây giờ ý kiến không được dùng vào việc đã đồng ý. Ý kiến và câu trả lời vẫn còn trong phiếu.",
            "From now on the comment is not used for what you agreed to. Comment and answers stay in the ballot.";
        /// After the text of an agreement: the day on which it was taken back.
        consent_withdrawn fn(&str) -> String: |day| format!("đã rút ngày {day}"),
            |day| format!("withdrawn on {day}");
        /// Opens the ballot to be corrected.
        correct: "Sửa phiếu", "Correct the ballot";
        /// Until which day that is possible.
        correct_until fn(&str) -> String: |day| format!("Có thể sửa đến hết ngày {day}. Rút phiếu thì lúc nào cũng được."),
            |day| format!("You can correct it until {day}. You can withdraw it at any time.");
        /// It is not possible any more.
        correct_over: "Đã quá hạn sửa: phiếu chỉ sửa được trong đợt khảo sát và 15 ngày sau đó, vì sau đó kết quả đã được báo cáo. Rút phiếu thì lúc nào cũng được.",
            "It can no longer be corrected: that is possible during the survey and 15 days after it, since its results are reported then. You can withdraw it at any time.";
        /// What happens to what was said before.
        correct_help: "Những gì lưu ở đây thay cho nội dung cũ; nội dung cũ bị xóa và kết quả được tính lại ngay. Ngày, đơn vị và thủ tục của phiếu giữ nguyên.",
            "What you save here takes the place of what was there; the old content is erased and the results are adjusted at once. The ballot's day, unit and procedure stay.";
        /// Keeps what was corrected.
        save: "Lưu nội dung đã sửa", "Save the correction";
        /// On which day it was last corrected.
        corrected_on fn(&str) -> String: |day| format!("Sửa lần cuối ngày {day}"),
            |day| format!("Last corrected on {day}");
        /// It is corrected.
        corrected: "Phiếu đã được sửa", "The ballot has been corrected";
        /// What is kept of it.
        corrected_help: "Nội dung cũ không còn được lưu. Mã biên nhận và mã PIN vẫn như trước.",
            "The old content is no longer kept. Receipt code and PIN are the same as before.";
        /// The agreement is gone.
        consent_gone: "Sự đồng ý đã được rút", "The consent has been withdrawn";
        /// What is left of it.
        consent_gone_help: "Chúng tôi chỉ ghi lại là anh/chị đã đồng ý với nội dung nào và đã rút ngày nào.",
            "We only keep which text you agreed to and on which day you withdrew it.";
        /// The receipt is not shown any more.
        put_away: "Trang này hiện sau khi phiếu được gửi. Nếu anh/chị vừa gửi, phiếu đã được ghi nhận; mã biên nhận và mã PIN chỉ hiện một lần, không hiện lại, để người dùng máy sau không thấy.",
            "This page comes after a ballot was sent. If you have just sent one, it is kept; its receipt code and PIN are shown once, so that whoever uses this device next does not see them.";
        /// The browser takes no cookies, so the receipt stands in the address.
        no_cookie: "Trình duyệt này không nhận cookie, nên hai mã dưới đây nằm trong địa chỉ của trang trong 15 phút. Xin ghi lại hai mã rồi đóng trang.",
            "This browser takes no cookies, so the two codes below stand in this page's address for 15 minutes. Please note them down and close the page.";
        /// Leaves everything as it is.
        keep: "Giữ nguyên", "Keep it";
        /// The comment is gone.
        comment_gone: "Ý kiến đã được rút", "The comment has been withdrawn";
        /// The ballot is gone.
        gone: "Phiếu đã được rút", "The ballot has been withdrawn";
        /// What is left of it.
        gone_help: "Nội dung đã rút không còn được lưu. Chúng tôi chỉ giữ lại số của phiếu, để phiếu không bị tính lại nếu được gửi lần nữa.",
            "What you withdrew is no longer kept. Only the ballot's number stays, so that it does not count again if it is sent once more.";
    }
}
