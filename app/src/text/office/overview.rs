//! The words of the first page of those who lead.

words! {
    /// The words of the overview.
    pub(crate) overview: OverviewWords {
        satisfied: "hài lòng", "satisfied";
        all: "Toàn bộ phạm vi", "Everything in reach";
        change_lens: "Đổi", "Change";
        print: "In", "Print";
        instrument: "Bộ phiếu", "Question set";
        period: "Kỳ", "Period";
        newest: "Kỳ mới nhất", "The newest period";
        scheme: "Cách chia kỳ", "Period scheme";
        unit: "Đơn vị", "Unit";
        running: "chưa kết thúc", "not ended";
        show: "Xem", "Show";
        past_year: "so với 12 tháng trước.", "against the 12 months before.";
        first_things: "Việc nên làm trước", "What comes first";
        nothing_first: "Chưa thấy điều gì xấu đi hay kém hơn nơi khác một cách chắc chắn.",
            "Nothing is surely worse than before or than elsewhere.";
        troubles fn(&str) -> String: |n| [n, " cảnh báo"].concat(), |n| ["alerts: ", n].concat();
        alerts: "Cảnh báo", "Alerts";
        trouble fn(&str, &str) -> String: |told, of| [told, " trên ", of, " phiếu trả lời là có."].concat(),
            |told, of| [told, " of ", of, " ballots said yes."].concat();
        good_news: "Tin tốt", "Good news";
        no_good_news: "Chưa thấy điều gì tốt lên một cách chắc chắn.", "Nothing is surely better yet.";
        the_index: "Chỉ số chung", "The index";
        was fn(&str, &str, &str) -> String: |now, before, n| [now, ", 12 tháng trước ", before, " · ", n, " phiếu"].concat(),
            |now, before, n| [now, ", ", before, " in the 12 months before · ", n, " ballots"].concat();
        elsewhere fn(&str, &str, &str) -> String: |now, other, n| [now, ", nơi khác ", other, " · ", n, " phiếu trong 12 tháng"].concat(),
            |now, other, n| [now, ", elsewhere ", other, " · ", n, " ballots in 12 months"].concat();
        indicators: "Các chỉ số", "Indicators";
        look: "Cần xem ngay", "To be looked at";
        calm: "Chưa thấy gì khác thường", "Nothing unusual";
        better: "Tiến bộ", "Better";
        beside_past: "So với 12 tháng trước", "Against the 12 months before";
        target fn(&str) -> String: |year| ["Mục tiêu ", year].concat(), |year| ["Target ", year].concat();
        not_judged: "chưa xét", "not judged yet";
        left_out fn(&str) -> String: |n| ["Còn ", n, " đơn vị và thủ tục ít phiếu hơn không có dòng riêng ở đây."].concat(),
            |n| ["Units and procedures with fewer ballots and no row here: ", n, "."].concat();
        mix fn(&str, &str, &str, &str) -> String:
            |by, before, after, still| ["Cơ cấu theo ", by, " đã đổi: cả khối từ ", before, " thành ", after, "; nếu cơ cấu như cũ thì là ", still, "."].concat(),
            |by, before, after, still| ["The mix by ", by, " moved: the whole went from ", before, " to ", after, "; at the old mix it would be ", still, "."].concat();
        unseen fn(&str) -> String:
            |n| [" Phần chưa có phiếu trong kỳ (", n, ") được tính như trước."].concat(),
            |n| [" Parts without ballots in the period (", n, ") count as before."].concat();
        by_procedure: "thủ tục", "procedure";
        by_channel: "hình thức nộp hồ sơ", "way of filing";
        empty: "Chưa có phiếu nào trong kỳ này.", "There are no ballots in this period.";
        empty_help: "Chọn kỳ khác, hoặc mở đợt khảo sát và đặt mã QR ở quầy.",
            "Choose another period, or open a campaign and put its code at the counter.";
        method: "Chỉ số là số câu trả lời “Hài lòng” và “Rất hài lòng” chia cho số câu đã trả lời (T2B)",
            "The index is the “Satisfied” and “Very satisfied” answers over all answers (T2B)";
        method_more: "Dấu ± là khoảng sai số, độ tin cậy 95%. Dải màu là mức dao động thường của từng tháng (biểu đồ p′, quy tắc MDC-2023). So sánh cả trang được xét cùng lúc, nên hiếm khi báo nhầm.",
            "± is how far a figure may be off, at 95% confidence. The band is what months usually vary between (p′ chart, rules MDC-2023). All comparisons of the page are decided together, so that few are false.";
        as_table: "Xem dạng bảng", "Show as a table";
    }
}

words! {
    /// What a period scheme is called.
    pub(crate) fn scheme(lang, code: &str) -> &'static str {
        "kstt" => "Kiểm soát thủ tục: ngày 15 đến 14", "Procedure control: from the 15th to the 14th";
        "1022-hcm" => "Tổng đài 1022: 12 giờ ngày 25", "Hotline 1022: noon of the 25th";
        _ => "Tháng dương lịch", "Calendar months";
    }
}
