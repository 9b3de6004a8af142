//! Invited people: the tokens in their links, and who they are, sealed.

use chrono::NaiveDate;
use domain::{Catalogue, ballot::receipt, office::surveys::invitee::Contact, people::contact};

use crate::{
    keys::{Key, Keys},
    store::invitees::{Column, Place, Sealed},
};

/// Letters of each half of a token.
const HALF: usize = 14;

/// The token of an invitee's link: the id, and a tag of 64 bits that only the keys can make, each
/// written as a receipt is. It need not be stored, and serves in its own campaign alone.
pub fn token(keys: &Keys, campaign: i64, id: i64) -> String {
    let written = [receipt::code(id.cast_unsigned()), receipt::code(tag(keys, campaign, id))];
    written.concat().replace('-', "")
}

/// The invitee of a token, if it is one of ours for this campaign. Nobody else's is looked up.
pub fn read(keys: &Keys, campaign: i64, typed: &str) -> Option<i64> {
    // Nothing longer is a token, however it is spaced.
    let typed: String = typed.chars().take(8 * HALF).collect();
    let letters: String = receipt::letters(&typed).collect();
    let (id, theirs) = letters.split_at_checked(HALF)?;
    let (id, theirs) = (receipt::read(id)?.cast_signed(), receipt::read(theirs)?);
    // Two numbers are compared at once, so time tells nothing about how much of a tag was right.
    (tag(keys, campaign, id) == theirs).then_some(id)
}

fn tag(keys: &Keys, campaign: i64, id: i64) -> u64 {
    let said = [campaign.to_be_bytes(), id.to_be_bytes()].concat();
    let mac = keys.blind("invitee.token", &said);
    u64::from_be_bytes(std::array::from_fn(|place| mac[place]))
}

/// What a call names an invitee by.
pub fn format_id(id: i64) -> String {
    receipt::code(id.cast_unsigned())
}

/// The invitee that a call names.
pub fn read_id(written: &str) -> Option<i64> {
    receipt::read(written).map(u64::cast_signed)
}

/// Where a dossier belonged, as codes that are valid on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Codes {
    /// The unit, or the one it was merged into.
    pub unit: Option<String>,
    /// The procedure.
    pub procedure: Option<String>,
    /// The service point.
    pub service_point: Option<String>,
}

/// The codes of rows.
pub fn place(books: &Catalogue, place: Place, day: NaiveDate) -> Codes {
    let unit = place.unit_id.and_then(|unit| books.unit_on(unit, day));
    let mut versions = books.procedures.iter();
    let procedure =
        versions.find(|it| Some(it.procedure) == place.procedure_id && it.period.holds(day));
    let mut points = books.service_points.values();
    let point = points.find(|it| Some(it.id) == place.service_point_id && it.period.holds(day));
    Codes {
        unit: unit.map(|unit| unit.code.clone()),
        procedure: procedure.map(|procedure| procedure.code.clone()),
        service_point: point.map(|point| point.code.clone()),
    }
}

/// A new id: chance tells nothing about whose turn it was.
pub fn draw_id(fill: fn(&mut [u8])) -> i64 {
    let mut bytes = [0; 8];
    fill(&mut bytes);
    i64::from_be_bytes(bytes)
}

/// Seals a contact that was checked.
pub fn seal(
    keys: &Keys,
    (campaign, id): (i64, i64),
    contact: &Contact,
    fill: fn(&mut [u8]),
) -> Sealed {
    // Writing four texts into memory cannot fail.
    let said = serde_json::to_vec(contact).unwrap_or_default();
    let given =
        |column, text: &String| (!text.is_empty()).then(|| stand_in(keys, campaign, column, text));
    Sealed {
        contact: keys.seal(&purpose(id), &said, fill),
        phone: given(Column::Phone, &contact.phone),
        email: given(Column::Email, &contact.email),
        dossier: given(Column::Dossier, &contact.dossier),
    }
}

/// Opens a sealed contact; nothing, if its key is gone.
pub fn open(keys: &Keys, id: i64, sealed: &[u8]) -> Option<Contact> {
    serde_json::from_slice(&keys.open(&purpose(id), sealed)?).ok()
}

/// The same contact sealed by the newest key.
pub fn reseal(keys: &Keys, id: i64, sealed: &[u8], fill: fn(&mut [u8])) -> Option<Vec<u8>> {
    let said = keys.open(&purpose(id), sealed)?;
    Some(keys.seal(&purpose(id), &said, fill))
}

fn purpose(id: i64) -> String {
    format!("invitees.contact/{id}")
}

/// The stand-in of what somebody looks for, and in which column: a number, an address, or else a
/// dossier. Like contacts in two campaigns have nothing in common.
pub fn search_key(keys: &Keys, campaign: i64, typed: &str) -> (Column, Key) {
    let (column, text) = match (contact::phone(typed), contact::email(typed)) {
        (Some(phone), _) => (Column::Phone, phone),
        (None, Some(email)) => (Column::Email, email),
        (None, None) => (Column::Dossier, typed.to_owned()),
    };
    (column, stand_in(keys, campaign, column, &text))
}

fn stand_in(keys: &Keys, campaign: i64, column: Column, text: &str) -> Key {
    let (name, text) = match column {
        Column::Phone => ("phone", text.to_owned()),
        Column::Email => ("email", text.to_owned()),
        Column::Dossier => ("dossier", contact::dossier(text)),
    };
    keys.blind(&format!("invitees.{name}/{campaign}"), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }

    #[test]
    fn a_token_leads_to_its_invitee_in_its_own_campaign_alone() {
        let keys = Keys::draw(fill);
        for id in [0, 1, -1, i64::MIN, i64::MAX, draw_id(fill)] {
            let token = token(&keys, 7, id);
            assert_eq!(token.len(), 2 * HALF);
            assert_eq!(read(&keys, 7, &token), Some(id));
            assert_eq!(read(&keys, 7, &format!(" {} ", token.to_lowercase())), Some(id));
            assert_eq!(read(&keys, 8, &token), None, "another campaign's");
            assert_eq!(read(&Keys::draw(fill), 7, &token), None, "another house's");
        }
    }

    #[test]
    fn no_altered_token_is_one_of_ours() {
        let keys = Keys::draw(fill);
        let token = token(&keys, 7, draw_id(fill));
        for at in 0..token.len() {
            for letter in ["0", "1", "A", "Z"] {
                let mut altered = token.clone();
                altered.replace_range(at..=at, letter);
                assert!(altered == token || read(&keys, 7, &altered).is_none(), "{at} {letter}");
            }
            assert_eq!(read(&keys, 7, &token[..at]), None);
        }
        let (mine, other) = (draw_id(fill), draw_id(fill));
        let spliced =
            [&super::token(&keys, 7, mine)[..HALF], &super::token(&keys, 7, other)[HALF..]];
        assert_eq!(read(&keys, 7, &spliced.concat()), None, "another's tag");
        for nonsense in ["", "x", "é".repeat(28).as_str(), "0".repeat(5000).as_str()] {
            assert_eq!(read(&keys, 7, nonsense), None);
        }
    }

    #[test]
    fn a_contact_opens_in_its_own_row_and_is_found_by_what_it_says() {
        let keys = Keys::draw(fill);
        let contact = Contact {
            name: "Nguyễn Văn Thử".to_owned(),
            phone: "0900000001".to_owned(),
            email: String::new(),
            dossier: "h19-0001".to_owned(),
        };
        let sealed = seal(&keys, (7, 5), &contact, fill);
        assert_eq!(open(&keys, 5, &sealed.contact), Some(contact));
        assert_eq!(open(&keys, 6, &sealed.contact), None);
        let found = |typed| search_key(&keys, 7, typed);
        assert_eq!(Some(found("+84 900 000 001")), sealed.phone.map(|key| (Column::Phone, key)));
        assert_eq!(Some(found("H19-0001")), sealed.dossier.map(|key| (Column::Dossier, key)));
        assert_eq!(sealed.email, None);
        assert_ne!(search_key(&keys, 8, "0900000001").1, found("0900000001").1);
    }
}
