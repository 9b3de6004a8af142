//! The fields of the form, read into a message.

use domain::{
    Fault, Reason,
    feedback::{
        kind::Kind,
        message::{Contact, Message},
    },
};

use crate::survey::Typed;

/// What stands for the choice that is not taken here.
pub const COMPLAINT: &str = "complaint";
/// The values of the choice of an answer.
pub const REPLIES: [&str; 3] = ["no", "yes", "minor"];

/// The message that the fields of the form make, and what could not be read of them.
///
/// Names: `id`, `p`, `kind`, `text`, `unit`, `procedure`, `reply`, `name`, `phone`, `address`, `consent`.
/// Of whoever wants no answer no name is read, whatever was typed before they chose so.
pub fn message(typed: &Typed) -> (Message, Vec<Fault>) {
    let given = |name: &str| Some(typed.get(name).to_owned()).filter(|it| !it.trim().is_empty());
    let (reply, mut faults) = (typed.get("reply"), Vec::new());
    let kind = Kind::read(typed.get("kind"));
    if !REPLIES.contains(&reply) {
        faults.push(Fault::new("reply", Reason::Missing));
    }
    let is_formal = reply == "yes";
    let address = given("address");
    // The one field takes both; only an e-mail address has an at sign and no blank.
    let is_email = |it: &String| it.contains('@') && !it.trim().contains(' ');
    let (email, address) = match address {
        Some(it) if is_email(&it) => (Some(it), None),
        address => (None, address),
    };
    let contact = is_formal.then(|| Contact {
        name: typed.get("name").to_owned(),
        phone: given("phone"),
        email,
        address,
    });
    let agreed = typed.0.iter().filter(|(name, value)| name == "consent" && !value.is_empty());
    let agreed = agreed.map(|(_, key)| key.clone());
    let is_kept = |key: &String| match reply {
        "yes" => true,
        "minor" => false,
        _ => !key.starts_with("answer_"),
    };
    let message = Message {
        id: typed.get("id").to_owned(),
        kind,
        text: typed.get("text").to_owned(),
        unit: given("unit"),
        procedure: given("procedure"),
        service_point: given("p"),
        contact,
        consent: Some(agreed.filter(is_kept).collect()),
        under_18: reply == "minor",
    };
    (message, faults)
}

/// The place on the page that a fault speaks of.
pub(super) fn anchor(field: &str) -> &'static str {
    match field {
        "kind" => "kind",
        "about" | "unit" | "procedure" => "about",
        "reply" | "contact" => "reply",
        "contact.name" => "name",
        "contact.phone" => "phone",
        "contact.email" | "contact.address" => "address",
        "consent" => "consent",
        _ if field.starts_with("attachments") => "files",
        _ => "text",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed(pairs.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect())
    }

    #[test]
    fn who_wants_no_answer_leaves_no_name() {
        let all = [("kind", "service"), ("name", "An"), ("phone", "0912345678"), ("text", "x")];
        let consent = [("consent", "answer_feedback/1"), ("consent", "publish_feedback/1")];
        let read = |reply| {
            let (message, faults) =
                message(&typed(&[&all[..], &consent[..], &[("reply", reply)]].concat()));
            (
                message.contact.is_some(),
                message.consent.unwrap().len(),
                message.under_18,
                faults.len(),
            )
        };
        assert_eq!(read("no"), (false, 1, false, 0));
        assert_eq!(read("yes"), (true, 2, false, 0));
        assert_eq!(read("minor"), (false, 0, true, 0));
        assert_eq!(read(""), (false, 1, false, 1));
    }

    #[test]
    fn one_field_takes_both_kinds_of_addresses() {
        let contact =
            |address| message(&typed(&[("reply", "yes"), ("address", address)])).0.contact.unwrap();
        assert_eq!(contact("an@example.vn").email.as_deref(), Some("an@example.vn"));
        assert_eq!(contact("12 đường @ Biên Hòa").address.as_deref(), Some("12 đường @ Biên Hòa"));
    }
}
