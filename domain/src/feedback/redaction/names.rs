//! Names of people: behind what they are called or do, by their family's name, or known from before.

mod again;
mod known;
mod person;
mod places;
mod small;

use std::ops::Range;

use self::person::person;
use super::{
    lists::{
        BARE_TITLES, CALLED, CALLED_AFTER, CLEAR_GIVEN, DOING, ENDS, FOLLOW, GIVEN, LEADS,
        LONG_TITLES, List, MIDDLES, OFFICE_PAIRS, PAIRS, PLACES, PLACES_BEFORE, ROLES, SAID,
        SURNAMES, TITLES, WEAK, WHERE,
    },
    words::{Text, Word},
};

/// The most words of a name.
const LONGEST: usize = 5;

/// How a name is led to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    /// By what somebody is called: anh, chị, ông.
    Title,
    /// By words that say that a name follows: tên là.
    Said,
    /// By what somebody does: cán bộ.
    Role,
    /// By words behind which a name may follow: gặp, của.
    Behind,
    /// By nothing.
    Nothing,
}

/// Every name that does not meet what is taken.
pub(super) fn find(text: &Text, taken: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut names: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        match name(text, at) {
            Some(name) if is_free(text, &name, taken) => {
                at = name.end;
                names.push(name);
            }
            _ => at = places::place_end(text, at).unwrap_or(at + 1),
        }
    }
    again::find(text, &mut names, taken);
    names.sort_by_key(|name| name.start);
    names.into_iter().map(|name| text.range(name)).collect()
}

fn is_free(text: &Text, name: &Range<usize>, taken: &[Range<usize>]) -> bool {
    let range = text.range(name.clone());
    !taken.iter().any(|other| range.start < other.end && other.start < range.end)
}

/// The name that is led to from a place on, or begins there.
fn name(text: &Text, at: usize) -> Option<Range<usize>> {
    let word = &text.words[at];
    // "La Diem" is a name, and "la" leads to one.
    let is_within = word.is_capital && !word.is_first && title(text, at).is_none();
    let whole = is_within.then(|| person(text, at, Lead::Nothing)).flatten();
    if let Some(whole) = whole.filter(|it| it.len() > 1) {
        return Some(whole);
    }
    let role = ROLES.longest(text, at).filter(|len| *len > 1 || title(text, at).is_none());
    let found = if let Some(len) = role {
        let (next, lead) = after(text, at + len, Lead::Role);
        person(text, next, lead)
    } else if let Some(len) = SAID.longest(text, at) {
        let (next, lead) = after(text, at + len, Lead::Said);
        person(text, next, lead)
    } else if let Some(len) = title(text, at) {
        let (next, lead) = after(text, at + len, Lead::Title);
        person(text, next, lead)
    } else {
        None
    };
    let behind = || {
        let len = LEADS.longest(text, at)?;
        let is_title = title(text, at + len).is_some_and(|_| !text.words[at + len].is_capital);
        if is_title { None } else { person(text, at + len, Lead::Behind) }
    };
    found.or_else(behind).or_else(|| person(text, at, Lead::Nothing))
}

/// What somebody is called, as a word or two.
fn title(text: &Text, at: usize) -> Option<usize> {
    if let Some(len) = LONG_TITLES.longest(text, at) {
        return Some(len);
    }
    let word = text.words.get(at)?;
    let is_title = match text.is_bare {
        true => BARE_TITLES.has(&word.low),
        false => TITLES.has(&word.low),
    };
    let before = text.before(at).next().filter(|_| !word.is_first);
    let is_abroad =
        before.is_some_and(|it| matches!(it.bare.as_str(), "tieng" | "nuoc" | "nguoi" | "vuong"));
    (is_title && !is_abroad).then_some(1)
}

/// Behind what somebody is called may stand what they are, and "tên": "anh cán bộ tên".
fn after(text: &Text, mut at: usize, mut lead: Lead) -> (usize, Lead) {
    for _ in 0..4 {
        let is_small = text.words.get(at).is_some_and(|word| !word.is_capital || !text.is_bare);
        if !is_near(text, at) || !is_small {
            break;
        }
        if let Some(len) = ROLES.longest(text, at) {
            at += len;
        } else if let Some(len) =
            title(text, at).filter(|len| text.words.len() > at + len && is_near(text, at + len))
        {
            if is_family_of(text, at) {
                break;
            }
            at += len;
            lead = Lead::Title;
        } else if let Some(len) = CALLED.longest(text, at) {
            at += len;
            lead = if text.bare(at - 1) == "ten" { Lead::Said } else { lead };
        } else {
            break;
        }
    }
    (at, lead)
}

/// "dao van", "chu thi": no title, but a family's name.
fn is_family_of(text: &Text, at: usize) -> bool {
    text.is_bare && matches!(text.bare(at + 1), "van" | "thi")
}

/// Whether nothing but blanks, a colon or a quote stands before a word.
fn is_near(text: &Text, at: usize) -> bool {
    text.words.get(at).is_some_and(|word| {
        let is_mister = at > 0 && matches!(text.bare(at - 1), "mr" | "mrs" | "ms");
        is_mister && word.gap == ". "
            || word.gap.chars().count() <= 3
                && word.gap.chars().all(|it| matches!(it, ' ' | ':' | '"' | '“' | '(' | '\u{a0}'))
    })
}
