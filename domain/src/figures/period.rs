//! The periods that reports are due for: months, quarters, half a year, nine months, a year.
//!
//! Publications are of months, quarters and years alone; a report may also be of the longer stretches
//! that a scheme names, which are sums of its months.

use chrono::NaiveDate;

use crate::{day::Month, figures::publish::scheme::Scheme};

/// A kind of report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What it is called in addresses and files; a number of its year follows where there are several.
    pub code: &'static str,
    /// How many months it has.
    pub months: i64,
    /// In which months of the year it begins; none for every month.
    pub begins: &'static [i64],
}

/// Every kind of report, the shortest first.
pub const KINDS: [Kind; 5] = [
    Kind { code: "m", months: 1, begins: &[] },
    Kind { code: "q", months: 3, begins: &[1, 4, 7, 10] },
    Kind { code: "h", months: 6, begins: &[1, 7] },
    Kind { code: "n", months: 9, begins: &[1] },
    Kind { code: "y", months: 12, begins: &[1] },
];

/// What a scheme asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Duty {
    /// The scheme's code.
    pub scheme: &'static str,
    /// The kinds of report it asks for.
    pub kinds: &'static [&'static str],
    /// Within so many working days after the period has ended; none where nothing says so.
    pub within: Option<u32>,
}

/// What each scheme asks for.
pub const DUTIES: [Duty; 3] = [
    Duty { scheme: "calendar", kinds: &["m", "q", "h", "n", "y"], within: None },
    Duty { scheme: "kstt", kinds: &["m", "q", "h", "n", "y"], within: Some(2) },
    Duty { scheme: "1022-hcm", kinds: &["m"], within: None },
];

/// One report's period under a scheme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// How time is cut.
    pub scheme: Scheme,
    /// Its first month.
    pub first: Month,
    /// How many months it has.
    pub months: i64,
}

impl Period {
    /// The period of a kind that begins with a month, where a scheme asks for such a report.
    pub fn of(scheme: Scheme, kind: &str, first: Month) -> Option<Self> {
        let duty = DUTIES.iter().find(|duty| duty.scheme == scheme.code)?;
        let kind = KINDS.iter().find(|it| it.code == kind && duty.kinds.contains(&it.code))?;
        let is_begin = kind.begins.is_empty() || kind.begins.contains(&(first.number() % 100));
        is_begin.then_some(Self { scheme, first, months: kind.months })
    }

    /// Reads `2026-08`, `2026-q3`, `2026-h2`, `2026-n` (nine months) or `2026`, where the scheme asks for
    /// such a report.
    pub fn read(scheme: Scheme, text: &str) -> Option<Self> {
        if let Some(first) = Month::read(text) {
            return Self::of(scheme, "m", first);
        }
        let (year, part) = text.split_once('-').unwrap_or((text, "y"));
        let (kind, number) = part.split_at_checked(1)?;
        let kind = KINDS.iter().find(|it| it.code == kind && !it.begins.is_empty())?;
        let at = match (number, kind.begins.len()) {
            ("", 1) => 0,
            (_, 1) => return None,
            (number, _) => number.parse::<usize>().ok()?.checked_sub(1)?,
        };
        let first = Month::read(&format!("{year}-{:02}", kind.begins.get(at)?))?;
        Self::of(scheme, kind.code, first).filter(|it| it.to_string() == text)
    }

    /// The first and the last of the days that count in it.
    pub fn days(self) -> Option<(NaiveDate, NaiveDate)> {
        Scheme::days_within(self.scheme.stretch(self.first, self.months)?)
    }

    /// Its months in order.
    pub fn each_month(self) -> impl Iterator<Item = Month> {
        (0..self.months).map(move |at| self.first.plus(at))
    }
}

impl std::fmt::Display for Period {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month) = (self.first.number() / 100, self.first.number() % 100);
        match self.months {
            1 => write!(f, "{}", self.first),
            3 => write!(f, "{year:04}-q{}", month / 3 + 1),
            6 => write!(f, "{year:04}-h{}", month / 6 + 1),
            9 => write!(f, "{year:04}-n"),
            _ => write!(f, "{year:04}"),
        }
    }
}

#[cfg(test)]
mod tests;
