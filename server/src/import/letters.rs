//! Letters that were lost before the file came here, and what most likely took them.

use domain::fault::Loss;

use super::line::{Cell, Line};

mod escaped;
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
    if escaped::has_entity(text) {
        return Some(Loss::Entity);
    }
    if escaped::is_utf7(text) {
        return Some(Loss::Utf7);
    }
    if !text.is_ascii() {
        if misread::is_misread(text) {
            return Some(Loss::Misread);
        }
        let is_french = is_french(text);
        if let Some(old) = old_encoding(text).filter(|_| !is_french) {
            return Some(old);
        }
        if !is_french && tcvn3::has_capital_within(text) {
            return Some(Loss::Tcvn3);
        }
    }
    let is_name = NAMES.contains(&column);
    let is_lost = |word| is_questioned(word) || is_name && (is_doubled(word) || has_no_vowel(word));
    text.split_whitespace().any(is_lost).then_some(Loss::Questioned)
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

/// Several question marks in one word of a name: nobody asks that hard in one.
fn is_doubled(word: &str) -> bool {
    word.matches('?').count() > 1
}

/// A short word before a question mark that lost its vowel, as "S?" for "Sở": none is without.
fn has_no_vowel(word: &str) -> bool {
    let is_vowel = |letter: char| "aeiouyAEIOUY".contains(letter);
    let is_consonant = |letter: char| letter.is_ascii_alphabetic() && !is_vowel(letter);
    let Some((letters, _)) = word.split_once('?') else { return false };
    (1..=3).contains(&letters.len()) && letters.chars().all(is_consonant)
}

/// Words that French has in every title, and Vietnamese in none.
const FRENCH: [&str; 12] =
    ["de", "des", "du", "le", "les", "et", "sur", "pour", "aux", "une", "dans", "par"];

/// Whether a text is French: it has letters that the old encodings were read as.
fn is_french(text: &str) -> bool {
    text.to_lowercase().split_whitespace().any(|word| {
        let joined = word.strip_prefix('d').or(word.strip_prefix('l'));
        FRENCH.contains(&word) || joined.is_some_and(|it| it.starts_with(['\'', '\u{2019}']))
    })
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
        if text.is_ascii() || is_french(text) {
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
