//! The words beside figures, and how figures are written.

use domain::{
    Channel, Lang, Method, Sampling,
    figures::index::{By, IndexRow},
};

words! {
    /// The words beside figures: results, charts and the office.
    pub figures: FigureWords {
        /// What all figures are about.
        index: "Chỉ số hài lòng", "Satisfaction index";
        /// The breakdowns, in the order of `domain::figures::index::By::ALL`.
        by [&'static str; By::ALL.len()]: ["Đơn vị", "Thủ tục", "Yếu tố", "Tiêu chí", "Tháng",
            "Hình thức nộp hồ sơ", "Cách lấy phiếu"],
            ["Unit", "Procedure", "Factor", "Criterion", "Month", "Way of filing", "Collected by"];
        /// Before the choice of a breakdown.
        break_down: "Xem theo", "Break down by";
        /// The kinds of sampling, in the order of `domain::Sampling::ALL`.
        sampling [&'static str; Sampling::ALL.len()]: ["Chọn ngẫu nhiên từ danh sách",
            "Tất cả hồ sơ đã giải quyết xong", "Mã QR tại quầy", "Máy đặt tại quầy",
            "Đường dẫn mở (tự tham gia)", "Cán bộ hỗ trợ điền phiếu", "Nhập từ phiếu giấy"],
            ["Drawn by chance from a list", "Every finished dossier", "QR code at the counter",
                "Device at the counter", "Open link (self-selected)",
                "Filled in with help from staff", "Typed in from paper"];
        /// The channels, in the order of `domain::Channel::ALL`.
        channels [&'static str; Channel::ALL.len()]: ["Trực tiếp", "Trực tuyến", "Bưu chính"],
            ["In person", "Online", "By post"];
        /// The question set.
        instrument: "Bộ phiếu", "Question set";
        /// The method.
        method: "Cách tính", "Method";
        /// What `T2B` says.
        top_two: "Tỷ lệ trả lời “Hài lòng” và “Rất hài lòng” (T2B)",
            "Share of “Satisfied” and “Very satisfied” (T2B)";
        /// What `MEAN5` says.
        mean: "Điểm trung bình so với mức cao nhất là 5, tính theo % (MEAN5)",
            "Mean level against the highest of 5, in percent (MEAN5)";
        /// Over the kinds of sampling.
        collected: "Cách lấy phiếu", "How ballots were collected";
        /// A count that is too small to tell.
        few: "quá ít để công bố", "too few to publish";
        /// From which month.
        from: "Từ tháng", "From month";
        /// To which month.
        to: "Đến tháng", "To month";
        /// Applies the filters.
        show: "Xem", "Show";
        /// The number of ballots.
        ballots: "Số phiếu", "Ballots";
        /// The share in percent.
        percent: "Chỉ số", "Index";
        /// The interval.
        interval: "Khoảng tin cậy 95%", "95% interval";
        /// Numerator and denominator.
        counts: "Tử số/mẫu số", "Numerator/denominator";
        /// All rows pooled.
        total: "Toàn bộ", "All";
        /// A row whose unit or procedure is not in the books.
        unnamed: "Không nêu rõ", "Not named";
        /// What share of all ballots names a unit.
        with_unit fn(u32) -> String: |percent| format!("{percent} % phiếu có đơn vị"),
            |percent| format!("{percent} % of ballots name a unit");
        /// What share of all ballots names a procedure.
        with_procedure fn(u32) -> String: |percent| format!("{percent} % phiếu có thủ tục"),
            |percent| format!("{percent} % of ballots name a procedure");
        /// Before these shares.
        about: "Phiếu nói về", "What ballots are about";
        /// In the place of rows where no ballot names one.
        none_named: "Chưa có phiếu nào nêu đơn vị.", "No ballot names a unit yet.";
        /// A row that is withheld.
        suppressed: "ít người trả lời, không công bố", "too few answers to publish";
        /// No figures at all.
        empty: "Chưa có phiếu nào trong phạm vi này. Xin chọn khoảng thời gian hoặc bộ phiếu khác.",
            "There are no ballots in this range. Please choose another period or question set.";
        /// What the whiskers and the band mean.
        doubt: "Vạch ngang hoặc dải mờ là khoảng tin cậy 95%: phiếu càng ít, khoảng càng rộng.",
            "Whiskers and the pale band are the 95% interval: the fewer the ballots, the wider it is.";
        /// That the axis begins at some percent above 0.
        axis fn(u32) -> String: |floor| format!("Trục đứng bắt đầu từ {floor}%, không phải từ 0%."),
            |floor| format!("The vertical axis begins at {floor}%, not at 0%.");
        /// While figures are on their way.
        waiting: "Đang tải số liệu…", "Loading figures…";
        /// When they did not come.
        failed: "Chưa tải được số liệu. Xin kiểm tra mạng rồi thử lại.",
            "The figures did not arrive. Please check the network and try again.";
        /// Asks for them again.
        retry: "Thử lại", "Try again";
        /// That the figures of the office are those everybody sees.
        public_only: "Đây là số liệu công khai, giống trang kết quả: nhóm quá ít phiếu không được hiện.",
            "These are the public figures, as on the results page: groups of too few ballots are withheld.";
    }
}

/// A count with its thousands apart: `12.345` or `12,345`.
pub fn count(lang: Lang, n: u64) -> String {
    let digits = n.to_string();
    let mark = match lang {
        Lang::Vi => '.',
        Lang::En => ',',
    };
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(mark);
        }
        written.push(digit);
    }
    written
}

/// A decimal text such as `83.94` as people read it, with its percent sign; nothing is "—".
pub fn percent(lang: Lang, decimal: Option<&str>) -> String {
    match (decimal, lang) {
        (None, _) => "—".to_owned(),
        (Some(text), Lang::En) => format!("{text}%"),
        (Some(text), Lang::Vi) => format!("{}%", text.replace('.', ",")),
    }
}

/// A share as a whole percent: 100 only where all are meant, 0 only where none is.
pub fn whole(percent: &str) -> Option<u32> {
    let hundredths: u32 = percent.replace('.', "").parse().ok()?;
    Some(match hundredths {
        0 => 0,
        10_000.. => 100,
        _ => ((hundredths + 50) / 100).clamp(1, 99),
    })
}

impl FigureWords {
    /// What a method says.
    pub fn method(&self, method: Method) -> &'static str {
        match method {
            Method::TopTwo => self.top_two,
            Method::Mean => self.mean,
        }
    }

    /// What stands in the percent column of a row.
    pub fn value(&self, lang: Lang, row: &IndexRow) -> String {
        if row.suppressed {
            self.suppressed.to_owned()
        } else {
            percent(lang, row.percent.as_deref())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_and_decimals_follow_the_language() {
        assert_eq!(count(Lang::Vi, 1_234_567), "1.234.567");
        assert_eq!(count(Lang::En, 1_000), "1,000");
        assert_eq!(count(Lang::Vi, 999), "999");
        assert_eq!(percent(Lang::Vi, Some("83.94")), "83,94%");
        assert_eq!(percent(Lang::En, Some("83.94")), "83.94%");
        assert_eq!(percent(Lang::Vi, Some("100.00")), "100,00%");
        assert_eq!(percent(Lang::Vi, None), "—");
    }
}
