//! What whoever rated poorly sends to be called back: their words, a number, and their agreement.

use uuid::Uuid;

use super::message;
use crate::{
    fault::{Fault, Reason},
    people::contact,
};

/// A request to be called, as it arrives; nothing in it is trusted yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CallForm {
    /// A UUID drawn with the form by chance alone: it follows from no ballot.
    pub id: String,
    /// The words that are handed over: those of the ballot's comment, as far as the sender left them.
    pub text: String,
    /// A mobile number.
    pub phone: String,
    /// Whether the box beside the text of the agreement is ticked.
    pub is_agreed: bool,
}

/// A request with nothing wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedCall {
    /// The case's id.
    pub id: Uuid,
    /// The words, composed and tidied.
    pub text: String,
    /// The number as ten digits.
    pub phone: String,
}

impl CallForm {
    /// Checks all of it, and names every fault at once.
    pub fn check(&self) -> Result<CheckedCall, Vec<Fault>> {
        let mut faults = Vec::new();
        let id = Uuid::try_parse(&self.id).ok().filter(|id| !id.is_nil());
        if id.is_none() {
            faults.push(Fault::new("id", Reason::BadId));
        }
        let text = message::words("text", &self.text, &mut faults);
        let phone = contact::phone(&self.phone);
        if phone.is_none() {
            let reason =
                if self.phone.trim().is_empty() { Reason::Missing } else { Reason::BadPhone };
            faults.push(Fault::new("phone", reason));
        }
        if !self.is_agreed {
            faults.push(Fault::new("consent", Reason::ConsentNeeded));
        }
        match (id, text, phone) {
            (Some(id), Some(text), Some(phone)) if faults.is_empty() => {
                Ok(CheckedCall { id, text, phone })
            }
            _ => Err(faults),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form() -> CallForm {
        CallForm {
            id: "5b0f3f4e-8d3a-4d0e-9b43-0d9a3c1a2b3c".to_owned(),
            text: "  Chờ  ba giờ. ".to_owned(),
            phone: "+84 912 345 678".to_owned(),
            is_agreed: true,
        }
    }

    #[test]
    fn a_whole_request_is_taken_tidied() {
        let checked = form().check().unwrap();
        assert_eq!(checked.phone, "0912345678");
        assert!(checked.text.starts_with("Chờ") && checked.text.ends_with("giờ."));
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let faults = CallForm::default().check().unwrap_err();
        let fields: Vec<&str> = faults.iter().map(Fault::field).collect();
        assert_eq!(fields, ["id", "text", "phone", "consent"]);
        let spoilt = CallForm { phone: "12345".to_owned(), ..form() }.check().unwrap_err();
        assert_eq!(spoilt, [Fault::new("phone", Reason::BadPhone)]);
    }
}
