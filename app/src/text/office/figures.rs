//! The words of the leaders' figures: targets.

use domain::office::figures::target::Indicator;

words! {
    /// The words of targets.
    pub(crate) targets: TargetWords {
        heading: "Mục tiêu", "Targets";
        add: "Đặt mục tiêu", "Set a target";
        one: "Mục tiêu", "Target";
        empty: "Đặt mục tiêu đầu tiên.", "Set the first one.";
        indicator: "Chỉ tiêu", "Indicator";
        year: "Năm", "Year";
        value: "Mức phải đạt (%)", "To be reached (%)";
        value_hint: "Ví dụ 90 hoặc 92,5.", "Such as 90 or 92.5.";
        basis: "Căn cứ", "Basis";
        basis_hint: "Văn bản đặt ra mục tiêu này.", "The document that lays it down.";
        department: "Toàn Sở", "The whole department";
        unit_hint: "Bỏ trống là mục tiêu của toàn Sở.", "Left empty it is set for the whole department.";
        remove: "Bỏ mục tiêu này", "Remove this target";
        remove_send: "Bỏ", "Remove";
        removed: "Đã bỏ.", "Removed.";
    }
}

words! {
    /// What a target is set for.
    pub(crate) fn indicator(lang, indicator: Indicator) -> &'static str {
        Indicator::Satisfaction => "Chỉ số hài lòng (T2B)", "Satisfaction index (T2B)";
        Indicator::MeanLevel => "Điểm trung bình (MEAN5)", "Mean level (MEAN5)";
        Indicator::OnTime => "Hồ sơ đúng hạn", "Dossiers on time";
        Indicator::Online => "Hồ sơ trực tuyến", "Dossiers filed online";
        Indicator::Cashless => "Thanh toán trực tuyến", "Payments without cash";
        Indicator::Digitised => "Số hóa hồ sơ, kết quả", "Dossiers and results digitised";
    }
}
