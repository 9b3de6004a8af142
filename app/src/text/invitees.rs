//! The heads of the list of invited people, as it is taken away.

words! {
    /// What stands over each column.
    pub invitees: InviteeWords {
        /// The columns in their order.
        head [&'static str; 9]: ["Họ tên", "Điện thoại", "Thư điện tử", "Mã hồ sơ", "Đơn vị",
            "Thủ tục", "Điểm tiếp nhận", "Đường dẫn", "Đã trả lời"],
            ["Name", "Phone", "E-mail", "Dossier", "Unit", "Procedure", "Service point", "Link",
                "Answered"];
        /// Whether somebody answered: yes, no.
        answered [&'static str; 2]: ["có", "chưa"], ["yes", "no"];
    }
}
