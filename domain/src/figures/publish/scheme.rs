//! Period schemes as data: when a month of figures begins and ends.
//!
//! Official periods are not calendar months (STATS §10). A scheme says on which day, at which hour and
//! how many months ahead a month begins; each lasts until the next one begins, so bounds are half open.
//! Ballots keep the day and no hour: a day belongs to the month in which it begins.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, TimeDelta, Utc};

use crate::day::{self, Month, local_day, start_of};

/// A way of cutting time into months; quarters and years are made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scheme {
    /// What it is called in addresses and settings.
    pub code: &'static str,
    /// The day of the month on which a month begins.
    pub day: u32,
    /// The hour at which it begins.
    pub hour: i64,
    /// How many calendar months earlier than its name says.
    pub ahead: u32,
    /// Where it is laid down.
    pub basis: &'static str,
    /// The first month it may be used for, `YYYYMM`; 0 for any.
    pub since: i64,
}

/// Every scheme this program knows.
pub const SCHEMES: [Scheme; 3] = [
    Scheme { code: "calendar", day: 1, hour: 0, ahead: 0, basis: "Lịch dương", since: 0 },
    Scheme {
        code: "kstt",
        day: 15,
        hour: 0,
        ahead: 1,
        basis: "Chế độ báo cáo kiểm soát thủ tục hành chính: từ ngày 15 tháng trước đến ngày 14",
        since: 201_801,
    },
    Scheme {
        code: "1022-hcm",
        day: 25,
        hour: 12,
        ahead: 1,
        basis: "Tổng đài 1022 TP. Hồ Chí Minh: từ 12 giờ ngày 25 tháng trước đến 12 giờ ngày 25",
        since: 0,
    },
];

/// How long a period is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Length {
    /// One month of the scheme.
    Month,
    /// Three.
    Quarter,
    /// Twelve.
    Year,
}

/// A period of a scheme, written `2026-08`, `2026-q3` or `2026`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first of its months.
    pub first: Month,
    /// How long it is.
    pub length: Length,
}

impl Length {
    /// All of them, the shortest first.
    pub const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// How many months it has.
    pub fn months(self) -> i64 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        }
    }

    /// The period of this length that holds a month.
    pub fn around(self, month: Month) -> Span {
        let place = (month.number() % 100 - 1) % self.months();
        Span { first: month.plus(-place), length: self }
    }
}

impl Span {
    /// Reads `2026-08`, `2026-q3` or `2026`.
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        if let Some((year, quarter)) = lower.split_once("-q") {
            let quarter = ["1", "2", "3", "4"].iter().position(|it| *it == quarter)?;
            let first = Month::read(&format!("{year}-{:02}", 3 * quarter + 1))?;
            return Some(Self { first, length: Length::Quarter });
        }
        if let Some(first) = Month::read(&lower) {
            return Some(Self { first, length: Length::Month });
        }
        let first = Month::read(&format!("{lower}-01"))?;
        Some(Self { first, length: Length::Year })
    }

    /// Its months in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (0..self.length.months()).map(move |at| self.first.plus(at))
    }

    /// Its last month.
    pub fn last(self) -> Month {
        self.first.plus(self.length.months() - 1)
    }

    /// As Vietnamese tables write it: `08/2026`, `Q3/2026`, `2026`.
    pub fn label(self) -> String {
        let (year, month) = (self.first.number() / 100, self.first.number() % 100);
        match self.length {
            Length::Month => self.first.label(),
            Length::Quarter => format!("Q{}/{year}", month / 3 + 1),
            Length::Year => year.to_string(),
        }
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (year, month) = (self.first.number() / 100, self.first.number() % 100);
        match self.length {
            Length::Month => write!(f, "{}", self.first),
            Length::Quarter => write!(f, "{year:04}-q{}", month / 3 + 1),
            Length::Year => write!(f, "{year:04}"),
        }
    }
}

impl Scheme {
    /// The scheme of a code.
    pub fn read(code: &str) -> Option<Self> {
        SCHEMES.into_iter().find(|scheme| scheme.code == code)
    }

    /// Whether its months are those of the calendar, which are stored as such.
    pub fn is_calendar(self) -> bool {
        (self.day, self.hour, self.ahead) == (1, 0, 0)
    }

    /// When a month begins. Nothing before all calendars.
    pub fn begin(self, month: Month) -> Option<DateTime<Utc>> {
        let first = day::from_number(month.number() * 100 + 1)?;
        let first = first.checked_sub_months(Months::new(self.ahead))?.with_day(self.day)?;
        Some(start_of(first) + TimeDelta::hours(self.hour))
    }

    /// When a period begins, and when the next one does.
    pub fn bounds(self, span: Span) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        self.stretch(span.first, span.length.months())
    }

    /// When so many months in a row begin, and when the month after them does.
    pub fn stretch(self, first: Month, months: i64) -> Option<(DateTime<Utc>, DateTime<Utc>)> {
        Some((self.begin(first)?, self.begin(first.plus(months))?))
    }

    /// The first and the last of the days that count in a period.
    pub fn days(self, span: Span) -> Option<(NaiveDate, NaiveDate)> {
        Self::days_within(self.bounds(span)?)
    }

    /// The first and the last of the days that begin between two moments.
    pub fn days_within(
        (from, to): (DateTime<Utc>, DateTime<Utc>),
    ) -> Option<(NaiveDate, NaiveDate)> {
        let first = |moment| {
            let day = local_day(moment);
            if start_of(day) < moment { day::next(day) } else { day }
        };
        Some((first(from), first(to).checked_sub_days(Days::new(1))?))
    }

    /// The month that a moment lies in.
    pub fn month_at(self, moment: DateTime<Utc>) -> Month {
        let named = Month::of(local_day(moment)).plus(i64::from(self.ahead));
        let is_before = self.begin(named).is_some_and(|begin| moment < begin);
        if is_before { named.plus(-1) } else { named }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(scheme: &str, span: &str) -> (String, String) {
        let scheme = Scheme::read(scheme).unwrap();
        let (first, last) = scheme.days(Span::read(span).unwrap()).unwrap();
        (first.to_string(), last.to_string())
    }

    fn pair(one: &str, two: &str) -> (String, String) {
        (one.to_owned(), two.to_owned())
    }

    #[test]
    fn each_scheme_has_its_own_months_quarters_and_years() {
        assert_eq!(days("calendar", "2026-02"), pair("2026-02-01", "2026-02-28"));
        assert_eq!(days("calendar", "2026-Q3"), pair("2026-07-01", "2026-09-30"));
        assert_eq!(days("kstt", "2026-01"), pair("2025-12-15", "2026-01-14"));
        assert_eq!(days("kstt", "2026-q1"), pair("2025-12-15", "2026-03-14"));
        assert_eq!(days("kstt", "2026"), pair("2025-12-15", "2026-12-14"));
        assert_eq!(days("1022-hcm", "2026-03"), pair("2026-02-26", "2026-03-25"));
    }

    #[test]
    fn bounds_are_half_open_moments() {
        let scheme = Scheme::read("1022-hcm").unwrap();
        let (from, to) = scheme.bounds(Span::read("2026-03").unwrap()).unwrap();
        assert_eq!(from, "2026-02-25T05:00:00Z".parse::<DateTime<Utc>>().unwrap());
        assert_eq!(to, "2026-03-25T05:00:00Z".parse::<DateTime<Utc>>().unwrap());
        assert_eq!(scheme.month_at(from).to_string(), "2026-03");
        assert_eq!(scheme.month_at(from - TimeDelta::seconds(1)).to_string(), "2026-02");
    }

    #[test]
    fn every_day_is_in_one_month_of_each_scheme() {
        let first: NaiveDate = "2025-12-01".parse().unwrap();
        for scheme in SCHEMES {
            for day in first.iter_days().take(500) {
                let month = scheme.month_at(start_of(day));
                for other in [-1, 0, 1].map(|step| month.plus(step)) {
                    let span = Span { first: other, length: Length::Month };
                    let (from, to) = scheme.days(span).unwrap();
                    assert_eq!(from <= day && day <= to, other == month, "{} {day}", scheme.code);
                }
            }
        }
    }

    #[test]
    fn periods_are_written_as_they_are_read() {
        for text in ["2026-08", "2026-q3", "2026", "2025-q1", "2025-12"] {
            assert_eq!(Span::read(text).unwrap().to_string(), text);
        }
        for bad in ["", "2026-q5", "2026-q0", "2026-13", "26", "x", "2026-08-01", "2026-q", "-q1"] {
            assert_eq!(Span::read(bad), None, "{bad}");
        }
        let quarter = Length::Quarter.around(Month::read("2026-08").unwrap());
        assert_eq!((quarter.to_string(), quarter.label()), ("2026-q3".into(), "Q3/2026".into()));
        let months: Vec<String> = quarter.months().map(|month| month.to_string()).collect();
        assert_eq!(months, ["2026-07", "2026-08", "2026-09"]);
    }
}
