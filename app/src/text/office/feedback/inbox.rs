//! The words of the inbox.

words! {
    /// The words of the inbox.
    pub(crate) inbox: InboxWords {
        heading: "Hộp việc", "Inbox";
        tabs: "Các ngăn của hộp việc", "Tabs of the inbox";
        register: "Vào sổ ý kiến đến đường khác", "Register feedback";
        find: "Tìm trong ngăn này", "Search this tab";
        find_hint: "Lời người gửi, mã, số việc hoặc số điện thoại", "Words, code, number or telephone";
        filters: "Lọc", "Filters";
        filtered fn(&str) -> String: |n| ["Lọc (", n, ")"].concat(), |n| ["Filters (", n, ")"].concat();
        kind: "Nội dung về", "About";
        source: "Nguồn", "Source";
        late: "Quá hạn", "Overdue";
        now: "Hôm nay và ngày mai", "Today and tomorrow";
        soon: "Trong 5 ngày làm việc", "Within 5 working days";
        after: "Sau đó", "Later";
        finished: "Mới nhất trước", "The newest first";
        undated: "Không còn hạn", "No longer due";
        new: "Mới", "New";
        unassigned: "Chưa giao", "Unassigned";
        offered fn(&str) -> String: |unit| ["→ ", unit, ", chờ nhận"].concat(), |unit| ["→ ", unit, ", offered"].concat();
        up fn(&str) -> String: |level| ["chuyển lên ", level].concat(), |level| ["with ", level].concat();
        pushed: "chuyển qua lại", "passed around";
        reopened: "đề nghị xem lại", "reopened";
        news: "người gửi bổ sung", "sender added";
        linked: "gắn vào việc khác", "linked";
        anonymous: "không để lại tên", "no name";
        choose fn(&str) -> String: |code| ["Chọn ", code].concat(), |code| ["Select ", code].concat();
        place fn(&str, &str, &str) -> String:
            |first, last, total| ["Việc ", first, "–", last, " trong ", total].concat(),
            |first, last, total| ["Cases ", first, "–", last, " of ", total].concat();
        nothing: "Không có việc nào khớp điều kiện tìm trong ngăn này.", "No case in this tab matches.";
        elsewhere: "Đang có việc ở ngăn:", "There is work in:";
        keys: "Phím tắt", "Keys";
        use_keys: "Dùng phím tắt trên trang này", "Use these keys on this page";
        down: "việc kế tiếp", "next case";
        up_key: "việc trước", "case before";
        open: "mở việc", "open the case";
        tick: "chọn hoặc bỏ chọn", "select or deselect";
        help: "hiện danh sách phím này", "show this list";
        chosen fn(&str) -> String: |n| ["Đã chọn ", n, " việc"].concat(), |n| ["Selected: ", n].concat();
        unchoose: "Bỏ chọn", "Deselect";
        choose_all fn(&str) -> String: |n| ["Chọn cả ", n, " việc trên trang"].concat(),
            |n| ["Select all ", n, " on this page"].concat();
        bulk_step: "Bước làm cho các việc đã chọn", "Step for the selected cases";
        bulk_send: "Làm cho các việc đã chọn", "Do it for all selected";
        bulk_done fn(&str, &str) -> String: |done, all| ["Đã làm ", done, " trong ", all, " việc."].concat(),
            |done, all| ["Done: ", done, " of ", all, "."].concat();
        bulk_left: "Những việc chưa làm được và lý do", "Not done, and why";
        bulk_going fn(&str, &str) -> String: |at, all| ["Đang làm việc ", at, " trong ", all, "…"].concat(),
            |at, all| ["Working on ", at, " of ", all, "…"].concat();
        changed: "Việc vừa được người khác làm thay đổi; xin mở xem trước.", "Somebody changed it meanwhile: please look first.";
        not_now: "Bước này không làm được với việc ấy lúc này.", "This step does not fit where the case stands.";
    }
}
