//! Kiosks: devices that stand at a service point, known by the signed address they were given.

use domain::{ballot::receipt, books::catalogue::ServicePoint};

use crate::keys::Keys;

/// The token of the kiosk at a service point: a tag of 64 bits that only the keys can make, written as
/// a receipt is. It need not be stored, and serves at its own point alone, until it is taken back.
pub fn token(keys: &Keys, point: &ServicePoint) -> String {
    receipt::code(tag(keys, point)).replace('-', "")
}

/// Whether a token is that of the kiosk at a service point.
pub fn is_of(keys: &Keys, point: &ServicePoint, typed: &str) -> bool {
    // Two numbers are compared at once, so time tells nothing about how much of a tag was right.
    receipt::read(typed) == Some(tag(keys, point))
}

/// The signed address of the kiosk at a service point, without the server's name.
pub fn address(keys: &Keys, point: &ServicePoint) -> String {
    format!("/k/{}?t={}", point.code, token(keys, point))
}

/// Where the device begins whose token came along; nothing, if none of a kiosk did.
pub fn home(keys: &Keys, point: &ServicePoint, typed: &str) -> Option<String> {
    is_of(keys, point, typed).then(|| address(keys, point))
}

fn tag(keys: &Keys, point: &ServicePoint) -> u64 {
    let mut said = point.code.as_bytes().to_vec();
    // An address that was never taken back says no number; no code holds the byte between.
    if point.kiosk > 0 {
        said.push(0);
        said.extend(point.kiosk.to_be_bytes());
    }
    let mac = keys.blind("kiosk.token", &said);
    u64::from_be_bytes(std::array::from_fn(|place| mac[place]))
}

#[cfg(test)]
mod tests {
    use domain::{Channel, Words, day::Period};

    use super::*;

    fn point(code: &str, kiosk: i64) -> ServicePoint {
        ServicePoint {
            id: 1,
            code: code.to_owned(),
            name: Words::default(),
            channel: Channel::InPerson,
            units: Vec::new(),
            procedures: Vec::new(),
            period: Period { from: chrono::NaiveDate::MIN, to: None },
            kiosk,
        }
    }

    #[test]
    fn a_token_that_was_taken_back_serves_no_more_and_others_do() {
        let keys = Keys::draw(fill);
        let tokens: Vec<String> =
            (0..4).map(|kiosk| token(&keys, &point("quay-1", kiosk))).collect();
        for (number, token) in tokens.iter().enumerate() {
            for kiosk in 0..4 {
                let serves = is_of(&keys, &point("quay-1", kiosk), token);
                assert_eq!(serves, usize::try_from(kiosk) == Ok(number), "{number} {kiosk}");
            }
        }
        assert!(is_of(&keys, &point("quay-2", 0), &token(&keys, &point("quay-2", 0))));
    }

    fn fill(bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }

    #[test]
    fn a_token_serves_at_its_own_point_alone_and_not_once_altered() {
        let keys = Keys::draw(fill);
        let (one, two) = (point("quay-1", 0), point("quay-2", 0));
        let token = token(&keys, &one);
        assert!(domain::ballot::way::is_kiosk_token(&token));
        assert!(is_of(&keys, &one, &token) && is_of(&keys, &one, &token.to_lowercase()));
        assert!(!is_of(&keys, &two, &token), "another point's");
        assert!(!is_of(&Keys::draw(fill), &one, &token), "another house's");
        for at in 0..token.len() {
            for letter in ["0", "1", "A", "Z"] {
                let mut altered = token.clone();
                altered.replace_range(at..=at, letter);
                assert!(altered == token || !is_of(&keys, &one, &altered), "{at} {letter}");
            }
            assert!(!is_of(&keys, &one, &token[..at]));
        }
        for nonsense in ["", "x", "é".repeat(14).as_str(), "0".repeat(5000).as_str()] {
            assert!(!is_of(&keys, &one, nonsense));
        }
    }
}
