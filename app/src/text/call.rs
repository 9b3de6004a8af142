//! The words of the offer to be called back after a poor rating.

words! {
    /// The words of the offer.
    pub call: CallWords {
        /// What is asked.
        heading: "Anh/chị có muốn được gọi lại không?", "Would you like to be called back?";
        /// What happens then: working days, and the last day in time.
        lead fn(u32, &str) -> String:
            |days, due| format!("Anh/chị chưa hài lòng và đã ghi góp ý. Nếu muốn, người phụ trách sẽ gọi cho anh/chị trong {days} ngày làm việc, chậm nhất hết ngày {due}."),
            |days, due| format!("You were not satisfied and wrote why. If you like, somebody in charge calls you within {days} working days, by {due} at the latest.");
        /// The receipt above goes away.
        keep_first: "Xin lưu hai mã ở trên trước: gửi yêu cầu xong, trang sẽ hiện mã khác để theo dõi cuộc gọi.",
            "Please save both codes above first: once this is sent, other codes to follow the call are shown.";
        /// Over the words.
        text: "Lời chuyển cho người gọi", "Words for whoever calls";
        /// What goes with them.
        text_hint: "Anh/chị sửa hoặc bớt được. Chỉ lời này được chuyển, không kèm các câu trả lời trong phiếu.",
            "You can change or shorten them. Only these are handed over, without the answers of the ballot.";
        /// Over the number.
        phone: "Số điện thoại di động", "Mobile number";
        /// The box has to be ticked.
        agree: "Muốn được gọi lại thì cần đánh dấu đồng ý.", "To be called back, please tick your agreement.";
        /// Something has to be mended.
        mend: "Chưa gửi được: xin xem các chỗ được đánh dấu.", "Not sent yet: please see the marked places.";
        /// Sends it.
        send: "Gửi yêu cầu gọi lại", "Ask for a call";
        /// It was asked for before.
        used_up: "Phiếu này đã có một yêu cầu gọi lại. Mỗi phiếu chỉ yêu cầu được một lần; mã theo dõi đã hiện khi gửi.",
            "A call was asked for with this ballot already. Each ballot can ask once; the codes to follow it were shown then.";
        /// The form is too old.
        late: "Trang này để đã lâu nên yêu cầu không gửi được. Anh/chị vẫn gửi được góp ý có để lại cách liên hệ.",
            "This page is too old, so nothing was sent. You can still send feedback and leave a contact.";
        /// The way to follow it.
        follow: "Tra cứu bằng mã theo dõi", "Follow it by its code";
    }
}
