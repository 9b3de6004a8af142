//! Until when: every date is a function of log and calendar, and can give its reason.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{case::Case, event::Step, kind::Level};
use crate::day::working::Calendar;

/// A deadline class: how many working days each part of the way may take, with its legal basis. A row
/// of data; the portal's own is 2, 5, 15 and 2 (DOMAIN §4).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Class {
    /// Its code.
    pub code: String,
    /// Working days to refuse what is not ours.
    pub refuse: u32,
    /// Working days to ask for more.
    pub ask: u32,
    /// Working days to answer.
    pub resolve: u32,
    /// Working days to publish after approval.
    pub publish: u32,
    /// The most working days that an answer of the sender is waited for.
    pub wait: u32,
    /// Whether waiting for the sender moves the day of the answer. The portal's does not.
    pub is_extended_by_waiting: bool,
    /// Calendar days after the answer in which the sender may ask for another look.
    pub reopen: u32,
    /// A case that is late at all goes up to Văn phòng Sở; after so many working days more, up again.
    pub escalate: u32,
}

/// When a case is due, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day the count starts after.
    pub from: NaiveDate,
    /// Working days that are counted.
    pub days: u32,
    /// Working days of waiting that were added to them.
    pub waited: u32,
    /// The last day in time.
    pub on: NaiveDate,
}

impl Class {
    fn due(&self, calendar: &Calendar, from: NaiveDate, days: u32) -> Due {
        Due { from, days, waited: 0, on: calendar.after(from, days) }
    }

    /// Until when it can be refused in time.
    pub fn refusal(&self, calendar: &Calendar, case: &Case) -> Due {
        self.due(calendar, case.start(), self.refuse)
    }

    /// Until when the sender can be asked for more in time.
    pub fn question(&self, calendar: &Calendar, case: &Case) -> Due {
        self.due(calendar, case.start(), self.ask)
    }

    /// Until when it is to be answered. A transfer, a promise and a case put off move nothing. Where
    /// waiting for the sender moves it, only waits that began before it do. The system that sent it may
    /// count until an earlier day; a later one of its own moves nothing.
    pub fn answer(&self, calendar: &Calendar, case: &Case, today: NaiveDate) -> Due {
        let due = self.legal_answer(calendar, case, today);
        let given = case.due_given.filter(|on| *on < due.on && case.reopened.is_none());
        given.map_or(due, |on| {
            let from = case.start().min(on);
            Due { from, days: calendar.between(from, on), waited: 0, on }
        })
    }

    fn legal_answer(&self, calendar: &Calendar, case: &Case, today: NaiveDate) -> Due {
        let from = case.start();
        let mut due = self.due(calendar, from, self.resolve);
        if !self.is_extended_by_waiting {
            return due;
        }
        for wait in &case.waits {
            if wait.since < due.on {
                let waited = due.waited + wait.working_days(calendar, from, today);
                due = Due { waited, ..self.due(calendar, from, self.resolve + waited) };
            }
        }
        due
    }

    /// Until when an approved answer is to be published.
    pub fn publication(&self, calendar: &Calendar, case: &Case) -> Option<Due> {
        case.answered.map(|from| self.due(calendar, from, self.publish))
    }

    /// What is due next: the publication once it is answered, the answer before; nothing when finished.
    pub fn next(&self, calendar: &Calendar, case: &Case, today: NaiveDate) -> Option<Due> {
        if case.state.is_finished() {
            return None;
        }
        self.publication(calendar, case).or_else(|| Some(self.answer(calendar, case, today)))
    }

    /// What the clock does to a case today: a wait that is over ends, and what is late goes up (letters
    /// B7, B9). One step at a time; nothing where nothing is to be done.
    pub fn step(&self, calendar: &Calendar, case: &Case, today: NaiveDate) -> Option<Step> {
        if case.wait().is_some_and(|wait| wait.until < today) {
            return Some(Step::WaitEnded);
        }
        if case.answered.is_some() || case.state.is_finished() {
            return None;
        }
        let late = self.lateness(calendar, case, today);
        let level = match late {
            ..=0 => Level::Unit,
            late if late > i64::from(self.escalate) => Level::Leadership,
            _ => Level::Office,
        };
        let to = case.level.next().filter(|next| *next <= level)?;
        Some(Step::Escalated { to, is_vacant_between: false })
    }

    /// Working days for which a case is late, as far as they send it up: after its level decided it has as
    /// many days as lie between two levels before it goes up again.
    fn lateness(&self, calendar: &Calendar, case: &Case, today: NaiveDate) -> i64 {
        let since = |due: Due| -due.left(calendar, today);
        let due = self.answer(calendar, case, today);
        let rested = case.settled.map(|on| since(Due { on, ..due }) - i64::from(self.escalate));
        rested.map_or(since(due), |rested| rested.min(since(due)))
    }

    /// The last day that may be named when the sender is asked for more.
    pub fn longest_wait(&self, calendar: &Calendar, today: NaiveDate) -> NaiveDate {
        calendar.after(today, self.wait)
    }
}

impl Due {
    /// Working days left after `today`: 0 on the last day itself, negative once it is late.
    pub fn left(self, calendar: &Calendar, today: NaiveDate) -> i64 {
        if today <= self.on {
            i64::from(calendar.between(today, self.on))
        } else {
            // Late since the first day after, be it a working day or not.
            -i64::from(calendar.between(self.on, today).max(1))
        }
    }
}

#[cfg(test)]
mod tests;
