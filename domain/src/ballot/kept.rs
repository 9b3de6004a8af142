//! A kept ballot as its sender sees it again: everything that is kept, and nothing else is.

use serde::{Deserialize, Serialize};

use super::{Answer, Mark};
use crate::{instrument::Instrument, respondent::Respondent};

/// A ballot as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KeptBallot {
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
    /// The answers; what was left blank is left out.
    pub answers: Vec<Answer>,
    /// What the person added in words.
    pub comment: Option<String>,
    /// What the person told of themselves.
    pub respondent: Respondent,
    /// What the person agreed to, as `purpose/version`.
    pub consent: Vec<String>,
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
