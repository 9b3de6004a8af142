//! The same name again, later or before, without what led to it.

use std::ops::Range;

use super::{
    CALLED_AFTER, DOING, Text, Word, is_free,
    known::{is_given, is_on, is_pair},
};

/// Adds every other place of the given names that were found.
pub(super) fn find(text: &Text, names: &mut Vec<Range<usize>>, taken: &[Range<usize>]) {
    let given: Vec<usize> = names.iter().map(|name| name.end - 1).collect();
    for at in 0..text.words.len() {
        let is_there = |name: &Range<usize>| name.contains(&at);
        if names.iter().any(is_there) || !is_free(text, &(at..at + 1), taken) {
            continue;
        }
        if given.iter().any(|known| is_again(text, *known, at)) {
            names.push(at..at + 1);
        }
    }
}

/// Whether a word is the given name at another place.
fn is_again(text: &Text, known: usize, at: usize) -> bool {
    let (name, word) = (&text.words[known], &text.words[at]);
    let is_same =
        name.low == word.low || word.is_ascii() && name.bare == word.bare && word.is_capital;
    if !is_same || word.low.chars().count() < 2 || is_pair(text, at) {
        return false;
    }
    let before = text.before(at).next().filter(|_| word.gap == " ");
    let is_place = before.is_some_and(|it| is_on(text, it, &CALLED_AFTER));
    let is_part = |other: Option<&Word>, gap: &str| {
        gap == " " && other.is_some_and(|it| it.is_capital && !it.is_first)
    };
    let next = text.words.get(at + 1);
    let within = is_part(next, next.map_or("", |next| next.gap)) || is_part(before, word.gap);
    match word.is_capital {
        true => !is_place && !within,
        false => !name.is_capital && is_given(text, word) && !DOING.has(&word.low),
    }
}
