//! People who are asked by a link of their own: what is asked of their list, and how they are told.

use serde::{Deserialize, Serialize};

use crate::office::entry::{Fields, NAME};
use crate::{
    fault::{Fault, Reason},
    people::contact,
    text,
};

/// Lines of one upload.
pub const MOST_LINES: usize = 20_000;

/// What is asked of the list, as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct InviteeQuery {
    /// A whole telephone number, e-mail address or dossier number.
    pub q: String,
    /// `yes` or `no`: whether they answered.
    pub answered: String,
    /// The local day of the upload, `YYYY-MM-DD`.
    pub created: String,
    /// `created`, or `-created` for the newest first.
    pub sort: String,
    /// The page, from 1.
    pub page: usize,
}

/// Who somebody is. At least a telephone number or an e-mail address is there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Contact {
    /// The name.
    pub name: String,
    /// The mobile number.
    pub phone: String,
    /// The e-mail address.
    pub email: String,
    /// The dossier's number.
    pub dossier: String,
}

/// An invited person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct InviteeRow {
    /// What calls about this person name.
    pub id: String,
    /// The campaign's code.
    pub campaign: String,
    /// Who it is, as far as the reader may see it.
    pub contact: Contact,
    /// Whether the contact is masked.
    pub masked: bool,
    /// The code of the unit.
    pub unit: Option<String>,
    /// The code of the procedure.
    pub procedure: Option<String>,
    /// The code of the service point.
    pub service_point: Option<String>,
    /// The local day of the upload, `YYYY-MM-DD`.
    pub created: String,
    /// Whether they answered.
    pub answered: bool,
}

/// What an upload did, or would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Uploaded {
    /// People who are new in the campaign.
    pub rows: usize,
    /// Whether they were kept, and not only looked at.
    pub applied: bool,
}

impl Contact {
    /// The contact as it is kept, or everything wrong with it.
    pub fn check(&self) -> Result<Self, Vec<Fault>> {
        let mut fields = Fields::default();
        let name = fields.short("name", &self.name, NAME);
        let phone = read(&mut fields, ("phone", &self.phone), contact::phone, Reason::BadPhone);
        let email = read(&mut fields, ("email", &self.email), contact::email, Reason::BadEmail);
        let dossier = fields.short("dossier", &self.dossier, contact::DOSSIER);
        if text::tidy(&self.phone).is_empty() && text::tidy(&self.email).is_empty() {
            fields.fault::<()>("phone", Reason::Missing);
        }
        let checked =
            || Some(Self { name: name?, phone: phone?, email: email?, dossier: dossier? });
        let checked = checked();
        fields.end(checked)
    }

    /// Enough to tell two people apart, and not who they are: the last three signs of what reaches
    /// them.
    pub fn masked(&self) -> Self {
        let end = |text: &String| match text.char_indices().nth_back(2) {
            Some((at, _)) if at > 0 => ["…", &text[at..]].concat(),
            _ if text.is_empty() => String::new(),
            _ => "…".to_owned(),
        };
        Self {
            name: if self.name.is_empty() { String::new() } else { "…".to_owned() },
            phone: end(&self.phone),
            email: if self.email.is_empty() { String::new() } else { "…@…".to_owned() },
            dossier: end(&self.dossier),
        }
    }
}

fn read(
    fields: &mut Fields,
    (field, typed): (&str, &str),
    form: fn(&str) -> Option<String>,
    otherwise: Reason,
) -> Option<String> {
    match text::tidy(typed) {
        typed if typed.is_empty() => Some(typed),
        typed => form(&typed).or_else(|| fields.fault(field, otherwise)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contact(phone: &str, email: &str) -> Contact {
        let text = |text: &str| text.to_owned();
        Contact {
            name: text(" Nguyễn Văn Thử "),
            phone: text(phone),
            email: text(email),
            dossier: text("H19-0001"),
        }
    }

    #[test]
    fn a_contact_is_kept_in_one_form() {
        let checked = contact("+84 900 000 001", "").check().unwrap();
        assert_eq!(
            (checked.name.as_str(), checked.phone.as_str()),
            ("Nguyễn Văn Thử", "0900000001")
        );
    }

    #[test]
    fn every_fault_of_a_contact_is_named() {
        let faults_of = |contact: Contact| {
            let faults = contact.check().unwrap_err();
            faults
                .into_iter()
                .map(|fault| (fault.field().to_owned(), fault.reason))
                .collect::<Vec<_>>()
        };
        let field = |name: &str, reason| (name.to_owned(), reason);
        assert_eq!(
            faults_of(contact("1", "x")),
            [field("phone", Reason::BadPhone), field("email", Reason::BadEmail)]
        );
        assert_eq!(faults_of(contact(" ", "")), [field("phone", Reason::Missing)]);
    }

    #[test]
    fn a_masked_contact_names_nobody() {
        let masked = contact("0900000123", "an@example.vn").masked();
        assert_eq!((masked.name.as_str(), masked.phone.as_str()), ("…", "…123"));
        assert_eq!((masked.email.as_str(), masked.dossier.as_str()), ("…@…", "…001"));
        assert_eq!(Contact::default().masked(), Contact::default());
    }
}
