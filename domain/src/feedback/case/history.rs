//! What was so of a case, and from when to when: for figures as of a day that is past.

use std::fmt;

use chrono::NaiveDate;

use super::Case;
use crate::{
    day,
    feedback::kind::{Rating, State},
};

/// Days on which something was so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spell {
    /// The first of them.
    pub since: NaiveDate,
    /// The day on which it ended; none while it goes on.
    pub ended: Option<NaiveDate>,
}

/// What happened to a case in its time, and what was so of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct History {
    /// The days on which another unit accepted it.
    pub transfers: Vec<NaiveDate>,
    /// The day from which it counts as pushed around.
    pub pushed: Option<NaiveDate>,
    /// When everybody could read it.
    pub published: Vec<Spell>,
    /// When its sender accepted its answer.
    pub accepted: Vec<Spell>,
    /// When another case was the lead one of the same matter.
    pub linked: Vec<Spell>,
}

impl From<NaiveDate> for Spell {
    fn from(since: NaiveDate) -> Self {
        Self { since, ended: None }
    }
}

impl Spell {
    /// Whether it was so at the end of a day.
    pub fn was_on(spells: &[Self], day: NaiveDate) -> bool {
        spells.iter().any(|it| it.since <= day && it.ended.is_none_or(|ended| day < ended))
    }

    /// Notes on a day whether it is so.
    fn note(spells: &mut Vec<Self>, is_so: bool, day: NaiveDate) {
        match spells.last_mut().filter(|last| last.ended.is_none()) {
            Some(last) if !is_so => last.ended = Some(day),
            None if is_so => spells.push(Self::from(day)),
            _ => {}
        }
    }

    fn read(text: &str) -> Option<Self> {
        let (since, ended) = text.split_once(':')?;
        let ended = if ended.is_empty() { None } else { Some(day_of(ended)?) };
        Some(Self { since: day_of(since)?, ended })
    }
}

impl Case {
    /// Notes what is so of it after an event of this day.
    pub(super) fn note(&mut self, day: NaiveDate) {
        let is_accepted = matches!(self.rating, Some(Rating::Acceptable | Rating::Satisfied));
        let is_public = self.state == State::Published && self.published.is_some();
        let moved = usize::try_from(self.transfers).unwrap_or(usize::MAX);
        let history = &mut self.history;
        if history.transfers.len() < moved {
            history.transfers.push(day);
        }
        if self.is_ping_pong {
            history.pushed.get_or_insert(day);
        }
        Spell::note(&mut history.published, is_public, day);
        Spell::note(&mut history.accepted, is_accepted, day);
        Spell::note(&mut history.linked, self.linked.is_some(), day);
    }
}

impl History {
    /// How often another unit had accepted it by the end of a day.
    pub fn transfers_by(&self, day: NaiveDate) -> u64 {
        self.transfers.iter().filter(|on| **on <= day).map(|_| 1).sum()
    }

    /// Reads what [`Self::to_string`] wrote; nothing where it is none.
    pub fn read(text: &str) -> Option<Self> {
        if text.is_empty() {
            return Some(Self::default());
        }
        let mut parts = text.split(';').map(|part| part.split(',').filter(|it| !it.is_empty()));
        let mut spells = [Vec::new(), Vec::new(), Vec::new()];
        let transfers = parts.next()?.map(day_of).collect::<Option<_>>()?;
        let pushed = parts.next()?.map(day_of).collect::<Option<Vec<_>>>()?.first().copied();
        for spells in &mut spells {
            *spells = parts.next()?.map(Spell::read).collect::<Option<_>>()?;
        }
        let [published, accepted, linked] = spells;
        parts.next().is_none().then_some(Self { transfers, pushed, published, accepted, linked })
    }
}

/// Five lists between semicolons: days of transfers, the day it was pushed, and spells as `since:ended`; days
/// are numbers, and what has no history is an empty text.
impl fmt::Display for History {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if *self == Self::default() {
            return Ok(());
        }
        let days = |days: &mut dyn Iterator<Item = NaiveDate>| {
            days.map(|it| day::number(it).to_string()).collect::<Vec<_>>().join(",")
        };
        write!(f, "{};", days(&mut self.transfers.iter().copied()))?;
        write!(f, "{}", days(&mut self.pushed.into_iter()))?;
        for spells in [&self.published, &self.accepted, &self.linked] {
            let ended = |it: &Spell| it.ended.map(|on| day::number(on).to_string());
            let one = |it: &Spell| {
                [day::number(it.since).to_string(), ended(it).unwrap_or_default()].join(":")
            };
            write!(f, ";{}", spells.iter().map(one).collect::<Vec<_>>().join(","))?;
        }
        Ok(())
    }
}

fn day_of(text: &str) -> Option<NaiveDate> {
    day::from_number(text.parse().ok()?)
}
