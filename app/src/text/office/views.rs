//! The words of saved views.

words! {
    /// The words of the part that lists use.
    pub(crate) views: ViewsWords {
        heading: "Chế độ xem đã lưu", "Saved views";
        present: "Trang đang xem, lưu mới", "This page, as a new one";
        which: "Chế độ xem", "View";
        name: "Tên", "Name";
        name_hint: "Chọn một tên đã có để đổi tên; bỏ trống ô này để xóa.", "Choose one that is there to rename it; leave this empty to take it away.";
        copy: "Chép đường dẫn", "Copy the link";
        done: "Đã lưu.", "Saved.";
    }
}
