//! What is known of single words: whether they are names, or begin something else.

use super::{FOLLOW, GIVEN, List, OFFICE_PAIRS, PAIRS, SURNAMES, Text, WEAK, Word};

/// Whether a word is on a list: by its accents, or without any where the text has none.
pub(super) fn is_on(text: &Text, word: &Word, list: &List) -> bool {
    list.has(&word.low)
        || word.is_ascii() && (text.is_bare || word.is_capital) && list.has_bare(&word.bare)
}

pub(super) fn is_family(text: &Text, word: &Word) -> bool {
    is_on(text, word, &SURNAMES) || is_on(text, word, &WEAK)
}

pub(super) fn is_given(text: &Text, word: &Word) -> bool {
    is_on(text, word, &GIVEN) || word.is_capital && word.bare.contains(['\'', '’'])
}

/// Whether an office or a post begins with a word.
pub(super) fn is_office(text: &Text, at: usize) -> bool {
    let (Some(word), Some(next)) = (text.words.get(at), text.words.get(at + 1)) else {
        return false;
    };
    let low = format!("{} {}", word.low, next.low);
    let bare = format!("{} {}", word.bare, next.bare);
    next.gap == " " && (OFFICE_PAIRS.has(&low) || text.is_bare && OFFICE_PAIRS.has_bare(&bare))
}

/// Whether a word with the next makes something else.
pub(super) fn is_pair(text: &Text, at: usize) -> bool {
    let (Some(word), Some(next)) = (text.words.get(at), text.words.get(at + 1)) else {
        return false;
    };
    let low = format!("{} {}", word.low, next.low);
    let bare = format!("{} {}", word.bare, next.bare);
    let is_small = !next.is_capital || !word.is_capital;
    // "anh Toàn bộ phận đất đai": the second word belongs to the third.
    if next.bare == "bo" && text.bare(at + 2) == "phan" {
        return false;
    }
    next.gap == " " && is_small && (PAIRS.has(&low) || text.is_bare && PAIRS.has_bare(&bare))
}

pub(super) fn is_in(text: &Text, word: &Word, list: &List) -> bool {
    list.has(&word.low) || text.is_bare && list.has_bare(&word.bare)
}

pub(super) fn is_follow(text: &Text, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| is_in(text, word, &FOLLOW))
}

/// Whether a place in an office follows.
pub(super) fn is_at(text: &Text, at: usize) -> bool {
    matches!(text.bare(at), "o" | "quay" | "ben")
}
