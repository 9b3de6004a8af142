//! The words beside figures, and how figures are written.

use domain::{
    Channel, Lang, Method, Sampling,
    figures::index::{By, IndexRow, Precision},
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
        /// The period of published figures.
        period: "Kỳ", "Period";
        /// Which publication the figures are from: its period, its version and its day.
        version fn(&str, i64, &str) -> String:
            |period, version, day| format!("{period} (bản công bố {version}, {day})"),
            |period, version, day| format!("{period} (publication {version}, {day})");
        /// Leads to the publication as a file.
        file: "Tải số liệu (CSV)", "Download the figures (CSV)";
        /// What is told of the period that has not ended.
        running fn(&str, &str) -> String:
            |period, ballots| format!(
                "Kỳ {period} chưa kết thúc: khoảng {ballots} phiếu (làm tròn đến chục). \
                 Số liệu được công bố sau khi kỳ kết thúc."
            ),
            |period, ballots| format!(
                "Period {period} has not ended: about {ballots} ballots (to the nearest ten). \
                 Figures are published after it ends."
            );
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
        /// A unit whose figure counts the units below it too.
        with_those_below fn(&str) -> String: |unit| [unit, " (cả đơn vị trực thuộc)"].concat(),
            |unit| [unit, " (with the units below it)"].concat();
        /// That each ballot counts for one row.
        alone: "Mỗi dòng chỉ tính phiếu nêu đúng đơn vị đó, không gộp đơn vị trực thuộc.",
            "Each row counts the ballots that name this very unit, without the units below it.";
        /// A figure of too few people.
        too_few: "chưa đủ phiếu", "too few ballots";
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
        empty: "Chưa có số liệu trong phạm vi này. Xin chọn kỳ hoặc bộ phiếu khác.",
            "There are no figures in this range. Please choose another period or question set.";
        /// What the whiskers and the band mean.
        doubt: "Vạch ngang hoặc dải mờ là khoảng tin cậy 95%: phiếu càng ít, khoảng càng rộng.",
            "Lines through a value and the pale band are the 95% interval: the fewer the ballots, the wider it is.";
        /// A number of ballots.
        of_ballots fn(&str) -> String: |n| format!("{n} phiếu"), |n| format!("{n} ballots");
        /// Where months of several question sets make one line: the newest of them, and how much is compared.
        joined fn(&str, usize) -> String: |set, items| format!("Đường ngắt ở chỗ bắt đầu bộ phiếu {set}; trước và sau chỉ so {items} tiêu chí được hỏi như nhau."),
            |set, items| format!("The line breaks where the question set {set} begins; before and after only the {items} criteria that both ask alike are compared.");
        /// The newest of some months.
        latest fn(&str) -> String: |month| format!("Mới nhất: {month}."), |month| format!("Newest: {month}.");
        /// What is to be reached.
        target: "Mục tiêu", "Target";
        /// A row below all others together, also when chance is allowed for.
        lower: "thấp hơn phần còn lại", "below all others";
        /// A row above them.
        higher: "cao hơn phần còn lại", "above all others";
        /// A row that may be as they are.
        no_difference: "chưa thấy khác biệt", "no difference seen";
        /// Which percents a chart of rows shows.
        stretch fn(u32, u32) -> String: |from, to| format!("Hình trải từ {from}% đến {to}%."),
            |from, to| format!("The chart spans {from}% to {to}%.");
        /// That the axis begins at some percent above 0.
        axis fn(u32) -> String: |floor| format!("Trục đứng bắt đầu từ {floor}%, không phải từ 0%."),
            |floor| format!("The vertical axis begins at {floor}%, not at 0%.");
        /// Opens the figures of a chart as a table.
        as_table: "Xem bảng số liệu", "Show the figures as a table";
        /// Opens the filters.
        choose: "Chọn kỳ và bộ phiếu", "Choose period and question set";
        /// That those below the others stand first, and that the rest has no order.
        worst_first: "Nơi thấp hơn các nơi khác gộp lại đứng đầu; giữa những nơi chưa thấy khác biệt thì không có thứ tự.",
            "Those below all others together stand first; among those that cannot be told apart there is no order.";
        /// Over the index by unit.
        by_units: "Theo đơn vị", "By unit";
        /// Over the index by month.
        over_months: "Qua các tháng", "Over the months";
        /// Over what the figures rest on.
        rests_on: "Số liệu từ đâu?", "What the figures rest on";
        /// The day on which the figures were read.
        as_of fn(&str) -> String: |day| format!("Số liệu đến ngày {day}"), |day| format!("Figures as of {day}");
        /// While figures are on their way.
        waiting: "Đang tải số liệu…", "Loading figures…";
        /// When they did not come.
        failed: "Chưa tải được số liệu. Xin kiểm tra mạng rồi thử lại.",
            "The figures did not arrive. Please check the network and try again.";
        /// Asks for them again.
        retry: "Thử lại", "Try again";
        /// That an outside viewer's figures are those everybody sees.
        public_only: "Đây là số liệu công khai, giống trang kết quả: nhóm quá ít phiếu không được hiện.",
            "These are the public figures, as on the results page: groups of too few ballots are withheld.";
        /// That the figures are those of this moment, for the office alone.
        live: "Số liệu tại thời điểm này, dùng trong cơ quan. Dưới 10 người trả lời thì chưa nói được tỷ lệ. Số liệu công bố ở trang kết quả.",
            "The figures of this moment, for the office. Of fewer than 10 people no share is told. Published figures are on the results page.";
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
        } else if row.percent.is_none() && row.den.is_some_and(|den| den > 0) {
            self.too_few.to_owned()
        } else {
            let (sign, text) = match row.precision {
                Precision::Hundredths => return percent(lang, row.percent.as_deref()),
                Precision::Whole => ("", row.percent.as_deref()),
                Precision::AtLeast => ("≥ ", row.percent.as_deref()),
                Precision::AtMost => ("≤ ", row.percent.as_deref()),
            };
            format!("{sign}{}", percent(lang, text.map(without_decimals)))
        }
    }

    /// The interval of a row, as exactly as its percentage is told.
    pub fn ends(&self, lang: Lang, row: &IndexRow) -> Option<String> {
        let (low, high) = (row.ci_low.as_deref()?, row.ci_high.as_deref()?);
        if row.precision == Precision::Hundredths {
            return Some(format!("{} – {}", percent(lang, Some(low)), percent(lang, Some(high))));
        }
        // Outwards, as the hundredths themselves were rounded.
        let (low, whole) = (without_decimals(low), without_decimals(high));
        let up = u32::from(!high.trim_start_matches(whole).trim_matches(['.', '0']).is_empty());
        let high = whole.parse::<u32>().ok()? + up;
        Some(format!("{low}% – {high}%"))
    }
}

/// The whole percent of a decimal text such as `84.00`.
fn without_decimals(text: &str) -> &str {
    text.split('.').next().unwrap_or(text)
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

    #[test]
    fn a_figure_is_written_as_exactly_as_it_is_told() {
        let written = |precision| {
            let (percent, ci_low) = (Some("95.00".into()), Some("88.00".into()));
            let ci_high = Some("99.00".into());
            let row = IndexRow { percent, ci_low, ci_high, precision, ..IndexRow::default() };
            (figures(Lang::Vi).value(Lang::Vi, &row), figures(Lang::En).ends(Lang::En, &row))
        };
        assert_eq!(written(Precision::Hundredths).0, "95,00%");
        assert_eq!(written(Precision::AtLeast).0, "≥ 95%");
        assert_eq!(written(Precision::Whole), ("95%".into(), Some("88% – 99%".into())));
        let (ci_low, ci_high) = (Some("72.25".into()), Some("99.01".into()));
        let row =
            IndexRow { ci_low, ci_high, precision: Precision::AtLeast, ..IndexRow::default() };
        assert_eq!(figures(Lang::Vi).ends(Lang::Vi, &row), Some("72% – 100%".into()));
        let few = IndexRow { num: Some(6), den: Some(6), n: Some(1), ..IndexRow::default() };
        assert_eq!(figures(Lang::Vi).value(Lang::Vi, &few), "chưa đủ phiếu");
        let nobody = IndexRow { num: Some(0), den: Some(0), ..IndexRow::default() };
        assert_eq!(figures(Lang::Vi).value(Lang::Vi, &nobody), "—");
    }
}
