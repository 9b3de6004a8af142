//! What is sent about a co-ordination request: a new one, its answer, that it is taken back.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Reason},
    feedback::{request::Term, steps::Misstep},
    office::entry::{CODE, Fields, NAME},
};

/// The most working days that may be given.
const MOST_DAYS: i64 = 250;
/// The most characters of what is asked, and of its answer.
const WORDS: usize = 20_000;

/// A request to be made: by a unit of the house, or entered for another body.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewRequest {
    /// The number of the case it belongs to.
    pub case: Option<i64>,
    /// The code of the unit that asks; empty where another body does.
    pub from: String,
    /// The body that asks; empty where a unit does.
    pub body: String,
    /// The number of that body's letter.
    pub body_number: String,
    /// Its date, `YYYY-MM-DD`.
    pub body_day: String,
    /// The code of the unit that is asked.
    pub unit: String,
    /// The account that is asked; empty where whoever answers for the unit is.
    pub person: String,
    /// What it is about, on one line.
    pub subject: String,
    /// What is asked.
    pub text: String,
    /// Working days for an answer; none where a day is given.
    pub days: Option<i64>,
    /// The last day for an answer, `YYYY-MM-DD`; empty where working days are given.
    pub due: String,
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// A unit of the house, by its code.
    Unit(String),
    /// Another body: its name, the number of its letter, its date.
    Body(String, String, NaiveDate),
}

/// A request with nothing wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedRequest {
    /// The case it belongs to.
    pub case: Option<i64>,
    /// Who asks.
    pub from: Side,
    /// The code of the unit that is asked.
    pub unit: String,
    /// The account that is asked.
    pub person: Option<String>,
    /// What it is about.
    pub subject: String,
    /// What is asked.
    pub text: String,
    /// Until when an answer is asked for.
    pub term: Term,
}

impl NewRequest {
    /// The request as it is stored, or everything wrong with it; it is made on this day.
    pub fn check(&self, today: NaiveDate) -> Result<CheckedRequest, Vec<Fault>> {
        let mut fields = Fields::default();
        let from = self.side(&mut fields, today);
        let unit = fields.given("unit", &self.unit, NAME);
        let person = fields.reference("person", Some(&self.person));
        let subject = fields.given("subject", &self.subject, NAME);
        let text = fields.given_text("text", &self.text, WORDS);
        let term = self.term(&mut fields, today);
        let read = from.zip(unit).zip(person).zip(subject).zip(text).zip(term);
        fields.end(read.map(|(((((from, unit), person), subject), text), term)| CheckedRequest {
            case: self.case,
            from,
            unit,
            person,
            subject,
            text,
            term,
        }))
    }

    fn side(&self, fields: &mut Fields, today: NaiveDate) -> Option<Side> {
        let unit = fields.reference("from", Some(&self.from))?;
        let body = fields.short("body", &self.body, NAME)?;
        match (unit, body.is_empty()) {
            (Some(unit), true) => Some(Side::Unit(unit)),
            (Some(_), false) => fields.fault("from", Reason::Twice),
            (None, true) => fields.fault("body", Reason::Missing),
            (None, false) => {
                let number = fields.short("body_number", &self.body_number, CODE);
                let day = fields.day("body_day", &self.body_day);
                let day = match day {
                    Some(day) if day > today => fields.fault("body_day", Reason::BadDate),
                    day => day,
                };
                Some(Side::Body(body, number?, day?))
            }
        }
    }

    /// Working days or a day, one of both.
    fn term(&self, fields: &mut Fields, today: NaiveDate) -> Option<Term> {
        match (self.days, self.due.is_empty()) {
            (None, true) => fields.fault("days", Reason::Missing),
            (Some(_), false) => fields.fault("due", Reason::Twice),
            (Some(days), true) => {
                let days = fields.whole("days", days, 1, MOST_DAYS)?;
                Some(Term::Days(u32::try_from(days).ok()?))
            }
            (None, false) => match fields.day("due", &self.due)? {
                day if day < today => fields.fault("due", Reason::Misstep(Misstep::DayPast)),
                day => Some(Term::Until(day)),
            },
        }
    }
}

/// An answer to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reply {
    /// What was seen.
    pub based_on: String,
    /// The answer.
    pub text: String,
}

/// That a request is taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Withdrawal {
    /// What was seen.
    pub based_on: String,
    /// Why.
    pub reason: String,
}

impl Reply {
    /// The answer as it is stored, or what is wrong with it.
    pub fn check(&self) -> Result<String, Vec<Fault>> {
        let mut fields = Fields::default();
        let text = fields.given_text("text", &self.text, WORDS);
        fields.end(text)
    }
}

impl Withdrawal {
    /// The reason as it is stored, or what is wrong with it.
    pub fn check(&self) -> Result<String, Vec<Fault>> {
        let mut fields = Fields::default();
        let reason = fields.given_note("reason", &self.reason);
        fields.end(reason)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        crate::day::read("2026-11-27").unwrap()
    }

    fn whole() -> NewRequest {
        NewRequest {
            from: "QLTM".to_owned(),
            unit: "QLNL".to_owned(),
            subject: "Số liệu".to_owned(),
            text: "Xin gửi số liệu.".to_owned(),
            days: Some(5),
            ..NewRequest::default()
        }
    }

    fn faults(it: &NewRequest) -> Vec<String> {
        let faults = it.check(today()).unwrap_err();
        faults.iter().map(|it| [it.field(), it.reason.code()].join(" ")).collect()
    }

    #[test]
    fn a_unit_asks_or_another_body_and_each_names_working_days_or_a_day() {
        assert_eq!(whole().check(today()).unwrap().term, Term::Days(5));
        let body = NewRequest {
            from: String::new(),
            body: "UBND xã".to_owned(),
            body_number: "12/UBND".to_owned(),
            body_day: "2026-11-20".to_owned(),
            days: None,
            due: "2026-11-27".to_owned(),
            ..whole()
        };
        let checked = body.check(today()).unwrap();
        assert_eq!(checked.term, Term::Until(today()));
        assert!(matches!(checked.from, Side::Body(name, ..) if name == "UBND xã"));
        let ahead = NewRequest { body_day: "2026-11-28".to_owned(), ..body.clone() };
        assert_eq!(faults(&ahead), ["body_day bad_date"]);
        let both = NewRequest { from: "QLTM".to_owned(), days: Some(2), ..body };
        assert_eq!(faults(&both), ["from twice", "due twice"]);
    }

    #[test]
    fn every_fault_is_named() {
        let none = NewRequest::default();
        let missing = ["body", "unit", "subject", "text", "days"].map(|it| format!("{it} missing"));
        assert_eq!(faults(&none), missing);
        let past = NewRequest { days: None, due: "2026-11-26".to_owned(), ..whole() };
        assert_eq!(faults(&past).len(), 1);
        let none = NewRequest { days: Some(0), ..whole() };
        assert_eq!(faults(&none), ["days out_of_range"]);
    }
}
