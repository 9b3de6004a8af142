//! The working calendar of a year: holidays, and days that make up for them.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

pub use crate::day::working::DayKind;
use crate::fault::{Fault, Reason};
use crate::listing::ListPage;
use crate::office::entry::{Fields, NAME, YEARS};

/// The most days of one year that are out of the ordinary.
const MOST_DAYS: usize = 100;

/// A day that is not what its weekday says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SpecialDay {
    /// The day, `YYYY-MM-DD`.
    pub day: String,
    /// What it is.
    pub kind: DayKind,
    /// Why, such as Tết Nguyên đán.
    pub name: String,
}

/// The calendar of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarPage {
    /// What a change names as `based_on`.
    pub state: String,
    /// The year.
    pub year: i64,
    /// Its days out of the ordinary, in their order.
    pub days: Vec<SpecialDay>,
}

/// The calendar of a year as it is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CalendarChange {
    /// The state that was seen.
    pub based_on: String,
    /// The days out of the ordinary, in any order.
    pub days: Vec<SpecialDay>,
    /// The version of the outlook that was seen; may be empty where no date moves.
    #[serde(default)]
    pub outlook: String,
}

/// What a change of the calendar would do to what is due: told before it is made.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DueOutlook {
    /// What the change names as `outlook`.
    pub version: String,
    /// How many open cases get another date.
    pub total: usize,
    /// How many of them are not there for the reader.
    pub hidden: usize,
    /// The others.
    pub moves: ListPage<DueMove>,
}

/// An open case whose date moves. Days are written `YYYY-MM-DD`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DueMove {
    /// The case.
    pub number: i64,
    /// When it is due.
    pub from: String,
    /// When it would be.
    pub to: String,
}

/// A day out of the ordinary, nothing wrong with its form.
pub type CheckedDay = (NaiveDate, DayKind, String);

/// Whether there is a calendar of a year at all.
pub fn is_year(year: i64) -> bool {
    i32::try_from(year).is_ok_and(|year| YEARS.contains(&year))
}

impl CalendarChange {
    /// The days in their order, or everything wrong with them; a fault names a day by its place.
    pub fn check(&self, year: i64) -> Result<Vec<CheckedDay>, Vec<Fault>> {
        let mut fields = Fields::default();
        if self.days.len() > MOST_DAYS {
            fields.fault::<()>("days", Reason::TooManyEntries(MOST_DAYS));
        }
        let (mut seen, mut days) = (BTreeSet::new(), Vec::new());
        for (at, SpecialDay { day, kind, name }) in self.days.iter().enumerate().take(MOST_DAYS) {
            let place = format!("days.{at}.day");
            let day = fields.day(&place, day);
            let name = fields.given(&format!("days.{at}.name"), name, NAME);
            let Some(day) = day else { continue };
            if i64::from(day.year()) != year {
                fields.fault::<()>(&place, Reason::OtherYear);
            }
            if !seen.insert(day) {
                fields.fault::<()>(&place, Reason::Twice);
            }
            let is_weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
            if *kind == DayKind::MakeUp && !is_weekend {
                fields.fault::<()>(&place, Reason::NotWeekend);
            }
            days.extend(name.map(|name| (day, *kind, name)));
        }
        days.sort_by_key(|day| day.0);
        fields.end(Some(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_looked_at() {
        let day = |day: &str, kind, name: &str| SpecialDay {
            day: day.to_owned(),
            kind,
            name: name.to_owned(),
        };
        let mut change = CalendarChange {
            days: vec![
                day("2026-09-02", DayKind::Holiday, "Quốc khánh"),
                day("2026-08-22", DayKind::MakeUp, "Làm bù"),
            ],
            ..CalendarChange::default()
        };
        let days: Vec<_> = change.check(2026).unwrap().into_iter().map(|day| day.1).collect();
        assert_eq!(days, [DayKind::MakeUp, DayKind::Holiday]);
        change.days.extend([
            day("2026-09-02", DayKind::Holiday, ""),
            day("2026-09-03", DayKind::MakeUp, "Làm bù"),
            day("2027-01-01", DayKind::Holiday, "Tết Dương lịch"),
        ]);
        assert_eq!(
            change.check(2026).unwrap_err(),
            [
                Fault::new("days.2.name", Reason::Missing),
                Fault::new("days.2.day", Reason::Twice),
                Fault::new("days.3.day", Reason::NotWeekend),
                Fault::new("days.4.day", Reason::OtherYear),
            ]
        );
    }
}
