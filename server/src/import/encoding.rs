//! From the bytes of a text file to its text: UTF-8, or the UTF-16 of "Unicode Text".

use std::borrow::Cow;

use domain::{Fault, fault::FileReason};

use super::letters;

/// The text of a file; a refusal names what its letters most likely are.
pub fn text(bytes: &[u8]) -> Result<Cow<'_, str>, Fault> {
    if let Some(rest) = bytes.strip_prefix(b"\xff\xfe") {
        return Ok(utf16(rest, u16::from_le_bytes).into());
    }
    if let Some(rest) = bytes.strip_prefix(b"\xfe\xff") {
        return Ok(utf16(rest, u16::from_be_bytes).into());
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    std::str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| {
        let old = letters::old_encoding(&latin(bytes)).map(FileReason::LostLetters);
        Fault::file(old.unwrap_or(FileReason::NotUtf8))
    })
}

/// Halves of letters that have lost their other half, and half a unit at the end, become U+FFFD.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (units, rest) = bytes.as_chunks::<2>();
    let letters = char::decode_utf16(units.iter().map(|pair| unit(*pair)));
    let letters = letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
    letters.chain((!rest.is_empty()).then_some(char::REPLACEMENT_CHARACTER)).collect()
}

/// Each byte as the letter of its number.
fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

#[cfg(test)]
mod tests {
    use domain::fault::Loss;

    use super::*;

    #[test]
    fn unicode_text_of_a_spreadsheet_is_read() {
        let units: Vec<u16> = "\u{feff}mã\ttên 😀".encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
        assert_eq!(text(&little).unwrap(), "mã\ttên 😀");
        assert_eq!(text(&big).unwrap(), "mã\ttên 😀");
        assert_eq!(text(&little[..little.len() - 1]).unwrap(), "mã\ttên \u{fffd}\u{fffd}");
    }

    #[test]
    fn what_is_not_unicode_is_refused_with_its_likely_encoding() {
        let reason = |bytes: &[u8]| text(bytes).unwrap_err().reason;
        let tcvn3 = FileReason::LostLetters(Loss::Tcvn3).into();
        assert_eq!(reason(b"DV1,Ph\xdfng Qu\xb6n l\xfd"), tcvn3);
        let vni = FileReason::LostLetters(Loss::Vni).into();
        assert_eq!(reason(b"DV1,Pho\xf8ng Qua\xfbn ly\xf9"), vni);
        // Windows-1258: the letter, then its tone.
        assert_eq!(reason(b"DV1,Pho\xccng \xd0i\xea\xf2n"), FileReason::NotUtf8.into());
        assert_eq!(reason(b"DV1,Nestl\xe9"), FileReason::NotUtf8.into());
    }
}
