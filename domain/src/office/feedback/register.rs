//! A case that came another way, as it is entered: at a counter, by letter, by telephone, by another
//! body's system.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{case::SenderView, inbox::CaseRow, order::WORDS};
use crate::{
    fault::{Fault, Reason},
    feedback::{
        kind::{Kind, Source},
        steps::Misstep,
    },
    office::entry::{CODE, Fields, NAME},
    people::contact,
};

/// A case to be entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisterForm {
    /// The sender's or the form's own UUID: the same one again is the same case.
    pub id: String,
    /// What it is about.
    pub kind: Kind,
    /// How it came.
    pub source: Source,
    /// Its number there, unique per source.
    #[serde(default)]
    pub outside_number: String,
    /// The day it was sent, `YYYY-MM-DD`.
    pub sent: String,
    /// The sender's words.
    pub text: String,
    /// The code of the unit it is about.
    #[serde(default)]
    pub unit: Option<String>,
    /// The code of the procedure it is about.
    #[serde(default)]
    pub procedure: Option<String>,
    /// Whether it has a name and an address to answer to.
    #[serde(default)]
    pub is_formal: bool,
    /// Whether its sender agreed to its publication.
    #[serde(default)]
    pub is_publishable: bool,
    /// Who sent it: of a formal case alone.
    #[serde(default)]
    pub sender: Option<SenderView>,
    /// The account of the official it is about, who then never sees it.
    #[serde(default)]
    pub about: Option<String>,
}

/// A case that was entered, with what its sender follows it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisteredCase {
    /// The case as lists show it, with its code.
    #[serde(flatten)]
    pub row: CaseRow,
    /// The pin that goes with the code: for the sender, and shown here alone.
    pub pin: String,
}

/// A case with nothing wrong in its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedCase {
    /// Its number elsewhere.
    pub outside_number: Option<String>,
    /// The day it was sent.
    pub sent: NaiveDate,
    /// The sender's words.
    pub text: String,
    /// Who sent it.
    pub sender: Option<SenderView>,
    /// The account of the official it is about.
    pub about: Option<String>,
}

impl RegisterForm {
    /// The case as it is kept, or everything wrong with its form.
    pub fn check(&self, today: NaiveDate) -> Result<CheckedCase, Vec<Fault>> {
        let mut fields = Fields::default();
        let outside_number = fields.short("outside_number", &self.outside_number, CODE);
        let sent = fields.day("sent", &self.sent);
        if sent.is_some_and(|sent| sent > today) {
            fields.fault::<()>("sent", Reason::Misstep(Misstep::DayTooFar));
        }
        let text = fields.given_text("text", &self.text, WORDS);
        let sender = self.sender(&mut fields);
        let about = fields.reference("about", self.about.as_deref());
        let read = outside_number.zip(sent).zip(text).zip(about);
        fields.end(read.map(|(((number, sent), text), about)| CheckedCase {
            outside_number: (!number.is_empty()).then_some(number),
            sent,
            text,
            sender,
            about,
        }))
    }

    /// Who sent it: of a formal case a name, and a number or an address to answer to.
    fn sender(&self, fields: &mut Fields) -> Option<SenderView> {
        let sent = self.sender.clone().unwrap_or_default();
        let name = fields.short("sender.name", &sent.name, NAME)?;
        let address = fields.short("sender.address", &sent.address, NAME)?;
        let typed = fields.short("sender.phone", &sent.phone, NAME)?;
        let phone = match contact::phone(&typed) {
            Some(phone) => phone,
            None if typed.is_empty() => typed,
            None => return fields.fault("sender.phone", Reason::BadPhone),
        };
        if self.is_formal && name.is_empty() {
            fields.fault::<()>("sender.name", Reason::Missing);
        }
        if self.is_formal && phone.is_empty() && address.is_empty() {
            fields.fault::<()>("sender.address", Reason::Missing);
        }
        if !self.is_formal && !(name.is_empty() && phone.is_empty() && address.is_empty()) {
            fields.fault::<()>("is_formal", Reason::Misstep(Misstep::Nameless));
        }
        let is_named = !(name.is_empty() && phone.is_empty() && address.is_empty());
        is_named.then_some(SenderView { name, phone, address })
    }
}
