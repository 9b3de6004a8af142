//! An instrument version offered to someone for a time.

use chrono::{DateTime, Days, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::{
    ballot::way::Way,
    code::{Channel, Sampling},
    day::{self, Period},
    words::Words,
};

/// Days after a campaign's last one on which its ballots may still be corrected. Then its figures are
/// handed in, and no answer turns any more; to take back what one sent has no last day.
pub const CORRECTED_AFTER: u64 = 15;

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
    /// How most of its ballots are meant to come about; for people on a list, how they got onto it.
    pub sampling: Sampling,
    /// The kinds of ballots it takes, each once and in their order; every kind, if none is named.
    pub takes: Vec<Sampling>,
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

    /// Where it stood at a moment of a local day, in milliseconds since 1970.
    pub fn standing_at(&self, moment: i64, day: NaiveDate) -> Standing {
        let closed = self.closed.filter(|closed| *closed <= moment);
        Self { closed, ..self.clone() }.standing(day)
    }

    /// The days on which ballots were or will be taken, where it was closed before its last one.
    pub fn days(&self) -> Period {
        let closed = self.closed.and_then(DateTime::from_timestamp_millis).map(day::local_day);
        Period { to: closed.into_iter().chain(self.period.to).min(), ..self.period }
    }

    /// Whether it takes ballots that come this way. Whoever it invited itself is always heard.
    pub fn is_taken(&self, way: Way) -> bool {
        let is_named = || self.takes.contains(&self.kind_by(way));
        way == Way::Invitation || self.takes.is_empty() || is_named()
    }

    /// Whether anyone may be offered it, wherever they are: what is meant for a counter is not.
    pub fn is_for_everyone(&self) -> bool {
        self.is_taken(Way::Open) && (!self.takes.is_empty() || self.sampling != Sampling::Kiosk)
    }

    /// Whether it asks nobody but those it invited itself.
    pub fn is_by_invitation(&self) -> bool {
        [Way::Kiosk, Way::Point, Way::Open].into_iter().all(|way| !self.is_taken(way))
    }

    /// The kind of a ballot that came a way.
    pub fn kind_by(&self, way: Way) -> Sampling {
        match way {
            Way::Invitation => self.list_kind(),
            Way::Kiosk => Sampling::Kiosk,
            Way::Point => Sampling::CounterQr,
            Way::Open => Sampling::OpenLink,
        }
    }

    /// How people got onto the list of those it invites.
    fn list_kind(&self) -> Sampling {
        let named = self.takes.iter().copied().find(|kind| kind.is_by_list());
        let own = Some(self.sampling).filter(|kind| kind.is_by_list());
        own.or(named).unwrap_or(Sampling::AllCompletedDossiers)
    }

    /// The last day on which its ballots may be corrected; none, while it has no last day itself.
    pub fn correctable_until(&self) -> Option<NaiveDate> {
        self.days().to.and_then(|last| last.checked_add_days(Days::new(CORRECTED_AFTER)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ballots_are_corrected_until_half_a_month_after_the_last_day_or_the_closing() {
        let day = |text| day::read(text).unwrap();
        let mut campaign = Campaign {
            id: 1,
            code: String::new(),
            title: Words::default(),
            instrument: 1,
            period: Period { from: day("2026-01-01"), to: None },
            sampling: Sampling::OpenLink,
            takes: Vec::new(),
            channel: Channel::InPerson,
            unit: None,
            quota: None,
            closed: None,
        };
        assert_eq!(campaign.correctable_until(), None);
        campaign.period.to = Some(day("2026-06-30"));
        assert_eq!(campaign.correctable_until(), Some(day("2026-07-15")));
        campaign.closed = Some(day::start_of(day("2026-05-31")).timestamp_millis());
        assert_eq!(campaign.correctable_until(), Some(day("2026-06-15")));
    }
}
