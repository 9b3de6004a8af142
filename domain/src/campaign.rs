//! An instrument version offered to someone for a time.

use chrono::NaiveDate;

use crate::{
    code::{Channel, Sampling},
    day::Period,
    words::Words,
};

/// One round of asking (đợt khảo sát).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Campaign {
    /// The row's id.
    pub id: i64,
    /// The code in the address `/s/{code}`.
    pub code: String,
    /// What people see at the top of the form.
    pub title: Words,
    /// The instrument version's row.
    pub instrument: i64,
    /// The days on which ballots are taken.
    pub period: Period,
    /// How its ballots come about.
    pub sampling: Sampling,
    /// The channel, where no service point says otherwise.
    pub channel: Channel,
    /// The unit it asks about, where neither the ballot nor the procedure names one.
    pub unit: Option<i64>,
}

/// Where a campaign stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It begins later.
    NotOpenYet,
    /// Ballots are taken.
    Open,
    /// It is over.
    Closed,
}

impl Campaign {
    /// Where the campaign stands on a local day.
    pub fn standing(&self, day: NaiveDate) -> Standing {
        if day < self.period.from {
            Standing::NotOpenYet
        } else if self.period.holds(day) {
            Standing::Open
        } else {
            Standing::Closed
        }
    }
}
