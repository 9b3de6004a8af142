//! Which words stand beside figures, and how figures are written.

use domain::{Lang, Method, figures::index::IndexRow};

/// The words of results, charts and the office, in one language.
pub struct FigureWords {
    /// What all figures are about.
    pub index: &'static str,
    /// The breakdowns, in the order of `domain::figures::index::By::ALL`.
    pub by: [&'static str; 6],
    /// Before the choice of a breakdown.
    pub break_down: &'static str,
    /// The kinds of sampling, in the order of `domain::Sampling::ALL`.
    pub sampling: [&'static str; 7],
    /// The channels, in the order of `domain::Channel::ALL`.
    pub channels: [&'static str; 3],
    /// The question set.
    pub instrument: &'static str,
    /// The method.
    pub method: &'static str,
    /// What `T2B` says.
    pub top_two: &'static str,
    /// What `MEAN5` says.
    pub mean: &'static str,
    /// Over the kinds of sampling.
    pub collected: &'static str,
    /// A count that is too small to tell.
    pub few: &'static str,
    /// From which month.
    pub from: &'static str,
    /// To which month.
    pub to: &'static str,
    /// Applies the filters.
    pub show: &'static str,
    /// The number of ballots.
    pub ballots: &'static str,
    /// The share in percent.
    pub percent: &'static str,
    /// The interval.
    pub interval: &'static str,
    /// Numerator and denominator.
    pub counts: &'static str,
    /// All rows pooled.
    pub total: &'static str,
    /// A row of ballots that name no unit or procedure.
    pub unnamed: &'static str,
    /// A row that is withheld.
    pub suppressed: &'static str,
    /// No figures at all.
    pub empty: &'static str,
    /// What the whiskers and the band mean.
    pub doubt: &'static str,
    /// That the axis begins at some percent above 0.
    pub axis: fn(u32) -> String,
    /// While figures are on their way.
    pub waiting: &'static str,
    /// When they did not come.
    pub failed: &'static str,
    /// Asks for them again.
    pub retry: &'static str,
    /// That the figures of the office are those everybody sees.
    pub public_only: &'static str,
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
