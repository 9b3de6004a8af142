//! What the entries of the books have in common: names, codes and days, read with every fault named.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::{
    day::{self, Period},
    fault::{Fault, Reason},
    text,
    words::Words,
};

/// The most characters of a name, a title or a number of a decision.
pub const NAME: usize = 500;
/// The most characters of a note.
pub const NOTE: usize = 2000;
/// The most characters of a code.
pub const CODE: usize = 40;
/// The years a date may lie in; others are slips of the keyboard.
pub const YEARS: RangeInclusive<i32> = 1945..=2199;

/// Reads fields one after the other; what cannot be read becomes a fault and nothing.
///
/// Texts are tidied here and composed by whoever keeps them: the browser carries no tables for it.
#[derive(Debug, Default)]
pub struct Fields {
    /// What is wrong so far.
    pub faults: Vec<Fault>,
}

impl Fields {
    /// Names a fault.
    pub fn fault<T>(&mut self, field: &str, reason: Reason) -> Option<T> {
        self.faults.push(Fault::new(field, reason));
        None
    }

    /// A text on one line that may be empty.
    pub fn short(&mut self, field: &str, given: &str, most: usize) -> Option<String> {
        let text = text::tidy(given);
        if text.contains('\n') {
            return self.fault(field, Reason::LineBreak);
        }
        self.bounded(field, text, most)
    }

    /// A text on one line that must be there.
    pub fn given(&mut self, field: &str, given: &str, most: usize) -> Option<String> {
        match self.short(field, given, most)? {
            text if text.is_empty() => self.fault(field, Reason::Missing),
            text => Some(text),
        }
    }

    /// A text, of any number of lines.
    pub fn text(&mut self, field: &str, given: &str, most: usize) -> Option<String> {
        self.bounded(field, text::tidy(given), most)
    }

    /// A text that must be there.
    pub fn given_text(&mut self, field: &str, given: &str, most: usize) -> Option<String> {
        match self.text(field, given, most)? {
            text if text.is_empty() => self.fault(field, Reason::Missing),
            text => Some(text),
        }
    }

    /// A note, of any number of lines.
    pub fn note(&mut self, field: &str, given: &str) -> Option<String> {
        self.text(field, given, NOTE)
    }

    /// A note that must be there.
    pub fn given_note(&mut self, field: &str, given: &str) -> Option<String> {
        self.given_text(field, given, NOTE)
    }

    /// A name in both languages; the Vietnamese one must be there.
    pub fn words(&mut self, field: &str, given: &Words) -> Option<Words> {
        let vi = self.given(&format!("{field}.vi"), &given.vi, NAME);
        let en = self.short(&format!("{field}.en"), &given.en, NAME);
        Some(Words { vi: vi?, en: en? })
    }

    /// A new code, which must pass a test.
    pub fn code(
        &mut self,
        field: &str,
        given: &str,
        is_code: fn(&str) -> bool,
        otherwise: Reason,
    ) -> Option<String> {
        let code = self.given(field, &text::usual(given), NAME)?;
        if is_code(&code) { Some(code) } else { self.fault(field, otherwise) }
    }

    /// The code of something else, if one is given.
    pub fn reference(&mut self, field: &str, given: Option<&str>) -> Option<Option<String>> {
        let code = self.short(field, &text::usual(given.unwrap_or_default()), NAME)?;
        Some((!code.is_empty()).then_some(code))
    }

    /// A day, `YYYY-MM-DD`.
    pub fn day(&mut self, field: &str, given: &str) -> Option<NaiveDate> {
        match day::read(given).filter(|day| YEARS.contains(&day.year())) {
            None if given.is_empty() => self.fault(field, Reason::Missing),
            None => self.fault(field, Reason::BadDate),
            day => day,
        }
    }

    /// The first day and the last, if the end is known.
    pub fn period(&mut self, from: &str, until: Option<&str>) -> Option<Period> {
        let (from, to) = (self.day("from", from), self.last_day(until));
        match (from?, to) {
            (from, Some(to)) if to < from => self.fault("until", Reason::EndsBeforeItBegins),
            (from, to) => Some(Period { from, to }),
        }
    }

    /// The last day, if it is known.
    pub fn last_day(&mut self, given: Option<&str>) -> Option<NaiveDate> {
        given.filter(|given| !given.is_empty()).and_then(|given| self.day("until", given))
    }

    /// A whole number within limits.
    pub fn whole(&mut self, field: &str, given: i64, least: i64, most: i64) -> Option<i64> {
        match (least..=most).contains(&given) {
            true => Some(given),
            false => self.fault(field, Reason::OutOfRange(least, most)),
        }
    }

    /// What was read, if nothing was wrong.
    pub fn end<T>(self, read: Option<T>) -> Result<T, Vec<Fault>> {
        match read {
            Some(read) if self.faults.is_empty() => Ok(read),
            _ => Err(self.faults),
        }
    }

    fn bounded(&mut self, field: &str, text: String, most: usize) -> Option<String> {
        match text.chars().nth(most) {
            None => Some(text),
            Some(_) => self.fault(field, Reason::TooLong(most)),
        }
    }
}

/// Whether a code can stand in an address: letters, digits, dots, dashes, underscores.
pub fn is_plain_code(code: &str) -> bool {
    code.len() <= CODE
        && code.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        && !matches!(code, "." | "..")
}

/// Whether a code can be a campaign's: it is typed from paper, so small letters, digits, dashes.
pub fn is_campaign_code(code: &str) -> bool {
    code.len() <= CODE
        && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// `2.000004`, or with the tail of an agency: `2.000004.000.00.00.H19`.
pub fn is_procedure_code(code: &str) -> bool {
    let digits =
        |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    let parts: Vec<&str> = code.split('.').collect();
    let (head, tail) = parts.split_at(parts.len().min(2));
    let [level, number] = head else { return false };
    let tail = match tail {
        [] => true,
        [a, b, c, agency] => {
            let (letter, rest) = agency.split_at_checked(1).unwrap_or_default();
            digits(a, 3)
                && digits(b, 2)
                && digits(c, 2)
                && letter.bytes().all(|b| b.is_ascii_uppercase())
                && digits(rest, 2)
        }
        _ => false,
    };
    matches!(*level, "1" | "2" | "3") && digits(number, 6) && tail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn procedure_codes_are_as_the_national_list_writes_them() {
        for good in ["2.000004", "1.115377", "3.999999.000.00.00.H19"] {
            assert!(is_procedure_code(good), "{good}");
        }
        for bad in [
            "",
            "2.00004",
            "4.000004",
            "2.0000040",
            "2.000004.",
            "2,000004",
            "2.000004.H19",
            "2.000004.000.00.00.19",
            "2.000004.000.00.00.h19",
            "2.000004.000.00.00.Đ19",
            "2.٠٠٠٠٠٤",
        ] {
            assert!(!is_procedure_code(bad), "{bad}");
        }
    }

    #[test]
    fn every_field_is_read_whatever_is_wrong_with_the_others() {
        let mut fields = Fields::default();
        fields.words("name", &Words { vi: " \u{200b}".to_owned(), en: "a\nb".to_owned() });
        fields.code("code", "Đ", is_plain_code, Reason::BadCode);
        fields.period("2026-02-30", Some("1900-01-01"));
        fields.period("2026-02-01", Some("2026-01-31"));
        let named: Vec<(&str, Reason)> =
            fields.faults.iter().map(|fault| (fault.field(), fault.reason)).collect();
        assert_eq!(
            named,
            [
                ("name.vi", Reason::Missing),
                ("name.en", Reason::LineBreak),
                ("code", Reason::BadCode),
                ("from", Reason::BadDate),
                ("until", Reason::BadDate),
                ("until", Reason::EndsBeforeItBegins),
            ]
        );
    }
}
