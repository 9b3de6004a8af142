//! What ballots may be counted by, although no tally is kept of it.

use crate::ballot::{
    CheckedBallot,
    respondent::{Age, Party, Sex},
};

/// Something that is kept of a ballot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Attribute {
    /// The campaign's row.
    Campaign,
    /// The service point's row.
    ServicePoint,
    /// The unit version's row.
    Unit,
    /// The procedure's row.
    Procedure,
    /// [`crate::Channel::number`].
    Channel,
    /// [`crate::Sampling::number`].
    Sampling,
    /// [`Party::number`].
    Party,
    /// [`Sex::number`].
    Sex,
    /// [`Age::number`].
    Age,
}

impl Attribute {
    /// What a ballot has of it, as a number; 0 for nothing.
    pub fn of(self, ballot: &CheckedBallot) -> i64 {
        let given = match self {
            Self::Campaign => Some(ballot.campaign),
            Self::ServicePoint => ballot.service_point,
            Self::Unit => ballot.unit,
            Self::Procedure => ballot.procedure,
            Self::Channel => Some(ballot.channel.number()),
            Self::Sampling => Some(ballot.sampling.number()),
            Self::Party => ballot.respondent.party.map(Party::number),
            Self::Sex => ballot.respondent.sex.map(Sex::number),
            Self::Age => ballot.respondent.age.map(Age::number),
        };
        given.unwrap_or(0)
    }
}
