//! What a ballot says, written so that its hash tells a replay from another ballot.

use serde::Serialize;

use super::{Answer, Ballot};
use crate::{ballot::respondent::Respondent, text};

/// A ballot's content as it is hashed. The names, their order and what is left out are part of
/// every hash that was ever stored. The token is left out: hashed with the answers, whoever has the
/// keys could try every invitee's and learn who sent a ballot.
#[derive(Serialize)]
pub(super) struct Content<'a> {
    id: &'static str,
    campaign: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_point: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    procedure: Option<&'a str>,
    answers: Vec<&'a Answer>,
    #[serde(skip_serializing_if = "Option::is_none")]
    comment: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    respondent: Option<Respondent>,
    #[serde(skip_serializing_if = "Option::is_none")]
    consent: Option<Vec<&'a str>>,
}

impl<'a> Content<'a> {
    pub(super) fn of(ballot: &'a Ballot) -> Self {
        let given = |text: &'a Option<String>| text.as_deref().filter(|text| !text.is_empty());
        let comment = ballot.comment.as_deref().map(text::clean);
        let mut answers: Vec<&Answer> = ballot.answers.iter().collect();
        answers.sort_by(|a, b| a.item.cmp(&b.item));
        let mut consent: Vec<&str> = ballot.consent.iter().flatten().map(String::as_str).collect();
        consent.sort_unstable();
        consent.dedup();
        Self {
            id: "",
            campaign: &ballot.campaign,
            service_point: given(&ballot.service_point),
            unit: given(&ballot.unit),
            procedure: given(&ballot.procedure),
            answers,
            comment: comment.filter(|comment| !comment.is_empty()),
            respondent: ballot.respondent.filter(|respondent| respondent.packed() != 0),
            consent: Some(consent).filter(|consent| !consent.is_empty()),
        }
    }
}
