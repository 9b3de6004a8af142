//! Letters as a reader sees them: whatever looks like a digit or a dash is one.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// One letter, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter {
    /// The letter without its typeface: a full-width or circled 3 is a 3.
    pub(super) is: char,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after it and after the marks and joiners that follow it.
    pub(super) end: usize,
}

impl Letter {
    pub(super) fn is_digit(self) -> bool {
        self.is.is_ascii_digit()
    }

    /// Whether it may separate the parts of a number or code. Signs of shares, degrees and money
    /// belong to the number before or after them.
    pub(super) fn is_sign(self) -> bool {
        !self.is_word() && !matches!(self.is, '%' | '°' | '‰' | '$' | '₫' | '€' | '£' | '¥')
    }

    /// Whether words are made of it.
    pub(super) fn is_word(self) -> bool {
        self.is.is_alphanumeric()
    }

    /// The digit, or the one that people take the letter for: O for 0, l and I for 1.
    pub(super) fn as_digit(self) -> Option<char> {
        match self.is {
            digit if digit.is_ascii_digit() => Some(digit),
            'o' | 'O' | 'о' | 'О' | 'ο' | 'Ο' => Some('0'),
            'l' | 'I' | 'i' | '|' => Some('1'),
            _ => None,
        }
    }
}

/// The letters as plain text without marks, for look-ups among a few words.
pub(super) fn folded(letters: &[Letter]) -> String {
    let plain = letters.iter().filter_map(|letter| letter.is.nfd().next());
    let small = plain.flat_map(char::to_lowercase);
    small.map(|letter| if letter == 'đ' { 'd' } else { letter }).collect()
}

/// The letters of a text. Marks above and below, joiners and keycaps belong to the letter before.
pub(super) fn read(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        match letters.last_mut() {
            Some(before) if is_attached(letter) => before.end = end,
            _ => letters.push(Letter { is: plain(letter), start, end }),
        }
    }
    letters
}

fn is_attached(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}' | '\u{feff}')
        || !letter.is_ascii() && is_combining_mark(letter)
}

fn plain(letter: char) -> char {
    if letter.is_ascii() {
        return if letter.is_ascii_whitespace() { ' ' } else { letter };
    }
    match letter {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2e3a}' | '\u{30fc}' => return '-',
        '·' | '•' | '∙' | '‧' | '۔' | '。' => return '.',
        _ if letter.is_whitespace() => return ' ',
        _ => {}
    }
    if let Some(digit) = digit(letter) {
        return digit;
    }
    // ① comes apart as 1, ⑴ as (1), ⒈ as 1. and ½ as 1⁄2: only the first is a digit as it stands.
    let mut parts = std::iter::once(letter).nfkd();
    match (parts.next(), parts.next()) {
        (Some(part), None) if part.is_ascii() => part,
        (Some('('), Some(part)) if part.is_ascii_digit() => part,
        (Some(part), Some('.')) if part.is_ascii_digit() => part,
        _ => letter,
    }
}

/// The zeros of scripts whose ten digits follow each other.
const ZEROS: [char; 17] =
    ['٠', '۰', '०', '০', '੦', '૦', '୦', '௦', '౦', '೦', '൦', '๐', '໐', '၀', '០', '᠐', '０'];
/// The ones of digits in circles, up to nine.
const ONES: [char; 4] = ['❶', '➀', '➊', '⓵'];

fn digit(letter: char) -> Option<char> {
    if letter == '⓿' {
        return Some('0');
    }
    let circled = ONES.iter().find_map(|one| {
        let value = u32::from(letter).checked_sub(u32::from(*one))? + 1;
        char::from_digit(value, 10)
    });
    if circled.is_some() {
        return circled;
    }
    ZEROS.iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(*zero)).filter(|value| *value < 10)?;
        char::from_digit(value, 10)
    })
}
