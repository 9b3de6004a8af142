//! How a person is reached: numbers and addresses in the one form in which they are kept and found.

use crate::text;

/// The most characters of an e-mail address (RFC 5321).
pub const EMAIL: usize = 254;
/// The most characters of a dossier's number.
pub const DOSSIER: usize = 60;

/// A mobile number of Việt Nam as ten digits: `0912 345 678`, `+84 912.345.678` and `0084…` are one.
///
/// A spreadsheet that took it for a number dropped its first zero, so nine digits are taken too.
pub fn phone(typed: &str) -> Option<String> {
    let signs = [' ', '.', '-', '(', ')', '\u{a0}'];
    let digits: String = typed.chars().filter(|letter| !signs.contains(letter)).collect();
    let rest = ["+84", "0084", "84"].iter().find_map(|code| digits.strip_prefix(code));
    // After the country's code the zero is sometimes left standing: +84 (0) 912…
    let rest = rest.filter(|rest| rest.trim_start_matches('0').len() == 9).unwrap_or(&digits);
    let rest = rest.strip_prefix('0').unwrap_or(rest);
    let is_mobile = rest.len() == 9
        && rest.bytes().all(|digit| digit.is_ascii_digit())
        && rest.starts_with(['3', '5', '7', '8', '9']);
    is_mobile.then(|| ["0", rest].concat())
}

/// An e-mail address in small letters, if it has the form of one that is used.
pub fn email(typed: &str) -> Option<String> {
    let address = typed.trim().to_ascii_lowercase();
    let (name, host) = address.rsplit_once('@')?;
    let is_name = (1..=64).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_alphanumeric() || b".!#$%&'*+/=?^_`{|}~-".contains(&b))
        && name.split('.').all(|part| !part.is_empty());
    let is_label = |label: &str| {
        (1..=63).contains(&label.len())
            && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_host = host.contains('.') && host.split('.').all(is_label);
    (is_name && is_host && address.len() <= EMAIL).then_some(address)
}

/// A dossier's number as it is looked for: however its letters and blanks were typed.
pub fn dossier(typed: &str) -> String {
    let letters = text::compose(&text::usual(typed));
    let letters = letters.chars().filter(|letter| !letter.is_whitespace());
    letters.flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_of_writing_a_mobile_number_is_one_number() {
        for typed in [
            "0912345678",
            "0912 345 678",
            "+84912345678",
            "+84 (0) 912.345.678",
            "84 912-345-678",
            "0084912345678",
            "912345678",
        ] {
            assert_eq!(phone(typed).as_deref(), Some("0912345678"), "{typed}");
        }
        assert_eq!(phone("0849123456").as_deref(), Some("0849123456"), "084 is a prefix too");
        assert_eq!(phone("849123456").as_deref(), Some("0849123456"), "without its zero as well");
    }

    #[test]
    fn what_is_no_mobile_number_is_refused() {
        for typed in [
            "",
            "0",
            "02513822222",
            "01234567890",
            "09123456789",
            "091234567",
            "+1 912 345 678",
            "０９１２３４５６７８",
            "0912x45678",
        ] {
            assert_eq!(phone(typed), None, "{typed}");
        }
    }

    #[test]
    fn addresses_are_kept_in_small_letters_and_others_refused() {
        assert_eq!(email(" An.Nguyen+1@Example.VN ").as_deref(), Some("an.nguyen+1@example.vn"));
        let long = format!("{}@example.vn", "a".repeat(65));
        for typed in ["", "an", "@example.vn", "an@example", "an@-a.vn", "a..n@example.vn", &long] {
            assert_eq!(email(typed), None, "{typed}");
        }
        for typed in ["a b@example.vn", "an@example.vn,b@example.vn", "ân@example.vn", "a@b..vn"] {
            assert_eq!(email(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_dossier_is_found_however_it_was_typed() {
        assert_eq!(dossier(" h19.01-2611 22-0001 "), "H19.01-261122-0001");
        assert_eq!(dossier("Ｈ19\u{200d}.01-2611\u{a0}22-０００１"), "H19.01-261122-0001");
        assert_eq!(dossier("\u{d0}k-1"), dossier("đK-1"));
    }
}
