//! A name from a place on: words with capital letters, or words that are known as names.

use std::ops::Range;

use super::{
    BARE_TITLES, CALLED_AFTER, CLEAR_GIVEN, DOING, ENDS, FOLLOW, GIVEN, Lead, List, MIDDLES,
    OFFICE_PAIRS, PAIRS, PLACES, PLACES_BEFORE, SURNAMES, Text, WEAK, WHERE, Word, is_near,
};

/// Words with which no name goes on, in a text without accents.
const BARE_ENDS: [&str; 7] = ["so", "ubnd", "xa", "quay", "toi", "xin", "kinh"];
/// The most words of a name.
const LONGEST: usize = 5;

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

/// A place that is called after somebody, or like somebody.
fn is_place(text: &Text, at: usize, lead: Lead) -> bool {
    let phrase = |from: usize, len: usize| {
        let words = text.words.get(from..from + len)?;
        let goes_on = text.words.get(from + len).is_some_and(|it| it.gap == " " && it.is_capital);
        if goes_on && words[0].is_capital && lead == Lead::Title {
            return None;
        }
        let joined = words.iter().skip(1).all(|word| word.gap == " ");
        let capital =
            words.iter().all(|word| word.is_capital) || !words.iter().any(|it| it.is_capital);
        let text = words.iter().map(|word| word.low.as_str()).collect::<Vec<_>>().join(" ");
        let bare = words.iter().map(|word| word.bare.as_str()).collect::<Vec<_>>().join(" ");
        let is_ascii = words.iter().all(|word| word.is_ascii());
        (joined && capital).then_some(PLACES.has(&text) || is_ascii && PLACES.has_bare(&bare))
    };
    let known = |from: usize| (2..=3).any(|len| phrase(from, len) == Some(true));
    // "Bà Rịa": what somebody is called belongs to it.
    if at > 0 && lead == Lead::Title && known(at - 1) {
        return true;
    }
    if at > 1 && lead == Lead::Title && phrase(at - 2, 3) == Some(true) {
        return true;
    }
    // "Mẹ Việt Nam", "bạn Hà Nội".
    if lead == Lead::Title && matches!(text.bare(at - 1), "me" | "con" | "ban") && known(at) {
        return true;
    }
    let before = text.before(at).next().filter(|_| text.words[at].gap == " ");
    let is_longer = text.words.get(at + 1).is_some_and(|next| next.gap == " " && next.is_capital);
    let places: &List = if is_longer { &CALLED_AFTER } else { &PLACES_BEFORE };
    let behind_place =
        before.is_some_and(|it| is_on(text, it, places) || it.is_number && it.range.len() < 4);
    let listed =
        text.words[at].gap == ", " && at > 1 && (1..=4).any(|back| at > back && known(at - back));
    lead == Lead::Nothing && (known(at) || behind_place || listed)
        || matches!(lead, Lead::Role | Lead::Behind) && known(at)
}

/// Where a place ends that is called after somebody and begins here.
pub(super) fn place_end(text: &Text, at: usize) -> Option<usize> {
    let word = text.words.get(at)?;
    if !word.is_capital || !is_place(text, at, Lead::Nothing) {
        return None;
    }
    let rest = text.words[at + 1..].iter().take(4);
    Some(at + 1 + rest.take_while(|next| next.is_capital && next.gap == " ").count())
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

/// Whether an office or a post begins with a word.
fn is_office(text: &Text, at: usize) -> bool {
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

/// Small letters: only words that are known as names.
fn small(text: &Text, at: usize, lead: Lead) -> Option<Range<usize>> {
    full(text, at, lead).or_else(|| given(text, at, lead))
}

/// A family name, others, and a given one.
fn full(text: &Text, at: usize, lead: Lead) -> Option<Range<usize>> {
    let word = &text.words[at];
    let is_strong = is_on(text, word, &SURNAMES);
    if !is_family(text, word) || text.is_bare && word.bare == "khong" {
        return None;
    }
    let next =
        |by: usize| text.words.get(at + by).filter(|next| next.gap == " " && !next.is_number);
    let second = next(1)?;
    let marked = match text.is_bare {
        true => match second.bare.as_str() {
            "van" | "thi" => true,
            "a" | "seo" => lead != Lead::Nothing && lead != Lead::Behind,
            _ => false,
        },
        false => {
            matches!(second.bare.as_str(), "van" | "thi" | "a" | "seo")
                && is_on(text, second, &MIDDLES)
        }
    };
    let mut end = at + 1;
    while end < at + LONGEST && end < text.words.len() && text.words[end].gap == " " {
        let word = &text.words[end];
        let is_called = marked && end == at + 2 && !is_follow(text, end) && !word.is_number;
        let is_part =
            is_called || is_given(text, word) || is_on(text, word, &MIDDLES) && end < at + 4;
        if word.is_capital
            || !is_part
            || end > at + 1 && is_pair(text, end)
            || end > at + 2 && is_follow(text, end) && (!marked || text.is_bare)
        {
            break;
        }
        end += 1;
    }
    let len = end - at;
    let enough = match (lead, marked) {
        (Lead::Nothing, true) => len > 2 && (is_strong || !text.is_bare),
        (Lead::Nothing, false) => {
            let is_set_off =
                word.is_first && text.words.get(end).is_some_and(|next| next.gap == " (");
            let is_clear = is_sure(text, word) || text.is_bare && is_rather(word);
            len > 2 && (is_strong && is_clear || is_set_off)
        }
        (_, true) => len > 2,
        (Lead::Said | Lead::Role | Lead::Behind, false) if word.gap.contains(':') => len > 1,
        (Lead::Said | Lead::Title | Lead::Role, false) if text.is_bare => {
            len > 2 || len > 1 && is_strong
        }
        (_, false) if text.is_bare => {
            len > 2 && (is_strong || lead != Lead::Nothing) || len > 1 && is_sure(text, word)
        }
        (_, false) => len > 1 && (is_strong || len > 2),
    };
    (enough && (marked || is_given(text, &text.words[end - 1]))).then_some(at..end)
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

/// Whether a place in an office follows.
fn is_at(text: &Text, at: usize) -> bool {
    matches!(text.bare(at), "o" | "quay" | "ben")
}

fn is_follow(text: &Text, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| is_in(text, word, &FOLLOW))
}

fn is_in(text: &Text, word: &Word, list: &List) -> bool {
    list.has(&word.low) || text.is_bare && list.has_bare(&word.bare)
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
