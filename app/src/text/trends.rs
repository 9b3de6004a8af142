//! What charts through time say: sentences, and what their lines and shapes mean.

use domain::{
    Lang,
    figures::{
        index::Precision,
        share::decimal,
        trend::{assurance::Assurance, laney::Wobble, rules::Cause},
    },
    office::figures::trend::{Stretch, Trend, TrendPoint},
};

use super::{count, percent};

words! {
    /// The words of charts through time.
    pub trends: TrendWords {
        /// The column of months.
        month: "Tháng", "Month";
        /// The column of what is special.
        special: "Điểm đáng chú ý", "What stands out";
        /// The column of limits.
        usual: "Dao động thường", "Usual range";
        /// A month without a figure.
        gap: "chưa đủ phiếu", "too few ballots";
        /// How many months, from when to when.
        months fn(&str, &str, &str) -> String:
            |n, from, to| [n, " tháng, từ ", from, " đến ", to].concat(),
            |n, from, to| [n, " months, from ", from, " to ", to].concat();
        /// One month.
        one_month fn(&str) -> String: |month| ["Tháng ", month].concat(), |month| ["Month ", month].concat();
        /// The centre line and the usual range.
        range fn(&str, &str) -> String:
            |mean, usual| ["trung bình ", mean, ", dao động thường ", usual].concat(),
            |mean, usual| ["mean ", mean, ", usually ", usual].concat();
        /// The same with limits for the time being.
        trial_range fn(&str, &str) -> String:
            |mean, usual| ["trung bình ", mean, ", giới hạn tạm ", usual, " (chưa đủ 13 tháng)"].concat(),
            |mean, usual| ["mean ", mean, ", provisional limits ", usual, " (fewer than 13 months)"].concat();
        /// Months without a figure.
        gaps fn(&str) -> String: |n| [n, " tháng chưa đủ phiếu"].concat(),
            |n| ["months with too few ballots: ", n].concat();
        /// The newest month and what is special about it.
        latest fn(&str, &str) -> String: |month, says| [month, ": ", says].concat(),
            |month, says| [month, ": ", says].concat();
        /// That no month is special.
        nothing_special: "không tháng nào khác thường", "no month stands out";
        /// How many months are special.
        some_special fn(&str) -> String: |n| [n, " tháng khác thường"].concat(),
            |n| ["months that stand out: ", n].concat();
        /// The target in a chart.
        target fn(&str) -> String: |value| ["mục tiêu ", value].concat(), |value| ["target ", value].concat();
        /// Whether months met the target.
        met fn(&str, &str, &str) -> String:
            |met, of, target| [met, "/", of, " tháng đạt mục tiêu ", target].concat(),
            |met, of, target| [met, " of ", of, " months met the target of ", target].concat();
        /// Where another question set begins.
        begins fn(&str) -> String: |set| ["bộ phiếu ", set].concat(), |set| ["question set ", set].concat();
        /// How much is compared across versions.
        joined fn(&str) -> String:
            |n| ["đường ngắt ở chỗ đổi bộ phiếu, chỉ so ", n, " tiêu chí được hỏi như nhau"].concat(),
            |n| ["the line breaks where the question set changes; only the ", n, " criteria asked alike are compared"].concat();
        /// For the better.
        better: "tốt lên", "better";
        /// For the worse.
        worse: "xấu đi", "worse";
    }
}

words! {
    /// Why a point is special.
    pub fn cause_word(lang, cause: Cause) -> &'static str {
        Cause::Point => "vượt dao động thường", "beyond the usual range";
        Cause::Trend => "7 tháng liền đi một chiều", "7 months in a row went one way";
        Cause::TwoOfThree => "2 trong 3 tháng sát giới hạn", "2 of 3 months close to a limit";
        Cause::Shift => "từ 7 tháng liền lệch một phía trung bình", "7 or more months in a row on one side of the mean";
    }
}

words! {
    /// What the limits say of a target.
    pub fn assurance_word(lang, assurance: Assurance) -> &'static str {
        Assurance::Always => "luôn đạt", "always met";
        Assurance::Never => "luôn không đạt", "never met";
        Assurance::Sometimes => "lúc đạt lúc không", "met now and then";
    }
}

words! {
    /// What σz says of the months.
    pub fn wobble_word(lang, wobble: Wobble) -> &'static str {
        Wobble::Sampling => "Các tháng chỉ khác nhau vì mỗi tháng hỏi người khác.",
            "Months differ only because other people were asked.";
        Wobble::Real => "Các tháng khác nhau thật, nhiều hơn do ngẫu nhiên.",
            "Months really differ, by more than chance.";
        Wobble::TooAlike => "Các tháng giống nhau hơn mức ngẫu nhiên: cũng có thể là dấu hiệu điền hộ phiếu.",
            "Months are more alike than chance makes them: this may also be a sign of ballots filled in for others.";
    }
}

/// Hundredths of a percent with two decimals: `83,94%`.
pub fn exact(lang: Lang, hundredths: u64) -> String {
    percent(lang, Some(&decimal(hundredths)))
}

/// Hundredths of a percent as limits and means are told, with one decimal: `83,9`.
pub fn tenths(lang: Lang, hundredths: u64) -> String {
    let tenths = (hundredths + 5) / 10;
    let mark = if lang == Lang::Vi { "," } else { "." };
    [&(tenths / 10).to_string(), mark, &(tenths % 10).to_string()].concat()
}

/// A target: `88%`, `88,5%`.
pub fn goal(lang: Lang, hundredths: u64) -> String {
    if hundredths.is_multiple_of(100) {
        [&(hundredths / 100).to_string(), "%"].concat()
    } else {
        exact(lang, hundredths)
    }
}

/// A value as exactly as it is told: `≥ 95%` where a few all agree.
pub fn value(lang: Lang, value: u64, precision: Precision) -> String {
    match precision {
        Precision::Hundredths => exact(lang, value),
        Precision::Whole => goal(lang, value),
        Precision::AtLeast => ["≥ ", &goal(lang, value)].concat(),
        Precision::AtMost => ["≤ ", &goal(lang, value)].concat(),
    }
}

/// Limits or an interval: `83,6–87,5%`.
pub fn stretch(lang: Lang, Stretch { low, high }: Stretch) -> String {
    [&tenths(lang, low), "–", &tenths(lang, high), "%"].concat()
}

/// What is special about a point, for the worse first.
pub fn special(lang: Lang, point: &TrendPoint) -> Option<String> {
    let words = trends(lang);
    let says = |cause: Option<Cause>, side: &str| {
        cause.map(|cause| [side, ": ", cause_word(lang, cause)].concat())
    };
    let both: Vec<String> =
        [says(point.concern, words.worse), says(point.improvement, words.better)]
            .into_iter()
            .flatten()
            .collect();
    (!both.is_empty()).then(|| both.join("; "))
}

/// A chart in one sentence.
pub fn summary(lang: Lang, trend: &Trend) -> String {
    let words = trends(lang);
    let points = &trend.points;
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return String::new() };
    let n = |of: usize| count(lang, of as u64);
    let mut parts = vec![match points.len() {
        1 => (words.one_month)(&last.label),
        many => (words.months)(&n(many), &first.label, &last.label),
    }];
    parts.extend(range(lang, trend));
    let gaps = points.iter().filter(|point| point.value.is_none()).count();
    if gaps > 0 {
        parts.push((words.gaps)(&n(gaps)));
    }
    let told = points.len() - gaps;
    if trend.lines.iter().any(|line| line.is_firm) {
        let special = points.iter().filter(|it| it.concern.or(it.improvement).is_some()).count();
        parts.push(match special {
            0 => words.nothing_special.to_owned(),
            some => (words.some_special)(&n(some)),
        });
    }
    if let Some(aim) = trend.aim.as_ref().filter(|_| told > 0) {
        let met = points.iter().filter(|it| it.value.is_some_and(|value| value >= aim.value));
        parts.push((words.met)(&n(met.count()), &n(told), &goal(lang, aim.value)));
    }
    if !trend.comparable.is_empty() {
        parts.push((words.joined)(&n(trend.comparable.len())));
    }
    [&parts.join("; "), "."].concat()
}

/// The mean of the last part of the line and what it usually varies between.
fn range(lang: Lang, trend: &Trend) -> Option<String> {
    let words = trends(lang);
    let (at, last) = trend.points.iter().enumerate().rev().find(|(_, it)| it.limits.is_some())?;
    let line = trend.line(at)?;
    let (mean, usual) = ([&tenths(lang, line.centre?), "%"].concat(), stretch(lang, last.limits?));
    let say = if line.is_firm { words.range } else { words.trial_range };
    Some(say(&mean, &usual))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_exactly_as_they_are_told() {
        assert_eq!(exact(Lang::Vi, 8538), "85,38%");
        assert_eq!(tenths(Lang::Vi, 8355), "83,6");
        assert_eq!((goal(Lang::Vi, 8800), goal(Lang::En, 8850)), ("88%".into(), "88.50%".into()));
        assert_eq!(value(Lang::Vi, 9500, Precision::AtLeast), "≥ 95%");
        let usual = Stretch { low: 8360, high: 8750 };
        assert_eq!(stretch(Lang::En, usual), "83.6–87.5%");
    }
}
