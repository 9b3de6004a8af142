//! The words around every office page: navigation, lists, forms, and what goes wrong.

use domain::Lang;

use crate::text::count;

words! {
    /// The words of the frame.
    pub(crate) frame: FrameWords {
        menu: "Danh mục chức năng", "Menu";
        home: "Tổng quan", "Overview";
        figures: "Số liệu", "Figures";
        feedback: "Góp ý", "Feedback";
        inbox: "Hộp việc", "Inbox";
        case_figures: "Số liệu góp ý", "Feedback figures";
        books: "Danh mục", "Books";
        administration: "Quản trị", "Administration";
        details: "Số liệu chi tiết", "Detailed figures";
        comments: "Ý kiến", "Comments";
        campaigns: "Đợt khảo sát", "Campaigns";
        units: "Đơn vị", "Units";
        procedures: "Thủ tục", "Procedures";
        service_points: "Điểm tiếp nhận", "Service points";
        calendar: "Lịch làm việc", "Calendar";
        targets: "Mục tiêu", "Targets";
        requests: "Đề nghị phối hợp", "Co-ordination";
        lessons: "Bài học", "Lessons";
        templates: "Mẫu trả lời", "Reply templates";
        difficulties: "Khó khăn, vướng mắc", "Difficulties";
        accounts: "Người dùng", "Accounts";
        confirmations: "Chờ xác nhận", "To be confirmed";
        keys: "Khóa truy cập", "Access keys";
        notices: "Thông báo", "Notices";
        settings: "Cài đặt", "Settings";
        record: "Nhật ký", "Record";
        me: "Tài khoản của tôi", "My account";
        sign_out: "Đăng xuất", "Sign out";
        unknown: "Không có trang này", "No such page";
        unknown_help: "Địa chỉ có thể đã đổi. Xin chọn một mục trong danh mục chức năng.",
            "The address may have changed. Please choose from the menu.";
        not_yours: "Vai trò của bạn không dùng trang này. Nếu việc này thuộc phần việc của bạn, xin liên hệ quản trị viên.",
            "Your role does not use this page. If it belongs to your work, please ask an administrator.";
        factor_first: "Vai trò của bạn phải dùng xác thực hai bước. Xin thiết lập ở đây trước khi làm việc khác.",
            "Your role needs a second factor. Please set it up here before anything else.";
        waiting: "Đang tải…", "Loading…";
        retry: "Thử lại", "Try again";
        no_answer: "Không kết nối được máy chủ. Những gì bạn đã nhập vẫn còn đây; xin kiểm tra mạng rồi thử lại.",
            "The server cannot be reached. What you typed is still here; please check the network and try again.";
        odd: "Nhận được câu trả lời không đọc được. Xin tải lại trang; nếu vẫn lỗi, xin báo quản trị viên.",
            "The answer could not be read. Please reload the page; if it stays so, tell an administrator.";
        gone: "Không có mục này, hoặc nó nằm ngoài phạm vi của bạn.",
            "There is no such entry, or it is outside your reach.";
        signed_out: "Phiên làm việc đã hết. Xin đăng nhập lại để tiếp tục.",
            "Your session has ended. Please sign in again to go on.";
        signed_out_kept: "Phiên làm việc đã hết. Những gì bạn đã nhập được giữ lại và được gửi khi chính bạn đăng nhập lại.",
            "Your session has ended. What you typed is held for you, and sent once you yourself sign in again.";
        saved: "Đã lưu.", "Saved.";
        back: "Quay lại danh sách", "Back to the list";
    }
}

words! {
    /// The words of lists.
    pub(crate) list: ListWords {
        search: "Tìm", "Search";
        filters: "Lọc", "Filter";
        filters_on fn(&str) -> String: |n| ["Lọc (", n, " đang bật)"].concat(), |n| ["Filter (", n, " on)"].concat();
        look_up: "Tìm kiếm", "Search for";
        any: "— tất cả —", "— all —";
        nothing: "Không có dòng nào khớp.", "Nothing matches.";
        nothing_help: "Xin bỏ bớt điều kiện tìm.", "Please search for less.";
        clear: "Bỏ điều kiện tìm", "Clear the search";
        none_yet: "Chưa có dòng nào.", "Nothing here yet.";
        pages: "Các trang", "Pages";
        before: "Trang trước", "Previous page";
        after: "Trang sau", "Next page";
        earlier: "Các mục cũ hơn", "Earlier entries";
        sort_up: "sắp xếp tăng dần", "sort ascending";
        sort_down: "sắp xếp giảm dần", "sort descending";
        rows fn(&str) -> String: |total| format!("{total} dòng"), |total| format!("Rows: {total}");
        place fn(usize, usize) -> String: |page, pages| format!("trang {page}/{pages}"),
            |page, pages| format!("page {page} of {pages}");
    }
}

words! {
    /// The words of forms.
    pub(crate) form: FormWords {
        faulty: "Xin sửa những chỗ sau", "Please mend the following";
        sending: "Đang gửi…", "Sending…";
        save: "Lưu", "Save";
        leave: "Thôi", "Leave it";
        choose: "— chọn —", "— choose —";
        none: "— không —", "— none —";
        optional: "(không bắt buộc)", "(optional)";
        unit: "Đơn vị", "Unit";
        print: "In", "Print";
        copy: "Sao chép", "Copy";
        copied: "Đã sao chép.", "Copied.";
    }
}

/// How many rows there are, and on which page the reader is.
pub(crate) fn rows(lang: Lang, total: usize, page: usize, pages: usize) -> String {
    let words = list(lang);
    let rows = (words.rows)(&count(lang, total as u64));
    if pages < 2 {
        return rows;
    }
    [&rows, ", ", &(words.place)(page, pages)].concat()
}

/// What the button of a list's filters says: how many are on.
pub(crate) fn filters_on(lang: Lang, on: usize) -> String {
    let words = list(lang);
    match on {
        0 => words.filters.to_owned(),
        on => (words.filters_on)(&count(lang, on as u64)),
    }
}
