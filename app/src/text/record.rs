//! The words over the columns of the record, for the office's page and for exports.

words! {
    /// What is over each column.
    pub record: RecordWords {
        /// The place of an entry.
        seq: "Số thứ tự", "No.";
        /// When, at +07:00.
        moment: "Thời điểm (giờ Việt Nam)", "When (Vietnam time)";
        /// Who or what acted.
        actor: "Người thực hiện", "Who";
        /// What was done.
        action: "Việc đã làm", "What";
        /// To what.
        object: "Đối tượng", "To what";
        /// How it was before.
        before: "Trước", "Before";
        /// How it was after.
        after: "Sau", "After";
        /// The link to the entry before.
        hash: "Mã nối với mục trước", "Link to the entry before";
    }
}
