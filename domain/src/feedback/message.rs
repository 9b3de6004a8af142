//! Feedback as it arrives, and as it is kept once nothing is wrong with it.

mod contact;
mod content;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::contact::{CheckedContact, Contact};
use super::kind::Kind;
use crate::{
    ballot::consent::{ANSWER_FEEDBACK, Consent, PUBLISH_FEEDBACK},
    books::catalogue::Catalogue,
    fault::{Fault, Reason},
    text,
};

/// The most characters of a text, as people count them.
pub const MOST: usize = 5_000;
/// The most characters that one letter takes on the average: marks heaped on one have no end.
const MOST_IN_A_LETTER: usize = 16;
/// No more agreements than these are looked at.
const MOST_CONSENTS: usize = 20;

/// Feedback as it arrives; nothing in it is trusted yet. Complaints and denunciations are none: they have
/// another law and another way.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// A UUID drawn once by the sender: the same id twice counts once.
    pub id: String,
    /// What it is about.
    #[cfg_attr(feature = "openapi", schema(value_type = Kind))]
    pub kind: Option<Kind>,
    /// The sender's words, at most 5000 characters.
    pub text: String,
    /// The code of the unit it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The code of the procedure it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// The code of the service point it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service_point: Option<String>,
    /// Who sends it and where an answer goes: with it this is a formal PAKN, without it a hint that
    /// nobody's name goes with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contact: Option<Contact>,
    /// What the sender agreed to: texts as `purpose/version`. A contact needs `answer_feedback`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<Vec<String>>,
    /// Whether the sender is younger than eighteen: then no contact is taken and nothing published.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub under_18: bool,
}

/// Feedback with nothing wrong: every name resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedMessage {
    /// The sender's id.
    pub id: Uuid,
    /// What it is about.
    pub kind: Kind,
    /// The sender's words, composed and tidied.
    pub text: String,
    /// The unit version's row: the unit as it was that day.
    pub unit: Option<i64>,
    /// The procedure's row.
    pub procedure: Option<i64>,
    /// The service point's row.
    pub service_point: Option<i64>,
    /// Who sends it; nothing for a hint.
    pub contact: Option<CheckedContact>,
    /// What the sender agreed to, each purpose once.
    pub consents: Vec<Consent>,
}

impl CheckedMessage {
    /// Whether the sender agreed to its publication.
    pub fn is_publishable(&self) -> bool {
        self.consents.iter().any(|it| it.purpose == PUBLISH_FEEDBACK)
    }
}

impl Message {
    /// Checks all of it against the books on a local day, and names every fault at once.
    pub fn check(&self, books: &Catalogue, day: NaiveDate) -> Result<CheckedMessage, Vec<Fault>> {
        let mut faults = Vec::new();
        let id = Uuid::try_parse(&self.id).ok().filter(|id| !id.is_nil());
        if id.is_none() {
            faults.push(Fault::new("id", Reason::BadId));
        }
        if self.kind.is_none() {
            faults.push(Fault::new("kind", Reason::Missing));
        }
        let text = words("text", &self.text, &mut faults);
        let place = self.place(books, day, &mut faults);
        let consents = self.consents(books, &mut faults);
        let contact = self.checked_contact(&consents, &mut faults);
        let (Some(id), Some(kind), Some(text), true) = (id, self.kind, text, faults.is_empty())
        else {
            return Err(faults);
        };
        let [unit, procedure, service_point] = place;
        Ok(CheckedMessage { id, kind, text, unit, procedure, service_point, contact, consents })
    }

    /// The rows of unit, procedure and service point.
    fn place(
        &self,
        books: &Catalogue,
        day: NaiveDate,
        faults: &mut Vec<Fault>,
    ) -> [Option<i64>; 3] {
        let given = |code: &Option<String>| code.clone().filter(|code| !code.trim().is_empty());
        let mut row = |field, code: Option<String>, found: &dyn Fn(&str) -> Option<i64>, reason| {
            let code = code?;
            let row = found(&code);
            if row.is_none() {
                faults.push(Fault::new(field, reason));
            }
            row
        };
        let unit = |code: &str| books.unit_meant_on(code, day).map(|it| it.id);
        let procedure = |code: &str| books.procedure_on(code, day).map(|it| it.procedure);
        let point = |code: &str| books.point_on(code, day).map(|it| it.id);
        [
            row("unit", given(&self.unit), &unit, Reason::UnknownUnit),
            row("procedure", given(&self.procedure), &procedure, Reason::UnknownProcedure),
            row("service_point", given(&self.service_point), &point, Reason::UnknownServicePoint),
        ]
    }

    /// The texts agreed to, each purpose once.
    fn consents(&self, books: &Catalogue, faults: &mut Vec<Fault>) -> Vec<Consent> {
        let mut consents: Vec<Consent> = Vec::new();
        for key in self.consent.iter().flatten().take(MOST_CONSENTS) {
            let is_ours = |purpose: &str| [ANSWER_FEEDBACK, PUBLISH_FEEDBACK].contains(&purpose);
            let text = books.consent_texts.iter().find(|it| it.key() == *key);
            match text.filter(|it| is_ours(&it.purpose)) {
                Some(it) if consents.iter().any(|had| had.purpose == it.purpose) => {}
                Some(it) if self.under_18 && it.purpose == PUBLISH_FEEDBACK => {
                    faults.push(Fault::new("consent", Reason::UnderAge));
                }
                Some(it) => {
                    consents.push(Consent { purpose: it.purpose.clone(), version: it.version });
                }
                None => {
                    faults.push(Fault::new("consent", Reason::UnknownChoice));
                    break;
                }
            }
        }
        consents
    }

    fn checked_contact(
        &self,
        consents: &[Consent],
        faults: &mut Vec<Fault>,
    ) -> Option<CheckedContact> {
        let contact = self.contact.as_ref()?;
        if self.under_18 {
            faults.push(Fault::new("contact", Reason::UnderAge));
            return None;
        }
        if !consents.iter().any(|it| it.purpose == ANSWER_FEEDBACK) {
            faults.push(Fault::new("consent", Reason::ConsentNeeded));
        }
        contact.check(faults)
    }

    /// What it says, in a form that does not depend on how it was sent: the same content gives the same
    /// text here, and so the same stored hash.
    pub fn content(&self) -> impl Serialize + '_ {
        content::Content::of(self)
    }
}

/// Words that a sender adds, composed and tidied; nothing, if they are none or too many.
pub fn words(field: &str, typed: &str, faults: &mut Vec<Fault>) -> Option<String> {
    let text = text::clean(typed);
    let is_over = |limit| text.chars().nth(limit).is_some();
    if text.is_empty() {
        faults.push(Fault::new(field, Reason::Missing));
    } else if is_over(MOST * MOST_IN_A_LETTER) || is_over(MOST) && text::letters(&text) > MOST {
        faults.push(Fault::new(field, Reason::TooLong(MOST)));
    } else {
        return Some(text);
    }
    None
}

#[cfg(test)]
mod tests;
