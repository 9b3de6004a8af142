//! Places that are called after somebody, or like somebody.

use super::{CALLED_AFTER, Lead, List, PLACES, PLACES_BEFORE, Text, known::is_on};

/// A place that is called after somebody, or like somebody.
pub(super) fn is_place(text: &Text, at: usize, lead: Lead) -> bool {
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
