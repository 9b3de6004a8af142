//! A kept ballot put right by its sender: what it shall say from now on.

use serde::{Deserialize, Serialize};

use super::{Answer, Ballot, Mark};
use crate::{
    ballot::{consent::Consent, instrument::Instrument, respondent::Respondent},
    books::catalogue::Catalogue,
    code::Channel,
    fault::Fault,
    text,
};

/// All that the sender may change, as it shall be; what is left out is no longer said. Where and when
/// a ballot counts stays as it was.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// The answers; an item left blank is left out.
    #[serde(default)]
    pub answers: Vec<Answer>,
    /// What the person wants to add.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What the person tells of themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respondent: Option<Respondent>,
    /// What the person agrees to: texts as `purpose/version`. What was agreed to before and is not
    /// named is withdrawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Vec<String>>,
}

/// A correction with nothing wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedCorrection {
    /// One mark for each item of the instrument, in its order.
    pub answers: Vec<Mark>,
    /// The comment, composed and tidied; never empty.
    pub comment: Option<String>,
    /// The facets given.
    pub respondent: Respondent,
    /// What the person agrees to; nothing without a comment.
    pub consents: Vec<Consent>,
}

impl Correction {
    /// Checks the correction as a new ballot is checked, and names every fault at once. The channel
    /// is that of the ballot: it says what was asked.
    pub fn check(
        self,
        books: &Catalogue,
        set: &Instrument,
        channel: Channel,
    ) -> Result<CheckedCorrection, Vec<Fault>> {
        let Self { answers, comment, respondent, consent } = self;
        let ballot = Ballot { answers, respondent, consent, ..Ballot::default() };
        let mut faults = Vec::new();
        let comment = comment.as_deref().map(text::clean);
        let consents = ballot.consents(books, &mut faults);
        faults.extend(ballot.answer_faults(set, channel, comment.as_deref(), text::letters));
        if !faults.is_empty() {
            return Err(faults);
        }
        let comment = comment.filter(|comment| !comment.is_empty());
        Ok(CheckedCorrection {
            answers: ballot.marks(set),
            consents: if comment.is_some() { consents } else { Vec::new() },
            comment,
            respondent: ballot.respondent.unwrap_or_default(),
        })
    }
}

impl From<Ballot> for Correction {
    /// As much of a ballot as may be corrected.
    fn from(ballot: Ballot) -> Self {
        let Ballot { answers, comment, respondent, consent, .. } = ballot;
        Self { answers, comment, respondent, consent }
    }
}
