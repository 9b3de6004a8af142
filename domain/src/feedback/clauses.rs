//! The portal's rules clause by clause (DOMAIN §4): working days, whole dates, each case once; and the
//! department's own of calling back after a poor rating.

pub mod callback;

use chrono::NaiveDate;

use super::{
    case::Case,
    clock::Class,
    kind::{Ground, Rating, State},
};
use crate::day::working::Calendar;

/// A case at the end of a period.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// The case.
    pub case: &'a Case,
    /// The days on which people work.
    pub calendar: &'a Calendar,
    /// Its deadline class.
    pub class: &'a Class,
    /// The period's last day; today for the current one.
    pub end: NaiveDate,
}

impl Judged<'_> {
    fn is_within(&self, from: NaiveDate, to: NaiveDate, days: u32) -> bool {
        to <= self.calendar.after(from, days)
    }

    /// Refused in time: at most 2 working days after it was sent or last passed on. Nothing, if it was
    /// not refused.
    pub fn refused_in_time(&self) -> Option<bool> {
        let (_, on) = self.case.refused?;
        Some(self.is_within(self.case.first_start(), on, self.class.refuse))
    }

    /// More information asked for in time: the first request, and none after reception counts.
    pub fn asked_in_time(&self) -> Option<bool> {
        let on = self.case.asked?;
        Some(self.is_within(self.case.first_start(), on, self.class.ask))
    }

    /// Resolved in time: the start of awaiting publication, or what was published at once.
    pub fn resolved_in_time(&self) -> Option<bool> {
        let on = self.case.first_answered?;
        Some(self.is_within(self.case.first_start(), on, self.class.resolve))
    }

    /// Published in time, counted from the start of awaiting publication; without an end to the end of
    /// the period.
    pub fn published_in_time(&self) -> Option<bool> {
        let from = self.case.answered?;
        let on = self.case.published.unwrap_or(self.end);
        Some(self.is_within(from, on, self.class.publish))
    }

    /// In progress within time, at the end of the period. Returned inside the agency is in progress;
    /// what another body took is done.
    pub fn in_progress_in_time(&self) -> Option<bool> {
        let is_done = self.case.first_answered.is_some() || self.case.refused.is_some();
        (!is_done).then(|| self.is_within(self.case.first_start(), self.end, self.class.resolve))
    }

    /// Called back in time after a poor rating: the first call. Nothing, as long as there was none.
    pub fn called_in_time(&self) -> Option<bool> {
        let on = self.case.called?;
        Some(self.is_within(self.case.first_start(), on, self.class.resolve))
    }

    /// Whether it is overdue in any clause.
    pub fn is_late(&self) -> bool {
        let clauses = [self.refused_in_time(), self.resolved_in_time(), self.in_progress_in_time()];
        clauses.contains(&Some(false))
    }

    /// Whether it counts against the satisfaction part: disliked, raised again or late, each once.
    pub fn counts_against(&self) -> bool {
        let is_disliked = self.case.rating == Some(Rating::Dissatisfied);
        is_disliked || self.case.reopened.is_some() || self.is_late()
    }

    /// Whether it is a PAKN in our competence: formal, and not another body's or another law's.
    pub fn is_ours(&self) -> bool {
        let is_elsewhere = |(ground, _)| {
            matches!(ground, Ground::Complaint | Ground::Denunciation | Ground::OtherBody)
        };
        self.case.is_formal && !self.case.refused.is_some_and(is_elsewhere)
    }

    /// Whether it waits for publication or is published, or was answered otherwise.
    pub fn is_handled(&self) -> bool {
        self.case.first_answered.is_some() || self.case.state == State::Refused
    }
}

#[cfg(test)]
mod tests;
