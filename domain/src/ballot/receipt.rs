//! The code a person keeps: short to read out, with a character that catches a slip.

use std::iter;

use serde::{Deserialize, Serialize};

use crate::text::usual;

/// What the sender of a ballot gets back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Receipt {
    /// The code to keep: the same ballot always gets the same one.
    pub receipt: String,
    /// With the code it shows what is kept and takes it back; it goes with the code for ever too.
    pub pin: String,
    /// Whether it went into a demo database.
    pub demo: bool,
    /// Whether our own page has a call to offer to whoever rated poorly; programs are never told.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub call: bool,
}

/// Crockford's alphabet: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A receipt code from 64 bits: thirteen letters and a check letter, in groups of four.
///
/// The check letter is the sum of the letters, each times its odd weight, modulo 32: it tells
/// every single mistyped letter and most swapped neighbours.
pub fn code(bits: u64) -> String {
    let values: Vec<u64> = (0..13).rev().map(|place| bits >> (5 * place) & 31).collect();
    let mut code = String::with_capacity(17);
    for (place, value) in values.iter().copied().chain([check(&values)]).enumerate() {
        if place > 0 && place % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(LETTERS[usize::try_from(value).unwrap_or(0)]));
    }
    code
}

/// The letters and digits of what somebody typed or copied: those of full width are the plain ones, and
/// blanks, dashes, dots and what nobody sees do not count.
pub fn letters(typed: &str) -> impl Iterator<Item = char> {
    let letters: Vec<char> = usual(typed).chars().filter(|it| it.is_alphanumeric()).collect();
    letters.into_iter()
}

/// What may be a code in what was typed or copied, as its [`letters`]: all of it, or what stands alone on
/// a line or behind a name and a colon; without a pin behind it.
pub fn copied(typed: &str) -> impl Iterator<Item = String> {
    let parts = iter::once(typed).chain(typed.split([':', '\n']));
    parts.flat_map(|part| {
        let whole: Vec<char> = letters(part).collect();
        let is_pin = |last: &[char; PIN]| last.iter().all(char::is_ascii_digit);
        let code = whole.split_last_chunk().filter(|(_, pin)| is_pin(pin));
        let code = code.map(|(code, _)| code.iter().collect());
        iter::once(whole.iter().collect()).chain(code)
    })
}

/// The bits behind a typed code. Only its letters matter, and no case; O reads as 0, I and L as 1.
pub fn read(typed: &str) -> Option<u64> {
    copied(typed).find_map(|letters| bits(&letters))
}

/// The bits behind the letters of a code.
pub fn bits(letters: &str) -> Option<u64> {
    let values: Vec<u64> = letters.chars().map(value).collect::<Option<_>>()?;
    let (last, letters) = values.split_last()?;
    if letters.len() != 13 || letters[0] > 15 || check(letters) != *last {
        return None;
    }
    Some(letters.iter().fold(0, |bits, value| bits << 5 | value))
}

/// Digits of a pin.
const PIN: usize = 6;

/// A pin from thirty-two bits.
pub fn pin(bits: u32) -> String {
    format!("{:0PIN$}", bits % 1_000_000)
}

/// A typed pin as it is written. As in a code only [`letters`] matter, and O reads as 0, I and L as 1.
pub fn read_pin(typed: &str) -> Option<String> {
    let digits: String = letters(typed).map(plain).collect();
    let is_pin = digits.len() == PIN && digits.bytes().all(|digit| digit.is_ascii_digit());
    is_pin.then_some(digits)
}

/// A letter as the alphabet has it.
fn plain(letter: char) -> char {
    match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    }
}

fn value(letter: char) -> Option<u64> {
    let letter = plain(letter);
    LETTERS
        .iter()
        .position(|l| char::from(*l) == letter)
        .and_then(|place| u64::try_from(place).ok())
}

fn check(values: &[u64]) -> u64 {
    (1..).step_by(2).zip(values).map(|(weight, value): (u64, _)| weight * value).sum::<u64>() % 32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_code_reads_back_and_a_slip_is_caught(bits: u64, place in 0usize..14, other in 1usize..32) {
            let written = code(bits);
            prop_assert_eq!(read(&written), Some(bits));
            prop_assert_eq!(read(&written.to_lowercase().replace('-', " ")), Some(bits));
            for copied in [
                format!("Mã biên nhận: {written}"),
                format!("{written} 048213"),
                format!("Mã biên nhận: {written}\nMã PIN: 048213"),
            ] {
                prop_assert_eq!(read(&copied), Some(bits), "{}", copied);
            }
            prop_assert_eq!(read(&format!("{written}04821")), None);
            let mut letters: Vec<char> = written.chars().filter(|c| *c != '-').collect();
            let at = LETTERS.iter().position(|l| char::from(*l) == letters[place]).unwrap();
            letters[place] = char::from(LETTERS[(at + other) % 32]);
            prop_assert_eq!(read(&letters.into_iter().collect::<String>()), None);
        }

        #[test]
        fn a_pin_has_six_digits_and_reads_back(bits: u32) {
            let written = pin(bits);
            prop_assert_eq!(written.len(), 6);
            prop_assert_eq!(read_pin(&[" ", &written[..3], "-", &written[3..]].concat()), Some(written));
        }
    }

    #[test]
    fn what_is_no_pin_is_refused() {
        for typed in ["", "12345", "1234567", "12345a", "１２３４５", "-12345", "12345é", "12345²"]
        {
            assert_eq!(read_pin(typed), None, "{typed}");
        }
    }

    #[test]
    fn codes_and_pins_are_read_however_they_were_copied() {
        let written = code(0x0123_4567_89ab_cdef);
        let wide: String =
            written.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect();
        let around = |it: &str| format!("\u{a0}\u{200b}{it}.\u{feff} ");
        for typed in [
            wide,
            around(&written),
            written.replace('-', "\u{2013}"),
            written.replace('-', "\u{2011}"),
            written.replace('-', "\u{3000}").to_lowercase(),
            written.replace('0', "o").replace('1', "l"),
            format!("({written}),"),
        ] {
            assert_eq!(read(&typed), Some(0x0123_4567_89ab_cdef), "{typed:?}");
        }
        for typed in
            ["１２０４５１", "12o45I", "120\u{2013}451", "120\u{a0}451.", "\u{200e}l20 45l"]
        {
            assert_eq!(read_pin(typed).as_deref(), Some("120451"), "{typed:?}");
        }
    }
}
