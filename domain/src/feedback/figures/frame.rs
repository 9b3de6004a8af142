//! A period as figures are counted in it: from when to when, as of which day, by which calendar.

use chrono::NaiveDate;

use super::facts::Facts;
use crate::day::working::Calendar;

/// A period with the calendar that counts its days.
#[derive(Clone, Copy, Debug)]
pub struct Frame<'a> {
    /// The days on which people work.
    pub calendar: &'a Calendar,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
    /// The day as of which it is counted: the last one, or today while it runs.
    pub end: NaiveDate,
}

impl<'a> Frame<'a> {
    /// A period as it is counted on a day.
    pub fn new(
        calendar: &'a Calendar,
        (first, last): (NaiveDate, NaiveDate),
        today: NaiveDate,
    ) -> Self {
        Self { calendar, first, last, end: last.min(today) }
    }

    /// The last day of the period before.
    pub fn before(&self) -> NaiveDate {
        self.first.pred_opt().unwrap_or(self.first)
    }

    /// Whether a case first came within it.
    pub fn came(&self, it: &Facts) -> bool {
        self.first <= it.sent && it.sent <= self.last
    }

    /// Whether something had happened when it is counted.
    pub fn has(&self, on: Option<NaiveDate>) -> bool {
        on.is_some_and(|on| on <= self.end)
    }

    /// Whether a case was there and not handled on a day.
    pub fn is_open_on(&self, it: &Facts, day: NaiveDate) -> bool {
        it.sent <= day && it.handled().is_none_or(|on| on > day)
    }

    /// Whether a case was there and not handled when it is counted.
    pub fn is_open(&self, it: &Facts) -> bool {
        self.is_open_on(it, self.end)
    }

    /// The last day on which a case is answered in time.
    pub fn due(&self, it: &Facts) -> NaiveDate {
        self.calendar.after(it.start, it.resolve)
    }
}
