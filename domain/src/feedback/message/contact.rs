//! Who sends feedback, and where an answer goes.

use serde::{Deserialize, Serialize};

use crate::{
    fault::{Fault, Reason},
    people::contact,
    text,
};

/// The most characters of a name.
const NAME: usize = 100;
/// The most characters of a postal address.
const ADDRESS: usize = 200;

/// Who sends it and where an answer goes, as it arrives: a name, and one way at least.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Contact {
    /// The name.
    pub name: String,
    /// A mobile number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// An e-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// A postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

/// A contact as it is kept: sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckedContact {
    /// The name.
    pub name: String,
    /// A mobile number, as ten digits.
    pub phone: Option<String>,
    /// An e-mail address in small letters.
    pub email: Option<String>,
    /// A postal address.
    pub address: Option<String>,
}

impl Contact {
    /// The contact as it is kept, with every fault named.
    pub(super) fn check(&self, faults: &mut Vec<Fault>) -> Option<CheckedContact> {
        let before = faults.len();
        let mut fault = |field: &str, reason| {
            faults.push(Fault::new(["contact.", field].concat(), reason));
        };
        let name = line(&self.name);
        match name.chars().count() {
            0 => fault("name", Reason::Missing),
            long if long > NAME => fault("name", Reason::TooLong(NAME)),
            _ => {}
        }
        let address = given(self.address.as_deref());
        if address.as_ref().is_some_and(|it| it.chars().count() > ADDRESS) {
            fault("address", Reason::TooLong(ADDRESS));
        }
        let (phone, email) = (given(self.phone.as_deref()), given(self.email.as_deref()));
        let (number, mail) =
            (phone.as_deref().and_then(contact::phone), email.as_deref().and_then(contact::email));
        if phone.is_some() && number.is_none() {
            fault("phone", Reason::BadPhone);
        }
        if email.is_some() && mail.is_none() {
            fault("email", Reason::BadEmail);
        }
        if phone.is_none() && email.is_none() && address.is_none() {
            fault("address", Reason::Unreachable);
        }
        let is_whole = faults.len() == before;
        is_whole.then_some(CheckedContact { name, phone: number, email: mail, address })
    }
}

/// What was typed, on one line.
fn line(typed: &str) -> String {
    text::clean(typed).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn given(typed: Option<&str>) -> Option<String> {
    typed.map(line).filter(|text| !text.is_empty())
}
