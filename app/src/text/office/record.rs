//! The words of the record.

words! {
    /// The words of the record.
    pub(crate) record: RecordWords {
        heading: "Nhật ký", "Record";
        lead: "Mọi lần đăng nhập, đọc dữ liệu cá nhân, thay đổi và xuất dữ liệu. Mỗi dòng được nối với dòng trước: sửa hay xóa một dòng sẽ bị lệnh hailong verify phát hiện.",
            "Sign-ins, reads of personal data, changes and exports. Each entry is chained to the one before: hailong verify finds any that was changed or taken out.";
        actor: "Ai", "Who";
        action: "Việc", "Action";
        object: "Đối tượng", "Object";
        before: "Trước", "Before";
        after: "Sau", "After";
        link: "Mã nối với mục trước", "Link to the entry before";
        from: "Từ ngày", "From";
        to: "Đến ngày", "To";
        export: "Xuất những dòng khớp", "Export what matches";
        becomes: " thành ", " becomes ";
        exact: "Bản cho máy", "For programs";
        entry: "mục", "entry";
        empty: "Chưa có việc nào được ghi.", "Nothing has been recorded.";
    }
}
