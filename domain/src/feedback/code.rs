//! The code under which a sender follows feedback: a receipt's, after letters that say what it is.

use serde::{Deserialize, Serialize};

use crate::ballot::receipt;

/// What stands before the code.
pub const PREFIX: &str = "GY-";

/// What the sender of feedback gets back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Ticket {
    /// The code to follow it by: the same feedback always gets the same one.
    pub code: String,
    /// With the code it shows how far the feedback is; it goes with the code for ever too.
    pub pin: String,
    /// Whether it went into a demo database.
    pub demo: bool,
}

/// A code from 64 bits, such as `GY-0123-4567-89AB-CX`.
pub fn code(bits: u64) -> String {
    [PREFIX, &receipt::code(bits)].concat()
}

/// The bits behind a typed code, with its prefix or without. No code begins with G itself, so nothing
/// is read twice.
pub fn read(typed: &str) -> Option<u64> {
    receipt::copied(typed).find_map(|letters| {
        let is_prefixed = letters.get(..2).is_some_and(|first| first.eq_ignore_ascii_case("GY"));
        receipt::bits(if is_prefixed { &letters[2..] } else { &letters })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_however_it_was_typed() {
        for bits in [0, 7, 0x0123_4567_89ab_cdef, u64::MAX] {
            let written = code(bits);
            assert!(written.starts_with("GY-") && written.len() == 20, "{written}");
            for typed in [
                written.clone(),
                written.to_lowercase().replace('-', " "),
                written.replace('-', ""),
                written.replacen("GY-", "", 1),
                written.replacen("GY-", "ＧＹ\u{2013}", 1),
                format!("«{written}». "),
                format!("Mã theo dõi: {written}"),
                format!("{written} 048213"),
                format!("{written}\nMã PIN: 048213"),
            ] {
                assert_eq!(read(&typed), Some(bits), "{typed}");
            }
        }
        for typed in ["", "GY", "GY-", "GYGY", "đđ", ":", "Mã: GY-", "GY-GY-0000"] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }
}
