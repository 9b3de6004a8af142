//! Kiosks: devices that stand at a service point, known by the signed address they were given.

use domain::ballot::receipt;

use crate::keys::Keys;

/// The token of the kiosk at a service point: a tag of 64 bits that only the keys can make, written as
/// a receipt is. It need not be stored, and serves at its own point alone.
pub fn token(keys: &Keys, point: &str) -> String {
    receipt::code(tag(keys, point)).replace('-', "")
}

/// Whether a token is that of the kiosk at a service point.
pub fn is_of(keys: &Keys, point: &str, typed: &str) -> bool {
    // Two numbers are compared at once, so time tells nothing about how much of a tag was right.
    receipt::read(typed) == Some(tag(keys, point))
}

/// The signed address of the kiosk at a service point, without the server's name.
pub fn address(keys: &Keys, point: &str) -> String {
    format!("/k/{point}?t={}", token(keys, point))
}

/// Where the device begins whose token came along; nothing, if none of a kiosk did.
pub fn home(keys: &Keys, point: &str, typed: &str) -> Option<String> {
    is_of(keys, point, typed).then(|| address(keys, point))
}

fn tag(keys: &Keys, point: &str) -> u64 {
    let mac = keys.blind("kiosk.token", point.as_bytes());
    u64::from_be_bytes(std::array::from_fn(|place| mac[place]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill(bytes: &mut [u8]) {
        getrandom::fill(bytes).unwrap();
    }

    #[test]
    fn a_token_serves_at_its_own_point_alone_and_not_once_altered() {
        let keys = Keys::draw(fill);
        let token = token(&keys, "quay-1");
        assert!(domain::ballot::way::is_kiosk_token(&token));
        assert!(is_of(&keys, "quay-1", &token) && is_of(&keys, "quay-1", &token.to_lowercase()));
        assert!(!is_of(&keys, "quay-2", &token), "another point's");
        assert!(!is_of(&Keys::draw(fill), "quay-1", &token), "another house's");
        for at in 0..token.len() {
            for letter in ["0", "1", "A", "Z"] {
                let mut altered = token.clone();
                altered.replace_range(at..=at, letter);
                assert!(altered == token || !is_of(&keys, "quay-1", &altered), "{at} {letter}");
            }
            assert!(!is_of(&keys, "quay-1", &token[..at]));
        }
        for nonsense in ["", "x", "é".repeat(14).as_str(), "0".repeat(5000).as_str()] {
            assert!(!is_of(&keys, "quay-1", nonsense));
        }
    }
}
