//! The words of the survey's first step: what it is about.

words! {
    /// The words of the first step.
    pub about: AboutWords {
        /// Asks for the procedure.
        procedure: "Anh/chị vừa làm thủ tục gì?", "Which procedure did you come for?";
        /// Asks for the unit.
        unit: "Phòng nào phục vụ anh/chị?", "Which office served you?";
        /// Over what is asked for often.
        often: "Thường gặp", "Often asked for";
        /// The same at a service point.
        often_at fn(&str) -> String: |point| format!("Thường gặp ở {point}"),
            |point| format!("Often asked for at {point}");
        /// Over the search.
        search: "Không có ở trên? Tìm thủ tục", "Not among these? Find it";
        /// How to search.
        search_hint: "Gõ vài từ trong tên thủ tục, không dấu cũng được.",
            "Type a few words of its name; marks may be left out.";
        /// Searches.
        look: "Tìm", "Find";
        /// How many were found.
        found fn(&str, &str) -> String: |n, typed| format!("{n} thủ tục khớp với “{typed}”"),
            |n, typed| format!("{n} found for “{typed}”");
        /// More were found than are shown.
        cut fn(&str, &str) -> String: |n, typed| format!("{n} thủ tục đầu tiên khớp với “{typed}”: gõ thêm từ để thu hẹp"),
            |n, typed| format!("The first {n} for “{typed}”: type more words to narrow it down");
        /// Nothing was found.
        none fn(&str) -> String: |typed| format!("Không thấy thủ tục nào khớp với “{typed}”. Anh/chị thử từ khác, hoặc chọn “Không rõ” ở dưới."),
            |typed| format!("Nothing found for “{typed}”. Try other words, or choose “I do not know” below.");
        /// The way on without a procedure.
        unknown: "Không rõ", "I do not know";
        /// The way on without a unit.
        skip: "Bỏ qua", "Skip";
        /// The address names something that is not there.
        lost: "Đường dẫn nêu một thủ tục hoặc đơn vị không còn hiệu lực. Xin anh/chị chọn lại.",
            "The link names a procedure or unit that is not in force any more. Please choose again.";
        /// The address names a service point that is not there.
        lost_point: "Đường dẫn nêu một điểm tiếp nhận không có hoặc không còn dùng.",
            "The link names a service point that is not there or not in use any more.";
        /// A form was sent for a service point that serves no longer.
        ended_point: "Điểm tiếp nhận này đã ngừng phục vụ. Xin gửi lại; nếu vẫn không được, xin tải lại trang: những gì đã nhập vẫn còn.",
            "This service point serves no longer. Please send again; if that does not help, reload the page: what you typed stays.";
        /// The procedure is another unit's.
        apart: "Đường dẫn nêu một thủ tục và một đơn vị không giải quyết thủ tục ấy. Anh/chị muốn đánh giá điều nào?",
            "The link names a procedure and a unit that does not handle it. Which of them is this about?";
        /// Over what cannot be followed.
        look_again: "Đường dẫn này có chỗ không dùng được", "Part of this link does not work";
        /// Goes on without it.
        go_on: "Trả lời tiếp, bỏ qua phần ấy", "Go on without it";
    }
}
