//! What stands between two groups of digits of one number.

use super::letters::{Letter, folded};

/// The most signs between two groups, and the most letters where words stand between them.
const SIGNS: usize = 6;
const LETTERS: usize = 16;
/// Words by which people read out what separates the digits of a number.
const WORDS: [&str; 16] = [
    "cham",
    "gach",
    "gach ngang",
    "gach noi",
    "gach cheo",
    "gach duoi",
    "ngang",
    "cach",
    "roi",
    "roi den",
    "va",
    "tiep",
    "phay",
    "dot",
    "dash",
    "xuyet",
];

/// The signs between two groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    /// The signs, or the words.
    pub(super) signs: String,
    /// Whether lists and sentences have such signs as well.
    pub(super) is_loose: bool,
}

impl Gap {
    /// What may separate two groups, if it is that.
    pub(super) fn read(between: &[Letter]) -> Option<Self> {
        let is_word = |letter: &Letter| letter.is_word();
        let Some(first) = between.iter().position(is_word) else { return Self::of_signs(between) };
        let last = between.iter().rposition(is_word)?;
        let signs = between[..first].iter().chain(&between[last + 1..]);
        if between.len() > LETTERS || !signs.clone().all(|letter| letter.is_sign()) {
            return None;
        }
        let words = folded(&between[first..=last]);
        let is_apart = first > 0 && last + 1 < between.len();
        (is_apart && WORDS.contains(&words.as_str()))
            .then_some(Self { signs: words, is_loose: true })
    }

    fn of_signs(between: &[Letter]) -> Option<Self> {
        let is_gap = (1..=SIGNS).contains(&between.len()) && between.iter().all(|it| it.is_sign());
        let signs: String = between.iter().map(|letter| letter.is).collect();
        let is_loose = signs.contains(' ') && signs.contains([',', ';', ':', '!', '?', '、']);
        is_gap.then_some(Self { signs, is_loose })
    }
}
