//! The words of the register of difficulties.

words! {
    /// The words of the register.
    pub(crate) difficulties: DifficultyWords {
        heading: "Khó khăn, vướng mắc", "Difficulties";
        empty: "Ghi lại điều đơn vị không tự giải quyết được, để có người phụ trách và thời hạn.",
            "Register what a unit cannot mend alone, so that it has an owner and a day.";
        add: "Ghi khó khăn", "Register a difficulty";
        one: "Khó khăn, vướng mắc", "A difficulty";
        text: "Nội dung", "What it is";
        owner: "Người phụ trách", "Owner";
        owner_hint: "Họ tên và chức vụ.", "Name and position.";
        due: "Thời hạn", "Due";
        opened: "Ngày ghi", "Registered";
        closed: "Ngày kết thúc", "Closed";
        decision: "Kết quả, quyết định", "Decision";
        close: "Kết thúc", "Close";
        is_closed: "Đã kết thúc.", "Closed.";
        overdue: "Quá hạn", "Overdue";
        open: "Đang xử lý", "Open";
        over: "Đã kết thúc", "Closed";
        state: "Tình trạng", "State";
    }
}
