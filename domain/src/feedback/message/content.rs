//! What feedback says, written so that its hash tells a replay from other feedback.

use serde::Serialize;

use super::{Contact, Message};
use crate::{feedback::kind::Kind, text};

/// The content as it is hashed. The names, their order and what is left out are part of every hash that
/// was ever stored.
#[derive(Serialize)]
pub(super) struct Content<'a> {
    kind: Option<Kind>,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    procedure: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    service_point: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'a Contact>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    consent: Vec<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    under_18: bool,
}

impl<'a> Content<'a> {
    pub(super) fn of(message: &'a Message) -> Self {
        let given = |text: &'a Option<String>| text.as_deref().filter(|text| !text.is_empty());
        let mut consent: Vec<&str> = message.consent.iter().flatten().map(String::as_str).collect();
        consent.sort_unstable();
        consent.dedup();
        Self {
            kind: message.kind,
            text: text::clean(&message.text),
            unit: given(&message.unit),
            procedure: given(&message.procedure),
            service_point: given(&message.service_point),
            contact: message.contact.as_ref(),
            consent,
            under_18: message.under_18,
        }
    }
}
