//! Names in small letters: only words that are known as names.

use std::ops::Range;

use super::{
    BARE_TITLES, CLEAR_GIVEN, DOING, FOLLOW, LONGEST, Lead, MIDDLES, SURNAMES, Text, WEAK, WHERE,
    Word,
    known::{is_at, is_family, is_follow, is_given, is_in, is_on, is_pair},
};

/// Small letters: only words that are known as names.
pub(super) fn small(text: &Text, at: usize, lead: Lead) -> Option<Range<usize>> {
    full(text, at, lead).or_else(|| given(text, at, lead))
}

/// A family name, others, and a given one.
fn full(text: &Text, at: usize, lead: Lead) -> Option<Range<usize>> {
    let word = &text.words[at];
    if !is_family(text, word) || text.is_bare && word.bare == "khong" {
        return None;
    }
    let second = text.words.get(at + 1).filter(|it| it.gap == " " && !it.is_number)?;
    let marked = is_marked(text, second, lead);
    let end = full_end(text, at, marked);
    let is_enough = match marked {
        true => {
            let is_led = lead != Lead::Nothing || is_on(text, word, &SURNAMES) || !text.is_bare;
            end - at > 2 && is_led
        }
        false => is_enough(text, at..end, lead) && is_given(text, &text.words[end - 1]),
    };
    is_enough.then_some(at..end)
}

/// Whether the second word shows a name: "văn", "thị".
fn is_marked(text: &Text, second: &Word, lead: Lead) -> bool {
    let is_led = lead != Lead::Nothing && lead != Lead::Behind;
    match second.bare.as_str() {
        "van" | "thi" => text.is_bare || is_on(text, second, &MIDDLES),
        "a" | "seo" => !text.is_bare && is_on(text, second, &MIDDLES) || text.is_bare && is_led,
        _ => false,
    }
}

/// Where the words end that may belong to a full name.
fn full_end(text: &Text, at: usize, marked: bool) -> usize {
    let goes_on = |end: &usize| {
        let Some(word) = text.words.get(*end) else { return false };
        let is_called = marked && *end == at + 2 && !is_follow(text, *end) && !word.is_number;
        let is_part =
            is_called || is_given(text, word) || is_on(text, word, &MIDDLES) && *end < at + 4;
        let is_other = *end > at + 1 && is_pair(text, *end)
            || *end > at + 2 && is_follow(text, *end) && (!marked || text.is_bare);
        word.gap == " " && !word.is_capital && is_part && !is_other
    };
    at + 1 + (at + 1..at + LONGEST).take_while(goes_on).count()
}

/// Whether words that nothing between them marks are enough of a name.
fn is_enough(text: &Text, words: Range<usize>, lead: Lead) -> bool {
    let (word, len) = (&text.words[words.start], words.len());
    let is_strong = is_on(text, word, &SURNAMES);
    match lead {
        Lead::Nothing => {
            let next = text.words.get(words.end);
            let is_set_off = word.is_first && next.is_some_and(|next| next.gap == " (");
            let is_clear = is_sure(text, word) || text.is_bare && is_rather(word);
            len > 2 && (is_strong && is_clear || is_set_off)
        }
        Lead::Said | Lead::Role | Lead::Behind if word.gap.contains(':') => len > 1,
        Lead::Behind if text.is_bare => len > 2 || len > 1 && is_sure(text, word),
        _ => len > 2 || len > 1 && is_strong,
    }
}

/// Family names that are hardly a word, even without accents.
fn is_sure(text: &Text, word: &Word) -> bool {
    match text.is_bare {
        true => ["nguyen", "pham", "huynh", "trinh"].contains(&word.bare.as_str()),
        false => !word.is_ascii() && is_on(text, word, &SURNAMES) && !is_on(text, word, &WEAK),
    }
}

/// Family names that are seldom a word without accents.
fn is_rather(word: &Word) -> bool {
    matches!(word.bare.as_str(), "hoang" | "tran" | "le" | "bui" | "vu" | "luong" | "ngo" | "huynh")
}

/// A given name by itself, or two.
fn given(text: &Text, at: usize, lead: Lead) -> Option<Range<usize>> {
    let word = &text.words[at];
    let is_middle = is_on(text, word, &MIDDLES);
    if lead == Lead::Nothing || !(is_given(text, word) || is_middle) || is_pair(text, at) {
        return None;
    }
    let is_led = lead == Lead::Title && is_pair(text, at - 1) && !is_at(text, at + 1);
    let ends = text.words.get(at + 1).is_none_or(|next| next.gap != " ");
    let is_bound = is_follow(text, at + 1) || ends && !text.is_bare;
    let is_free = match lead {
        Lead::Behind => is_bound && !text.is_bare && is_asked(text, at - 1),
        Lead::Role => is_bound,
        _ => true,
    };
    if is_led || !is_free {
        return None;
    }
    // "anh quoc bao": two that together are a name.
    let second = text.words.get(at + 1).filter(|next| next.gap == " " && is_given(text, next));
    if second.is_some()
        && lead == Lead::Title
        && is_middle
        && !is_given(text, word)
        && is_clear(text, at)
    {
        return Some(at..at + 2);
    }
    let two = text.words.get(at + 1).filter(|next| next.gap == " " && is_given(text, next));
    let is_two = two.is_some() && !is_pair(text, at + 1) && !is_follow(text, at + 1);
    if is_two && is_known(text, at + 1, at) {
        return Some(at..at + 2);
    }
    (is_given(text, word) && is_known(text, at, at)).then_some(at..at + 1)
}

/// Whether what follows shows that a word is a name; the name began at another.
fn is_known(text: &Text, at: usize, start: usize) -> bool {
    let word = &text.words[at];
    let Some(next) = text.words.get(at + 1) else {
        return !text.is_bare || is_clear(text, start);
    };
    if text.is_bare && BARE_TITLES.has(&word.bare) {
        return is_at(text, at + 1);
    }
    if next.gap != " " {
        return !text.is_bare || is_clear(text, start);
    }
    match DOING.has(&word.low) || text.is_bare && DOING.has_bare(&word.bare) {
        true => is_in(text, next, &WHERE) || text.bare(start - 1) == "ten",
        false if text.is_bare => is_clear(text, start) || is_in(text, next, &FOLLOW),
        false => true,
    }
}

/// Whether a name in small letters may follow: "gặp", "nhờ".
fn is_asked(text: &Text, at: usize) -> bool {
    matches!(text.bare(at), "gap" | "on" | "hoi" | "nho" | "he" | "gui")
}

/// Whether what stands before a name means nothing else in a text without accents, or the name does.
fn is_clear(text: &Text, start: usize) -> bool {
    let Some(before) = start.checked_sub(1) else { return false };
    let titles = [
        "anh", "chi", "ong", "ten", "bac", "em", "chau", "sep", "mo", "co", "ba", "chu", "di",
        "cau",
    ];
    let sure = if CLEAR_GIVEN.has(text.bare(start)) { titles.len() } else { 9 };
    let is_oneself =
        text.bare(before) == "la" && before > 0 && matches!(text.bare(before - 1), "em" | "toi");
    is_oneself || titles[..sure].contains(&text.bare(before))
}
