//! A name from a place on: words with capital letters, or words that are known as names.

use std::ops::Range;

use super::{
    ENDS, GIVEN, LONGEST, Lead, SURNAMES, Text, WEAK, Word, is_near,
    known::{is_family, is_given, is_office, is_on, is_pair},
    places::is_place,
    small::small,
};

/// Words with which no name goes on, in a text without accents.
const BARE_ENDS: [&str; 7] = ["so", "ubnd", "xa", "quay", "toi", "xin", "kinh"];

/// The name that begins at a place.
pub(super) fn person(text: &Text, at: usize, lead: Lead) -> Option<Range<usize>> {
    let word = text.words.get(at)?;
    if lead != Lead::Nothing && !is_near(text, at) || word.is_number {
        return None;
    }
    if is_place(text, at, lead) {
        return None;
    }
    match word.is_capital {
        true => capital(text, at, lead),
        false => small(text, at, lead),
    }
}

/// Words with capital letters.
fn capital(text: &Text, at: usize, lead: Lead) -> Option<Range<usize>> {
    let mut end = at;
    while end < text.words.len() && end < at + LONGEST + 1 && goes_on(text, at, end) {
        end += 1;
    }
    // "Chị Lan Văn phòng": the last word belongs to what follows.
    if end > at && is_office(text, end - 1) {
        end -= 1;
    }
    let words = text.words.get(at..end).filter(|words| !words.is_empty())?;
    let first = &words[0];
    let is_name = match (lead, words.len()) {
        (Lead::Title, 1) => !first.is_first || is_given(text, first),
        (Lead::Title, _) => true,
        (Lead::Said, 1) => is_given(text, first) || !first.is_first && !text.is_bare,
        (Lead::Role | Lead::Behind, 1) => {
            is_given(text, first) && !is_pair(text, at)
                || is_family(text, first) && first.is_initial()
        }
        (Lead::Role | Lead::Behind | Lead::Said, _) => {
            is_family(text, first) || is_given(text, &words[words.len() - 1])
        }
        (Lead::Nothing, 1) => is_alone(text, at),
        (Lead::Nothing, _) => is_full(text, words),
    };
    is_name.then_some(at..end)
}

/// Whether a word belongs to the name that began before it.
fn goes_on(text: &Text, start: usize, at: usize) -> bool {
    let word = &text.words[at];
    if !word.is_capital
        || word.is_number
        || (ENDS.has(&word.low) || text.is_bare && BARE_ENDS.contains(&word.bare.as_str()))
            && !word.is_initial()
    {
        return false;
    }
    if at == start {
        return true;
    }
    let before = &text.words[at - 1];
    match word.gap {
        " " => true,
        "." | ". " => {
            before.is_initial() && (word.gap == "." || word.low.len() < 6) || before.bare == "ng"
        }
        "-" => is_family(text, &text.words[start]),
        _ => false,
    }
}

/// A family name with others behind it, and no mere place.
fn is_full(text: &Text, words: &[Word]) -> bool {
    let (first, last) = (&words[0], &words[words.len() - 1]);
    let is_middle = |word: &Word| matches!(word.bare.as_str(), "van" | "thi" | "a");
    let has_middle = words.len() > 2 && words[1..words.len() - 1].iter().any(is_middle);
    let is_strong = is_on(text, first, &SURNAMES);
    let is_weak = is_on(text, first, &WEAK);
    let ends_well = is_given(text, last) || words.iter().skip(1).any(Word::is_initial);
    has_middle && (is_strong || is_weak)
        || is_strong && !is_weak && (ends_well || words.len() > 2 || !first.is_first)
        || (is_strong || is_weak)
            && ends_well
            && words.len() > 2
            && !(is_weak && first.is_first && text.is_bare)
        || is_weak && !text.is_bare && words.len() > 2
        || is_weak
            && ends_well
            && (!first.is_first || is_strong && !text.is_bare)
            && words.len() == 2
}

/// A given name with a capital letter in the middle of a sentence, or called.
fn is_alone(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let next = text.words.get(at + 1);
    if next.is_some_and(|next| next.gap == " " && next.bare == "oi") {
        return true;
    }
    let is_within = next.is_some_and(|next| next.gap == " " && next.is_capital);
    let before = at.checked_sub(1).map(|before| &text.words[before]);
    let is_behind = before.is_some_and(|it| it.is_capital && !it.is_first && word.gap == " ");
    let is_short = word.is_ascii() && !text.is_bare && !GIVEN.has(&word.low);
    let is_known = GIVEN.has(&word.low) || text.is_bare && GIVEN.has_bare(&word.bare);
    is_known && !word.is_first && !is_within && !is_behind && !is_short && !is_pair(text, at)
}
