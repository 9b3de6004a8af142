//! A kept ballot as its sender sees it again: everything that is kept, and nothing else is.

use serde::{Deserialize, Serialize};

use super::{Answer, Mark};
use crate::{
    ballot::{instrument::Instrument, respondent::Respondent},
    code::Channel,
};

/// A ballot as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct BallotView {
    /// The local day it counts on, `YYYY-MM-DD`.
    pub day: String,
    /// The campaign's code.
    pub campaign: String,
    /// The question set, as `code/version`.
    pub instrument: String,
    /// The code of the service point.
    pub service_point: Option<String>,
    /// The code of the unit, as it was then.
    pub unit: Option<String>,
    /// The code of the procedure.
    pub procedure: Option<String>,
    /// How the person was served: it says what was asked.
    pub channel: Channel,
    /// The answers; what was left blank is left out.
    pub answers: Vec<Answer>,
    /// What the person added in words.
    pub comment: Option<String>,
    /// What the person told of themselves.
    pub respondent: Respondent,
    /// What the person agrees to, as `purpose/version`.
    pub consent: Vec<String>,
    /// What the person agreed to and took back.
    pub withdrawn: Vec<WithdrawnConsent>,
    /// The local day on which it was last corrected, `YYYY-MM-DD`.
    pub corrected: Option<String>,
    /// Whether it may be corrected today.
    pub correctable: bool,
    /// The last day on which it may be corrected, `YYYY-MM-DD`; none, while its campaign has no end.
    pub correctable_until: Option<String>,
}

/// An agreement that was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct WithdrawnConsent {
    /// The text, as `purpose/version`.
    pub consent: String,
    /// The local day, `YYYY-MM-DD`.
    pub day: String,
}

/// The marks of a ballot as answers to the items of its question set.
pub fn answers(set: &Instrument, marks: &[Mark]) -> Vec<Answer> {
    let level = |mark: &Mark| match mark {
        Mark::Blank => None,
        Mark::Level(level) => Some(Some(*level)),
        Mark::NotApplicable => Some(None),
    };
    let given = set.items.iter().zip(marks);
    given
        .filter_map(|(item, mark)| Some(Answer { item: item.code.clone(), level: level(mark)? }))
        .collect()
}
