//! Texts of which no program makes a formula, whatever it takes for the separator of cells.
//!
//! A program that splits at semicolons does not see that a comma-separated cell is quoted, and makes
//! a formula of the middle of `x;=1+1;y`. So the apostrophe that keeps a text a text stands in front
//! of each part that would begin a cell in some reading.

use super::{SIGNS, is_unseen, looks_like_a_formula};

/// What a program may take for the end of a cell, besides the comma: within quotes a comma is none
/// where it could be one. Other control characters count as well.
const ENDS: [char; 2] = [';', '|'];

/// The text with its apostrophes. Whoever wants it as it was takes one off the front, and one after
/// each separator, wherever one stands before a formula.
pub fn quoted(text: &str) -> String {
    let begins = |part: &str| part.starts_with('\'') || looks_like_a_formula(part);
    let mut quoted = String::with_capacity(text.len() + 1);
    if begins(text) {
        quoted.push('\'');
    }
    let mut rest = text;
    while let Some(end) = rest.find(is_end) {
        let after = end + rest[end..].chars().next().map_or(1, char::len_utf8);
        quoted.push_str(&rest[..after]);
        rest = &rest[after..];
        if is_formula(rest) {
            quoted.push('\'');
        }
    }
    quoted.push_str(rest);
    quoted
}

fn is_end(letter: char) -> bool {
    ENDS.contains(&letter) || letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// Whether what follows a separator would be a formula, quoted already or not. Quotation marks before
/// it may be those of a cell.
fn is_formula(part: &str) -> bool {
    let is_before = |it: char| is_unseen(it) && !is_end(it) || matches!(it, '"' | '\'');
    part.trim_start_matches(is_before).starts_with(SIGNS)
}

/// The text as it was, by the rule that readers of the table go by.
#[cfg(test)]
pub fn unquoted(quoted: &str) -> String {
    let mut text = String::new();
    let mut rest = quoted.strip_prefix('\'').unwrap_or(quoted);
    while let Some(end) = rest.find(is_end) {
        let after = end + rest[end..].chars().next().map_or(1, char::len_utf8);
        text.push_str(&rest[..after]);
        rest = &rest[after..];
        rest = rest.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(rest);
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_that_could_begin_a_cell_is_quoted() {
        for (text, expected) in [
            ("x;=1+1;y", "x;'=1+1;y"),
            ("x; =1+1", "x;' =1+1"),
            ("x|@SUM(A1)", "x|'@SUM(A1)"),
            ("x\t+84 251", "x\t'+84 251"),
            ("x\r\n-2+3", "x\r\n'-2+3"),
            ("x;\"=1+1\"", "x;'\"=1+1\""),
            ("x;'\"=1", "x;''\"=1"),
            ("x;'y'", "x;'y'"),
            ("cmd|' /C calc'!A0", "cmd|' /C calc'!A0"),
            ("x;\u{a0}\u{200b}＝1", "x;'\u{a0}\u{200b}＝1"),
            ("=1;=2", "'=1;'=2"),
            ("\t=1", "'\t'=1"),
            ("x;'=1", "x;''=1"),
            ("tốt; rất tốt", "tốt; rất tốt"),
            ("a=b, c = d", "a=b, c = d"),
            ("8:30 - 9:00", "8:30 - 9:00"),
            ("", ""),
        ] {
            assert_eq!(quoted(text), expected, "{text:?}");
            assert_eq!(unquoted(&quoted(text)), text, "{text:?}");
        }
    }
}
