//! The row of a ballot, and the ballot in it. Whoever takes its counts back, and whoever counts
//! again, reads it here and nowhere else.

use domain::{
    Channel, CheckedBallot, Sampling,
    ballot::{respondent::Respondent, unpack},
    day,
};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Tx, within};

/// A ballot's row, with its comment.
#[derive(Clone, Debug, FromRow)]
pub struct StoredBallot {
    /// The campaign's row.
    pub campaign_id: i64,
    /// The service point's row.
    pub service_point_id: Option<i64>,
    /// The instrument version's row.
    pub instrument_id: i64,
    /// The unit version's row.
    pub unit_version_id: Option<i64>,
    /// The procedure's row.
    pub procedure_id: Option<i64>,
    /// The channel's number.
    pub channel: i64,
    /// The sampling kind's number.
    pub sampling: i64,
    /// `YYYYMMDD`.
    pub day: i64,
    /// Packed marks.
    pub answers: Vec<u8>,
    /// Packed facets.
    pub respondent: i64,
    /// The day on which it was last corrected.
    pub corrected: Option<i64>,
    /// The comment.
    pub comment: Option<String>,
}

impl StoredBallot {
    /// The ballot in the row of this id.
    pub(super) fn ballot(&self, id: Uuid) -> Result<CheckedBallot, sqlx::Error> {
        let numbers = Numbers {
            campaign: self.campaign_id,
            instrument: self.instrument_id,
            service_point: self.service_point_id.unwrap_or(0),
            unit: self.unit_version_id.unwrap_or(0),
            procedure: self.procedure_id.unwrap_or(0),
            channel: self.channel,
            sampling: self.sampling,
            day: self.day,
            respondent: self.respondent,
        };
        let ballot = numbers.ballot(id, &self.answers);
        ballot.ok_or_else(|| sqlx::Error::Decode("a stored ballot cannot be read".into()))
    }
}

/// What a ballot's row holds in numbers; 0 where a column is empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    pub(super) campaign: i64,
    pub(super) instrument: i64,
    pub(super) service_point: i64,
    pub(super) unit: i64,
    pub(super) procedure: i64,
    pub(super) channel: i64,
    pub(super) sampling: i64,
    pub(super) day: i64,
    pub(super) respondent: i64,
}

impl Numbers {
    /// The ballot of these numbers and packed answers; nothing, if they are not ours.
    ///
    /// Words and agreements lie in tables of their own and go at times of their own. Nothing is
    /// counted by them, so they are left out.
    pub(super) fn ballot(self, id: Uuid, answers: &[u8]) -> Option<CheckedBallot> {
        let given = |number: i64| Some(number).filter(|number| *number != 0);
        Some(CheckedBallot {
            id,
            campaign: self.campaign,
            instrument: self.instrument,
            service_point: given(self.service_point),
            unit: given(self.unit),
            procedure: given(self.procedure),
            channel: Channel::from_number(self.channel)?,
            sampling: Sampling::from_number(self.sampling)?,
            day: day::from_number(self.day)?,
            answers: unpack(answers)?,
            comment: None,
            respondent: Respondent::unpacked(self.respondent),
            consents: Vec::new(),
        })
    }
}

/// Removes a ballot's row, and nothing that is counted of it.
pub(super) async fn remove(tx: &mut Tx, id: Uuid) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from ballots where id = $1").bind(id).execute(conn).await.map(|_| ())
    })
}
