//! Letters that were lost before the file came here, and what most likely took them.

use domain::fault::Loss;

use super::line::{Cell, Line};

mod misread;
mod tcvn3;
mod vni;

/// Columns of names, in which no question mark belongs.
const NAMES: [&str; 4] = ["name", "name_en", "field", "decision"];

/// How the letters of a cell were lost, if they were.
pub fn loss(column: &str, text: &str) -> Option<Loss> {
    if text.contains(char::REPLACEMENT_CHARACTER) {
        return Some(Loss::Replaced);
    }
    if !text.is_ascii() {
        if misread::is_misread(text) {
            return Some(Loss::Misread);
        }
        if let Some(old) = old_encoding(text) {
            return Some(old);
        }
        if tcvn3::has_capital_within(text) {
            return Some(Loss::Tcvn3);
        }
    }
    let is_questioned = match NAMES.contains(&column) {
        true => text.contains('?'),
        false => text.split_whitespace().any(is_questioned),
    };
    is_questioned.then_some(Loss::Questioned)
}

/// The same for the name of a column that nobody knows.
pub fn loss_of_name(name: &str) -> Option<Loss> {
    loss(NAMES[0], name)
}

/// The old encoding of a text, by signs that are in no other.
pub fn old_encoding(text: &str) -> Option<Loss> {
    if tcvn3::has_sign(text) {
        return Some(Loss::Tcvn3);
    }
    vni::is_vni(text).then_some(Loss::Vni)
}

/// A question mark before a letter, unless it is part of an address.
fn is_questioned(word: &str) -> bool {
    let is_address = word.contains("://") || word.starts_with("www.") || word.contains('=');
    let mut letters = word.chars().peekable();
    let mut found = false;
    while let Some(letter) = letters.next() {
        found |= letter == '?' && letters.peek().is_some_and(|next| next.is_alphabetic());
    }
    found && !is_address
}

/// The first cell of a whole file without a letter that only Vietnamese has, but with some that it
/// does not have: one such word may be a foreign name, several are an old encoding.
pub fn foreign(lines: &[Line]) -> Option<(usize, usize, Loss)> {
    let cells = lines.iter().flat_map(|line| {
        let texts = line.cells.iter().enumerate().filter_map(|(place, cell)| match cell {
            Cell::Text(text) => Some((place, text.as_str())),
            _ => None,
        });
        texts.map(|(place, text)| (line.number, place, text))
    });
    let (mut first, mut words) = (None, 0);
    for (line, place, text) in cells {
        if text.is_ascii() {
            continue;
        }
        if text.chars().any(is_vietnamese_only) {
            return None;
        }
        let foreign = text.split_whitespace().filter(|word| word.contains(FOREIGN)).count();
        if foreign > 0 {
            let loss = if vni::has_pair(text) { Loss::Vni } else { Loss::Tcvn3 };
            first = first.or(Some((line, place, loss)));
        }
        words += text.split_whitespace().filter(|word| !word.is_ascii()).count();
    }
    first.filter(|_| words > 1)
}

/// Letters of Latin-1 that Vietnamese does not have and the old encodings do.
const FOREIGN: [char; 30] = [
    'ß', 'ä', 'å', 'æ', 'ç', 'ë', 'ï', 'î', 'ñ', 'ö', 'ø', 'û', 'ü', 'þ', 'ð', 'Ä', 'Å', 'Æ', 'Ç',
    'Ë', 'Ï', 'Î', 'Ñ', 'Ö', 'Ø', 'Û', 'Ü', 'Þ', '÷', '×',
];

fn is_vietnamese_only(letter: char) -> bool {
    matches!(letter,
        'ă' | 'Ă' | 'đ' | 'Đ' | 'ĩ' | 'Ĩ' | 'ũ' | 'Ũ' | 'ơ' | 'Ơ' | 'ư' | 'Ư'
        | '\u{300}'..='\u{323}' | '\u{1ea0}'..='\u{1ef9}')
}

#[cfg(test)]
mod tests;
