//! The words of lessons.

words! {
    /// The words of the list, of one lesson and of its form.
    pub(crate) lessons: LessonWords {
        heading: "Bài học", "Lessons learned";
        one: "Bài học", "A lesson";
        lead: "Điều rút ra từ các góp ý, và bao nhiêu việc trong toàn Sở dẫn đến điều ấy.",
            "What feedback taught, and how many cases of the whole department taught it.";
        empty: "Ghi bài học ở trang của một việc góp ý.", "Write one on the page of a case.";
        text: "Bài học", "What was learned";
        text_hint: "Ngắn gọn, không nêu tên hay thông tin riêng của ai.", "Short, and without anybody's name or details.";
        theme: "Chủ đề", "Theme";
        theme_hint: "Chọn chủ đề đã có hoặc ghi chủ đề mới.", "Choose one that there is, or write a new one.";
        cases: "Số việc", "Cases";
        day: "Ngày ghi", "Written";
        from: "Các việc dẫn đến bài học này", "The cases that taught it";
        hidden fn(&str) -> String: |n| [n, " việc khác ngoài phạm vi của bạn."].concat(),
            |n| ["Cases beyond your reach: ", n, "."].concat();
        add: "Ghi bài học", "Write what was learned";
        case: "Việc góp ý", "Case";
        known: "Bài học đã có", "A lesson that is there";
        new: "Bài học mới", "A new lesson";
        saved: "Đã ghi bài học.", "The lesson is written.";
        no_case: "Mở từ trang của một việc góp ý.", "Open this from the page of a case.";
    }
}
