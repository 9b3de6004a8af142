//! What figures need to know of a case: a few days and marks that its log left.

use chrono::NaiveDate;

use crate::{
    day,
    feedback::{
        case::{Case, Lead, history::History},
        clock::Class,
        kind::{Kind, Source},
    },
};

/// A case as figures see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its number.
    pub number: i64,
    /// What it is about.
    pub kind: Kind,
    /// How it came.
    pub source: Source,
    /// Whether there is a name and an address to answer to.
    pub is_formal: bool,
    /// The unit it counts for: the one that leads, or led when it was answered.
    pub unit: Option<i64>,
    /// The day it first came.
    pub sent: NaiveDate,
    /// The day its clock starts after: sent, or last passed on to us.
    pub start: NaiveDate,
    /// The day of its first answer.
    pub answered: Option<NaiveDate>,
    /// The day it was refused.
    pub refused: Option<NaiveDate>,
    /// The day on which its sender asked for another look.
    pub reopened: Option<NaiveDate>,
    /// What was so of it from when to when.
    pub history: History,
    /// Every unit that led, in order.
    pub leads: Vec<Lead>,
    /// Working days in which it can be refused in time.
    pub refuse: u32,
    /// Working days in which it is to be answered.
    pub resolve: u32,
}

impl Facts {
    /// What a case's log left for figures.
    pub fn of(number: i64, kind: Kind, case: &Case, class: &Class) -> Self {
        Self {
            number,
            kind,
            source: case.source,
            is_formal: case.is_formal,
            unit: case.unit(),
            sent: case.sent,
            start: case.first_start(),
            answered: case.first_answered,
            refused: case.refused.map(|(_, on)| on),
            reopened: case.reopened,
            history: case.history.clone(),
            leads: case.leads.clone(),
            refuse: class.refuse,
            resolve: class.resolve,
        }
    }

    /// The day it was first answered, or refused with a word on where to go.
    pub fn handled(&self) -> Option<NaiveDate> {
        self.answered.or(self.refused)
    }
}

/// The units that led, as one text: `unit:since:ended` with days as numbers, one after the other.
pub fn packed(leads: &[Lead]) -> String {
    let one = |lead: &Lead| {
        let ended = lead.ended.map(|on| day::number(on).to_string()).unwrap_or_default();
        format!("{}:{}:{ended}", lead.unit, day::number(lead.since))
    };
    leads.iter().map(one).collect::<Vec<_>>().join(",")
}

/// The units behind such a text; nothing where it is none.
pub fn unpacked(text: &str) -> Option<Vec<Lead>> {
    let day_of = |text: &str| day::from_number(text.parse().ok()?);
    let one = |part: &str| {
        let (unit, days) = part.split_once(':')?;
        let (since, ended) = days.split_once(':')?;
        let ended = if ended.is_empty() { None } else { Some(day_of(ended)?) };
        Some(Lead { unit: unit.parse().ok()?, since: day_of(since)?, ended })
    };
    text.split(',').filter(|part| !part.is_empty()).map(one).collect()
}
