//! The words of the page that shows what is behind a figure.

use domain::{
    Lang,
    figures::difference::Verdict,
    office::figures::behind::{Figure, Subject, UnitRow},
};

use crate::text::{
    count, figures,
    trends::{stretch, value},
};

words! {
    /// The words of what is behind a figure.
    pub(crate) behind: BehindWords {
        filters: "Xem số liệu", "What to look at";
        period: "Kỳ", "Period";
        newest: "Kỳ mới nhất", "The newest period";
        everyone: "Mọi đơn vị trong phạm vi", "Every unit within reach";
        every_procedure: "Mọi thủ tục", "Every procedure";
        running: "Kỳ này chưa kết thúc: số liệu còn thay đổi.", "The period is still running: figures will change.";
        demo: "Dữ liệu minh họa, không phải số liệu thật.", "Demo data, no real figures.";
        empty: "Kỳ này chưa có phiếu.", "There is no ballot in this period.";
        months: "Qua các tháng", "Month by month";
        months_table: "Bảng các tháng", "The months as a table";
        levels: "Năm mức trả lời", "The five levels";
        levels_table: "Bảng các mức", "The levels as a table";
        level: "Mức", "Level";
        answers: "Câu trả lời", "Answers";
        share: "Tỷ lệ", "Share";
        units: "Các đơn vị cạnh nhau", "Units side by side";
        units_table: "Bảng các đơn vị", "The units as a table";
        unit: "Đơn vị", "Unit";
        beside_others: "So với các đơn vị khác gộp lại", "Beside all others together";
        place: "Hạng có thể có", "Places it may have";
        no_order: "Trong nhóm “chưa thấy khác biệt” không có thứ tự: ai trên ai dưới chưa nói được.",
            "Within “no difference seen” there is no order: nobody can tell who is above whom.";
        alone: "Chỉ có một đơn vị trong phạm vi, nên không có gì để so.", "There is one unit within reach, so there is nothing to compare.";
        own: "đang xem", "shown here";
        comments: "Ý kiến trong kỳ", "Comments of the period";
        show_comments: "Đọc ý kiến", "Read the comments";
        comments_hint: "Mỗi lần đọc đều được ghi vào nhật ký. Điều cho biết ai là ai được che.",
            "Each reading goes on the record. What tells who somebody is is masked.";
        no_comments: "Kỳ này chưa có ý kiến.", "There is no comment of this period.";
        all_comments: "Mọi ý kiến của kỳ này", "Every comment of this period";
        made_of: "Khoảng tin cậy 95%: câu trả lời của một người đi cùng nhau nên tính theo người. Biểu đồ p′ (Laney), luật MDC-2023. Đơn vị: Newcombe, Benjamini–Hochberg 5%.",
            "95 % interval: answers of one person go together, so people are counted. p′ chart (Laney), rules MDC-2023. Units: Newcombe, Benjamini–Hochberg 5 %.";
        /// How many people and answers a figure is of.
        of fn(&str, &str, &str) -> String:
            |people, num, den| [people, " người trả lời; ", num, "/", den, " câu trả lời hài lòng"].concat(),
            |people, num, den| [people, " people; ", num, " of ", den, " answers satisfied"].concat();
        /// A figure that may be told, with its interval.
        says fn(&str, &str, &str, &str) -> String:
            |period, value, ends, people| [period, ": ", value, " hài lòng, khoảng tin cậy 95% là ", ends, " (", people, " người trả lời)."].concat(),
            |period, value, ends, people| [period, ": ", value, " satisfied, 95 % interval ", ends, " (", people, " people)."].concat();
        /// A figure of too few.
        too_few fn(&str, &str) -> String:
            |period, people| [period, ": ", people, " người trả lời, chưa đủ để kết luận."].concat(),
            |period, people| [period, ": ", people, " people answered, too few to conclude anything."].concat();
        /// The levels in one sentence.
        levels_say fn(&str, &str, &str) -> String:
            |high, middle, low| ["Hài lòng hoặc rất hài lòng ", high, ", bình thường ", middle, ", không hài lòng hoặc rất không hài lòng ", low, " câu trả lời."].concat(),
            |high, middle, low| ["Satisfied or very satisfied ", high, ", neither ", middle, ", dissatisfied or very dissatisfied ", low, " answers."].concat();
        /// The units in one sentence: below, above, not told apart, too few.
        units_say fn(&str, &str, &str, &str) -> String:
            |low, high, same, few| [low, " đơn vị thấp hơn, ", high, " cao hơn, ", same, " chưa thấy khác biệt, ", few, " chưa đủ phiếu."].concat(),
            |low, high, same, few| ["Units below: ", low, "; above: ", high, "; no difference seen: ", same, "; too few ballots: ", few, "."].concat();
        /// Places as a range.
        places fn(&str, &str) -> String: |best, worst| [best, "–", worst].concat(), |best, worst| [best, "–", worst].concat();
    }
}

words! {
    /// What a page is about.
    pub(crate) fn subject(lang, subject: Subject) -> &'static str {
        Subject::Whole => "Chỉ số hài lòng", "Satisfaction index";
        Subject::Unit => "Chỉ số của đơn vị", "Index of the unit";
        Subject::Procedure => "Chỉ số của thủ tục", "Index of the procedure";
        Subject::Factor => "Yếu tố", "Factor";
        Subject::Item => "Tiêu chí", "Criterion";
    }
}

words! {
    /// How a unit stands beside the others.
    pub(crate) fn standing(lang, verdict: Verdict) -> &'static str {
        Verdict::Down => "thấp hơn", "below";
        Verdict::Up => "cao hơn", "above";
        Verdict::NotSeen => "chưa thấy khác biệt", "no difference seen";
        Verdict::TooFew => "chưa đủ phiếu", "too few ballots";
    }
}

/// A figure in one sentence.
pub(crate) fn sentence(lang: Lang, period: &str, figure: &Figure) -> String {
    let (words, people) = (behind(lang), count(lang, figure.n));
    match (figure.value, figure.interval) {
        (Some(it), Some(ends)) => {
            let told = value(lang, it, figure.precision);
            (words.says)(period, &told, &stretch(lang, ends), &people)
        }
        _ => (words.too_few)(period, &people),
    }
}

/// A figure as it is told beside others.
pub(crate) fn told(lang: Lang, figure: &Figure) -> String {
    let few = || standing(lang, Verdict::TooFew).to_owned();
    figure.value.map_or_else(few, |it| value(lang, it, figure.precision))
}

/// Units in one sentence.
pub(crate) fn units_sentence(lang: Lang, rows: &[UnitRow]) -> String {
    let of = |verdict| count(lang, rows.iter().filter(|row| row.verdict == verdict).count() as u64);
    let [low, high, same, few] =
        [Verdict::Down, Verdict::Up, Verdict::NotSeen, Verdict::TooFew].map(of);
    (behind(lang).units_say)(&low, &high, &same, &few)
}

/// How many answers, as ballots are told beside a figure.
pub(crate) fn ballots(lang: Lang, n: u64) -> String {
    (figures(lang).of_ballots)(&count(lang, n))
}
