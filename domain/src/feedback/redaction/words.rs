//! The words of a text with everything that is asked of them: their case, their form without marks.

use std::ops::Range;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A text as words.
pub(super) struct Text<'a> {
    pub(super) whole: &'a str,
    pub(super) words: Vec<Word<'a>>,
    /// Written without accents.
    pub(super) is_bare: bool,
}

/// A word, or digits with what joins them.
pub(super) struct Word<'a> {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// What stands between the word before and this one.
    pub(super) gap: &'a str,
    /// In small letters, its tone at the end: "hoà" and "hòa" are one.
    pub(super) low: String,
    /// In small letters without any mark.
    pub(super) bare: String,
    /// Begins with a capital letter, in a text where that means something.
    pub(super) is_capital: bool,
    /// Begins a sentence, so that a capital means nothing.
    pub(super) is_first: bool,
    /// Begins with a digit.
    pub(super) is_number: bool,
}

/// The most words of a greeting behind its first.
const GREETING: usize = 4;

impl<'a> Text<'a> {
    /// Reads a text.
    pub(super) fn read(whole: &'a str) -> Self {
        let places = places(whole);
        let is_upper = is_upper(whole, &places);
        let mut words: Vec<Word> = Vec::with_capacity(places.len());
        let mut end = 0;
        for range in places {
            let gap = &whole[end..range.start];
            end = range.end;
            let mut word = Word::read(&whole[range.clone()], range, gap);
            word.is_capital &= !is_upper;
            word.is_first = words.is_empty() || gap.contains(['.', '!', '?', '\n', ':', ';', '…']);
            // "Kính gửi lãnh đạo, Thủ tục …": a greeting, and a sentence.
            let begun = words.iter().rev().take_while(|word| !word.is_first).count();
            word.is_first |= gap.contains(',') && begun < GREETING;
            words.push(word);
        }
        let is_bare = words.iter().all(|word| word.low == word.bare);
        Self { whole, words, is_bare }
    }

    /// The form of a word without marks; nothing beyond the ends.
    pub(super) fn bare(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |word| word.bare.as_str())
    }

    /// The words before a place as far as they are one phrase, the nearest first.
    pub(super) fn before(&self, at: usize) -> impl Iterator<Item = &Word<'a>> {
        self.words[..at].iter().rev()
    }

    /// Where the words from one to another stand.
    pub(super) fn range(&self, words: Range<usize>) -> Range<usize> {
        self.words[words.start].range.start..self.words[words.end - 1].range.end
    }
}

impl<'a> Word<'a> {
    fn read(word: &'a str, range: Range<usize>, gap: &'a str) -> Self {
        let first = word.chars().next();
        Self {
            range,
            gap,
            low: low(word),
            bare: bare(word),
            is_capital: first.is_some_and(char::is_uppercase),
            is_first: false,
            is_number: first.is_some_and(char::is_numeric),
        }
    }

    /// Whether it has no accents though it could have some.
    pub(super) fn is_ascii(&self) -> bool {
        self.low == self.bare
    }

    /// A single letter, as of a name that is cut short.
    pub(super) fn is_initial(&self) -> bool {
        self.is_capital && self.low.chars().count() == 1
    }
}

/// Where words and numbers stand: letters, digits and marks; an apostrophe within (K'Lan); what joins
/// digits (12/4B, 2.000004).
fn places(text: &str) -> Vec<Range<usize>> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let is_part = |at: usize| letters.get(at).is_some_and(|(_, letter)| is_letter(*letter));
    let mut places = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        if !letters[at].1.is_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        let is_number = letters[at].1.is_numeric();
        while is_part(at) || joins(&letters, at, is_number) {
            at += 1;
        }
        let end = letters.get(at).map_or(text.len(), |(end, _)| *end);
        places.push(letters[start].0..end);
    }
    places
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric()
        || is_combining_mark(letter)
        || matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}' | '\u{feff}')
}

fn joins(letters: &[(usize, char)], at: usize, is_number: bool) -> bool {
    let (Some((_, sign)), Some((_, next))) = (letters.get(at), letters.get(at + 1)) else {
        return false;
    };
    match sign {
        '\'' | '’' => !is_number && next.is_alphabetic(),
        '/' => is_number && next.is_alphanumeric(),
        '.' | '-' => {
            let before = at.checked_sub(1).is_some_and(|before| letters[before].1.is_numeric());
            before && next.is_numeric()
        }
        _ => false,
    }
}

/// Whether a text is in capital letters, so that they tell nothing.
fn is_upper(text: &str, places: &[Range<usize>]) -> bool {
    let words = places.iter().map(|range| &text[range.clone()]);
    let long = words.filter(|word| word.chars().filter(|it| it.is_alphabetic()).count() > 1);
    let (mut all, mut upper) = (0, 0);
    for word in long {
        all += 1;
        upper += usize::from(!word.chars().any(char::is_lowercase));
    }
    all > 2 && upper * 10 >= all * 7
}

/// A word in small letters with its tone at the end.
pub(super) fn low(word: &str) -> String {
    let (mut letters, mut tones) = (String::new(), String::new());
    for letter in word.nfd().flat_map(char::to_lowercase).filter(|it| !is_unseen(*it)) {
        match letter {
            '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}' => tones.push(letter),
            _ => letters.push(letter),
        }
    }
    letters.nfc().chain(tones.chars()).collect()
}

/// A word in small letters without any mark.
pub(super) fn bare(word: &str) -> String {
    let plain = word.nfkd().filter(|it| !is_combining_mark(*it) && !is_unseen(*it));
    plain.flat_map(char::to_lowercase).map(|it| if it == 'đ' { 'd' } else { it }).collect()
}

fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{ad}' | '\u{feff}')
}
