//! The words of the page with figures of feedback.

use domain::office::feedback::figures::Grouping;

words! {
    /// The words of the page.
    pub(crate) case_page: CasePageWords {
        heading: "Số liệu góp ý", "Figures of feedback";
        lead: "Mỗi việc tính một lần, trong kỳ nó đến lần đầu. Bấm vào một con số để xem đúng những việc ấy.",
            "Each case counts once, in the period in which it first came. Press a figure to see its very cases.";
        by: "Xem theo", "Rows";
        show: "Xem", "Show";
        period_hint: "2026-08, 2026-q3, 2026-h1, 2026-n (9 tháng) hoặc 2026", "2026-08, 2026-q3, 2026-h1, 2026-n (nine months) or 2026";
        span fn(&str, &str, &str) -> String:
            |from, to, day| ["Kỳ từ ", from, " đến ", to, ", tính đến ", day, "."].concat(),
            |from, to, day| ["From ", from, " to ", to, ", as of ", day, "."].concat();
        nothing: "Kỳ này chưa có việc nào trong phạm vi của bạn, và không còn việc nào đang mở.",
            "No case of yours came in this period, and none is open.";
        other: "Xin chọn kỳ khác hoặc bỏ bớt điều kiện.", "Please choose another period or ask for less.";
        flow: "Kết quả giải quyết", "What became of them";
        time: "Thời gian trả lời, theo ngày làm việc", "Working days to an answer";
        ages: "Việc đang mở, theo số ngày làm việc đã qua", "Open cases by their age in working days";
        passing: "Chuyển và giữ việc", "Passed on and held";
        beside: "Tính riêng, không trừ vào tỷ lệ", "Counted beside the rates";
        requests: "Đề nghị phối hợp, theo đơn vị được hỏi", "Co-ordination requests, by the unit that is asked";
        measured: "Mẫu số", "Measured against";
        file: "Tải bảng này", "Download this table";
        listed fn(&str, &str) -> String:
            |figure, period| ["Những việc của chỉ tiêu “", figure, "”, kỳ ", period, "."].concat(),
            |figure, period| ["The cases of “", figure, "”, period ", period, "."].concat();
        back: "Về bảng số liệu", "Back to the figures";
    }
}

words! {
    /// What the rows are.
    pub(crate) fn grouping(lang, by: Grouping) -> &'static str {
        Grouping::Unit => "Đơn vị", "Unit";
        Grouping::Source => "Kênh tiếp nhận", "Way in";
        Grouping::Kind => "Loại", "Kind";
        Grouping::Month => "Tháng", "Month";
    }
}

words! {
    /// A period scheme by its code.
    pub(crate) fn scheme(lang, code: &str) -> Option<&'static str> {
        "calendar" => "Tháng dương lịch", "Calendar months";
        "kstt" => "Báo cáo kiểm soát thủ tục (ngày 15–14)", "Procedure reports (15th to 14th)";
        "1022-hcm" => "Tổng đài 1022 (12 giờ ngày 25)", "Hotline 1022 (noon of the 25th)";
    }
}
