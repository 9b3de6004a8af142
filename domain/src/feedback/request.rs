//! Co-ordination requests (letters A14, B5): until when one side asks another, what the answer counts as,
//! and when whoever is asked is reminded.

use chrono::NaiveDate;

use crate::{code::codes, day::working::Calendar};

codes! {
    /// Where a request stands.
    RequestState {
        /// No answer yet.
        Open = 1 "open",
        /// Answered, in time or not.
        Replied = 2 "replied",
        /// Taken back by whoever asked.
        Withdrawn = 3 "withdrawn",
    }
}

codes! {
    /// What the answer to a request counts as.
    Outcome {
        /// None yet, and still in time.
        InTime = 1 "in_time",
        /// Answered on the last day or before.
        OnTime = 2 "on_time",
        /// Answered later.
        Late = 3 "late",
        /// None yet, and the last day has passed.
        NoReply = 4 "no_reply",
    }
}

codes! {
    /// A reminder of a request, in the order in which they come.
    Reminder {
        /// Two working days are left, or one.
        Soon = 1 "soon",
        /// The last day in time.
        LastDay = 2 "last_day",
        /// A working day too late.
        Over = 3 "over",
    }
}

codes! {
    /// What may be done to a request.
    RequestMove {
        /// Answer it, in time or late.
        Reply = 1 "reply",
        /// Take it back.
        Withdraw = 2 "withdraw",
    }
}

/// Until when an answer is asked for, as whoever asks says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// So many working days after the day of the request.
    Days(u32),
    /// Until a day.
    Until(NaiveDate),
}

/// A request as far as its dates go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Request {
    /// The day it was made.
    pub sent: NaiveDate,
    /// Until when an answer is asked for.
    pub term: Term,
    /// The day of the answer.
    pub replied: Option<NaiveDate>,
    /// The day it was taken back.
    pub withdrawn: Option<NaiveDate>,
}

/// Working days before the last one from which a reminder is due.
const AHEAD: u32 = 2;

impl Request {
    /// Where it stands.
    pub fn state(&self) -> RequestState {
        match (self.replied, self.withdrawn) {
            (Some(_), _) => RequestState::Replied,
            (None, Some(_)) => RequestState::Withdrawn,
            (None, None) => RequestState::Open,
        }
    }

    /// The last day in time. Working days are counted anew each time, as those of cases are.
    pub fn due(&self, calendar: &Calendar) -> NaiveDate {
        match self.term {
            Term::Days(days) => calendar.after(self.sent, days),
            Term::Until(day) => day,
        }
    }

    /// What its answer counts as on a day; nothing once it was taken back.
    pub fn outcome(&self, calendar: &Calendar, today: NaiveDate) -> Option<Outcome> {
        let due = self.due(calendar);
        Some(match (self.replied, self.withdrawn) {
            (Some(on), _) if on <= due => Outcome::OnTime,
            (Some(_), _) => Outcome::Late,
            (None, Some(_)) => return None,
            (None, None) if today <= due => Outcome::InTime,
            (None, None) => Outcome::NoReply,
        })
    }

    /// The last reminder whose day has come; nothing where none has, or nothing is asked any more.
    pub fn reminder(&self, calendar: &Calendar, today: NaiveDate) -> Option<Reminder> {
        if self.state() != RequestState::Open {
            return None;
        }
        let due = self.due(calendar);
        if calendar.between(due, today) > 0 {
            return Some(Reminder::Over);
        }
        match calendar.between(today, due) {
            0 => Some(Reminder::LastDay),
            1..=AHEAD => Some(Reminder::Soon),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
