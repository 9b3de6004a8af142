//! A case from another system's register: sent by its program, or taken from a file; one each of a number
//! there.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    case::SenderView,
    register::{CheckedCase, RegisterForm},
};
use crate::{
    day,
    fault::{Fault, Reason},
    feedback::{
        kind::{Kind, Source},
        view::FeedbackView,
    },
    office::entry::Fields,
    text,
};

/// A case with nothing wrong, as it is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutsideCase {
    /// The channel.
    pub source: Source,
    /// Its number there.
    pub number: String,
    /// What it is about.
    pub kind: Kind,
    /// The day it was sent there.
    pub sent: NaiveDate,
    /// The day until which that system counts.
    pub due: Option<NaiveDate>,
    /// The sender's words.
    pub text: String,
    /// The row of the unit's version.
    pub unit: Option<i64>,
    /// The procedure's row.
    pub procedure: Option<i64>,
    /// Who sent it; nothing for a hint without a name.
    pub sender: Option<SenderView>,
    /// Whether the sender agreed to its publication.
    pub is_publishable: bool,
    /// The day it was answered there, and the answer.
    pub finished: Option<(NaiveDate, String)>,
}

/// A case as another system's program sends it. The channel is that of its key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushedForm {
    /// Its number there: one case each of the channel.
    pub outside_number: String,
    /// What it is about.
    pub kind: Kind,
    /// The day it was sent there, `YYYY-MM-DD`: the clock starts then.
    pub sent: String,
    /// The day until which that system counts. An earlier one than the law's is the case's day.
    #[serde(default)]
    pub due: Option<String>,
    /// The sender's words.
    pub text: String,
    /// The code of the unit it is about.
    #[serde(default)]
    pub unit: Option<String>,
    /// The code of the procedure it is about.
    #[serde(default)]
    pub procedure: Option<String>,
    /// Who sent it, with a name and a number or an address to answer to: then it is a formal PAKN.
    #[serde(default)]
    pub sender: Option<SenderView>,
    /// Whether its sender agreed to its publication.
    #[serde(default)]
    pub is_publishable: bool,
}

/// A case that another system sent, with what its sender follows it by here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PushedCase {
    /// Its number there.
    pub outside_number: String,
    /// Its code here.
    pub code: String,
    /// The pin that goes with the code: for the sender.
    pub pin: String,
}

/// How far such a case is: what its sender sees with code and pin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OutsideView {
    /// Its number there.
    pub outside_number: String,
    /// How far it is.
    #[serde(flatten)]
    pub case: FeedbackView,
}

/// What such a body says field by field, in a form in which the same content is the same text.
pub type Said = [(&'static str, String); 8];

impl PushedForm {
    /// Its fields as they are kept, with the day until which that system counts, or everything wrong.
    pub fn check(
        &self,
        source: Source,
        today: NaiveDate,
    ) -> Result<(CheckedCase, Option<NaiveDate>), Vec<Fault>> {
        let mut fields = Fields::default();
        if self.outside_number.trim().is_empty() {
            fields.fault::<()>("outside_number", Reason::Missing);
        }
        let written = self.due.as_deref().filter(|due| !due.is_empty());
        let due = written.map(|due| fields.day("due", due)).unwrap_or_default();
        let mut faults = fields.end(Some(())).err().unwrap_or_default();
        let sent = day::read(&self.sent);
        if due.zip(sent).is_some_and(|(due, sent)| due < sent) {
            faults.push(Fault::new("due", Reason::EndsBeforeItBegins));
        }
        match self.entry(source).check(today) {
            Ok(case) if faults.is_empty() => return Ok((case, due)),
            Ok(_) => {}
            Err(others) => faults.extend(others),
        }
        Err(faults)
    }

    /// The same as it would be entered by hand.
    fn entry(&self, source: Source) -> RegisterForm {
        RegisterForm {
            id: String::new(),
            kind: self.kind,
            source,
            outside_number: self.outside_number.clone(),
            sent: self.sent.clone(),
            text: self.text.clone(),
            unit: self.unit.clone(),
            procedure: self.procedure.clone(),
            is_formal: self.sender.is_some(),
            is_publishable: self.is_publishable,
            sender: self.sender.clone(),
            about: None,
        }
    }

    /// What it says, field by field; its number is not among them.
    pub fn said(&self) -> Said {
        let given = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
        let sender = self.sender.clone().unwrap_or_default();
        let sender = [sender.name, sender.phone, sender.address].map(|it| text::clean(&it));
        [
            ("kind", self.kind.name().to_owned()),
            ("sent", self.sent.trim().to_owned()),
            ("due", given(&self.due)),
            ("text", text::clean(&self.text)),
            ("unit", given(&self.unit)),
            ("procedure", given(&self.procedure)),
            ("sender", sender.join("\n")),
            ("is_publishable", self.is_publishable.to_string()),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> PushedForm {
        PushedForm {
            outside_number: "PA-1".to_owned(),
            kind: Kind::Service,
            sent: "2026-03-02".to_owned(),
            due: Some("2026-03-20".to_owned()),
            text: "Chờ lâu.".to_owned(),
            unit: None,
            procedure: None,
            sender: None,
            is_publishable: false,
        }
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, 3).expect("a day")
    }

    fn fields(form: &PushedForm) -> Vec<String> {
        let faults = form.check(Source::Portal, today()).err().unwrap_or_default();
        faults.iter().map(|fault| fault.field().to_owned()).collect()
    }

    #[test]
    fn every_fault_is_named_by_its_field_at_once() {
        assert_eq!(fields(&form()), [""; 0]);
        let wrong = PushedForm {
            outside_number: " ".to_owned(),
            sent: "2026-03-04".to_owned(),
            due: Some("x".to_owned()),
            text: String::new(),
            sender: Some(SenderView::default()),
            ..form()
        };
        let named = ["outside_number", "due", "sent", "text", "sender.name", "sender.address"];
        assert_eq!(fields(&wrong), named);
        assert_eq!(fields(&PushedForm { due: Some("2026-03-01".to_owned()), ..form() }), ["due"]);
    }

    #[test]
    fn what_is_written_otherwise_and_means_the_same_says_the_same() {
        let other =
            PushedForm { text: " Chờ lâu. ".to_owned(), unit: Some(String::new()), ..form() };
        assert_eq!(other.said(), form().said());
        let differs = PushedForm { text: "Chờ rất lâu.".to_owned(), ..form() }.said();
        let fields = form().said().into_iter().zip(differs).filter(|(a, b)| a != b);
        assert_eq!(fields.map(|(a, _)| a.0).collect::<Vec<_>>(), ["text"]);
    }
}
