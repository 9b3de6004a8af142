//! Days and months as the office counts them: at +07:00, whatever the server's clock says.

pub mod working;

use chrono::{DateTime, Datelike, Days, FixedOffset, NaiveDate, NaiveDateTime, Utc};
use serde::{Deserialize, Serialize};

/// Seconds by which Việt Nam is ahead of UTC, all year.
const AHEAD: i32 = 7 * 3600;

/// The local day of a moment.
pub fn local_day(moment: DateTime<Utc>) -> NaiveDate {
    local_time(moment).date()
}

/// The local day and time of a moment.
pub fn local_time(moment: DateTime<Utc>) -> NaiveDateTime {
    let zone = FixedOffset::east_opt(AHEAD).expect("seven hours is a valid offset");
    moment.with_timezone(&zone).naive_local()
}

/// The first moment of a local day.
pub fn start_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.and_time(chrono::NaiveTime::MIN).and_utc();
    midnight - chrono::TimeDelta::seconds(i64::from(AHEAD))
}

/// A day as the number `YYYYMMDD`, the form in which it is stored and compared.
pub fn number(day: NaiveDate) -> i64 {
    i64::from(day.year()) * 10_000 + i64::from(day.month()) * 100 + i64::from(day.day())
}

/// Reads `YYYY-MM-DD`, and nothing else.
pub fn read(text: &str) -> Option<NaiveDate> {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    // The whole reader of dates would be a large part of the browser's bundles.
    (shape == "0000-00-00").then(|| from_number(text.replace('-', "").parse().ok()?)).flatten()
}

/// The day behind a stored number.
pub fn from_number(number: i64) -> Option<NaiveDate> {
    let year = i32::try_from(number / 10_000).ok()?;
    let part = |value: i64| u32::try_from(value % 100).ok();
    NaiveDate::from_ymd_opt(year, part(number / 100)?, part(number)?)
}

/// A calendar month, stored as `YYYYMM` and written `YYYY-MM`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month(i64);

impl Month {
    /// Before any month that can be stored.
    pub const FIRST: Self = Self(0);
    /// After any month that can be stored, and before every day number.
    pub const LAST: Self = Self(999_999);

    /// The month a day lies in. Years of four digits only: a number of more would read as a day.
    pub fn of(day: NaiveDate) -> Self {
        Self(number(day) / 100)
    }

    /// The month of a stored number.
    pub fn from_number(number: i64) -> Option<Self> {
        from_number(number * 100 + 1).map(Self::of)
    }

    /// Reads `YYYY-MM`.
    pub fn read(text: &str) -> Option<Self> {
        let (year, month) = text.split_once('-')?;
        if year.len() != 4
            || month.len() != 2
            || !text.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        {
            return None;
        }
        Self::from_number(year.parse::<i64>().ok()? * 100 + month.parse::<i64>().ok()?)
    }

    /// The number it is stored as.
    pub fn number(self) -> i64 {
        self.0
    }

    /// The month before or after this one by a number of months.
    pub fn plus(self, months: i64) -> Self {
        let count = self.0 / 100 * 12 + self.0 % 100 - 1 + months;
        Self(count.div_euclid(12) * 100 + count.rem_euclid(12) + 1)
    }

    /// `MM/YYYY`, as Vietnamese tables write it.
    pub fn label(self) -> String {
        format!("{:02}/{}", self.0 % 100, self.0 / 100)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.0 / 100, self.0 % 100)
    }
}

/// The days on which something is valid, both ends included; open without an end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    /// The first valid day.
    pub from: NaiveDate,
    /// The last valid day, if the end is known.
    pub to: Option<NaiveDate>,
}

impl Period {
    /// Whether a day lies within.
    pub fn holds(self, day: NaiveDate) -> bool {
        self.from <= day && self.to.is_none_or(|last| day <= last)
    }

    /// Whether two periods share a day.
    pub fn meets(self, other: Self) -> bool {
        self.to.is_none_or(|last| other.from <= last)
            && other.to.is_none_or(|last| self.from <= last)
    }
}

/// The day after, for stepping through a period.
pub fn next(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn the_day_turns_at_midnight_in_viet_nam() {
        assert_eq!(local_day(at("2026-03-31T16:59:59.9Z")).to_string(), "2026-03-31");
        assert_eq!(local_day(at("2026-03-31T17:00:00.1Z")).to_string(), "2026-04-01");
        assert_eq!(start_of(local_day(at("2026-03-31T17:00:00Z"))), at("2026-03-31T17:00:00Z"));
    }

    #[test]
    fn months_step_over_the_year() {
        let december = Month::read("2025-12").unwrap();
        assert_eq!(december.plus(1).to_string(), "2026-01");
        assert_eq!(december.plus(-12).to_string(), "2024-12");
        assert_eq!(december.label(), "12/2025");
        for bad in ["2025-13", "2025-00", "25-1", "2025/01", "", "+025-01", "2025-1"] {
            assert_eq!(Month::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn numbers_are_days() {
        let leap = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
        assert_eq!(number(leap), 20_280_229);
        assert_eq!(from_number(20_280_229), Some(leap));
        assert_eq!(from_number(20_270_229), None);
    }
}
