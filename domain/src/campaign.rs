//! An instrument version offered to someone for a time.

use chrono::{DateTime, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    code::{Channel, Sampling},
    day::{self, Period},
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
    /// The most ballots that are taken.
    pub quota: Option<i64>,
    /// When it was closed before its last day, in milliseconds since 1970.
    pub closed: Option<i64>,
}

/// Where a campaign stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
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
        if self.closed.is_some() {
            Standing::Closed
        } else if day < self.period.from {
            Standing::NotOpenYet
        } else if self.period.holds(day) {
            Standing::Open
        } else {
            Standing::Closed
        }
    }

    /// The days on which ballots were or will be taken, where it was closed before its last one.
    pub fn days(&self) -> Period {
        let closed = self.closed.and_then(DateTime::from_timestamp_millis).map(day::local_day);
        Period { to: closed.into_iter().chain(self.period.to).min(), ..self.period }
    }
}
