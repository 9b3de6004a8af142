//! The record of what was done: what is asked of it, and an entry as it is shown.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    day,
    fault::{Fault, Reason},
    listing::{LONGEST, days, non_empty},
    text::{fold, tidy},
};

/// What is asked of the record, as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct RecordQuery {
    /// What has to be in who, what or to what; small and capital letters are one.
    pub q: String,
    /// Only what this account did.
    pub actor: String,
    /// How the action begins, such as `unit.` or `unit.rename`.
    pub action: String,
    /// The first day, `YYYY-MM-DD`, at +07:00.
    pub from: String,
    /// The last day.
    pub to: String,
    /// Where an earlier answer said that there is more.
    pub before: String,
    /// The page, from 1.
    pub page: usize,
}

/// A question with nothing wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Question {
    /// What has to be in who, what or to what, folded; anything, if it is empty.
    pub q: String,
    /// Only what this account did; anybody, if it is empty.
    pub actor: String,
    /// How the action begins.
    pub action: String,
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
    /// Only entries before this moment and place.
    pub before: Option<(i64, i64)>,
}

/// An entry of the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordRow {
    /// Its place, from 1, without a gap.
    pub seq: i64,
    /// When, in milliseconds since 1970.
    pub moment: i64,
    /// The account's name as it was then, or what acted.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub object: String,
    /// How it was before, as JSON.
    pub before: Option<String>,
    /// How it was after, as JSON.
    pub after: Option<String>,
    /// The link to the entry before, in hexadecimal digits.
    pub hash: String,
}

/// A page of what was found, the newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordPage {
    /// The rows of this page.
    pub rows: Vec<RecordRow>,
    /// How many there are on all pages of this answer.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
    /// So much is gone through at a time; where to go on from, as `before`, if there is more.
    pub earlier: Option<String>,
}

impl RecordQuery {
    /// Checks the question and names every fault.
    pub fn check(&self) -> Result<Question, Vec<Fault>> {
        let mut faults = Vec::new();
        for (name, text) in [("q", &self.q), ("actor", &self.actor), ("action", &self.action)] {
            note(text.chars().nth(LONGEST).is_some(), name, Reason::TooLong(LONGEST), &mut faults);
        }
        let (from, to) = days(self.from.trim(), self.to.trim(), &mut faults);
        let before = non_empty(self.before.trim()).map(place);
        note(before == Some(None), "before", Reason::WrongType, &mut faults);
        if !faults.is_empty() {
            return Err(faults);
        }
        let (actor, action) = (tidy(&self.actor), tidy(&self.action));
        Ok(Question { q: fold(&self.q), actor, action, from, to, before: before.flatten() })
    }
}

impl Question {
    /// The moments between which entries lie: from the first on, and before the last.
    pub fn moments(&self) -> (i64, i64) {
        let start = |day| day::start_of(day).timestamp_millis();
        let end = self.to.map(|day| start(day::next(day)));
        (self.from.map_or(i64::MIN, start), end.unwrap_or(i64::MAX))
    }
}

fn note(wrong: bool, field: &str, reason: Reason, faults: &mut Vec<Fault>) {
    if wrong {
        faults.push(Fault::new(field, reason));
    }
}

/// A place in the record's order, as [`format_place`] writes it.
fn place(text: &str) -> Option<(i64, i64)> {
    let (moment, seq) = text.split_once('.')?;
    Some((moment.parse().ok()?, seq.parse().ok()?))
}

/// A place in the record's order, for an address.
pub fn format_place((moment, seq): (i64, i64)) -> String {
    format!("{moment}.{seq}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(from: &str, to: &str, before: &str) -> RecordQuery {
        let [from, to, before] = [from, to, before].map(str::to_owned);
        RecordQuery { from, to, before, q: "  Đơn VỊ ".to_owned(), ..RecordQuery::default() }
    }

    #[test]
    fn days_are_whole_days_at_plus_seven() {
        let question = asking("2026-11-22", "2026-11-22", "17.4").check().unwrap();
        let (from, to) = question.moments();
        assert_eq!(from, 1_795_280_400_000, "17:00 UTC of the day before");
        assert_eq!(to - from, 86_400_000);
        assert_eq!((question.q.as_str(), question.before), ("don vi", Some((17, 4))));
        assert_eq!(Question::default().moments(), (i64::MIN, i64::MAX));
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let query = RecordQuery { q: "x".repeat(101), ..asking("22/11/2026", "2026-02-30", "4") };
        let named: Vec<String> =
            query.check().unwrap_err().into_iter().map(|it| it.field().to_owned()).collect();
        assert_eq!(named, ["q", "from", "to", "before"]);
        let backwards = asking("2026-11-22", "2026-11-21", "");
        assert_eq!(backwards.check().unwrap_err(), [Fault::new("to", Reason::EndsBeforeItBegins)]);
    }

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let place = (1_795_280_400_000, 12);
        assert_eq!(asking("", "", &format_place(place)).check().unwrap().before, Some(place));
    }
}
