//! The signs of an address as people write them where they do not want them read by programs.

use std::ops::Range;

use crate::people::mask::letters::{Letter, folded};

/// Words for the @, without marks.
const AT: [&str; 4] = ["at", "a cong", "acong", "a moc"];
/// Words for the dot.
const DOT: [&str; 3] = ["dot", "cham", "."];
/// The most letters of such a word.
const LONGEST: usize = 6;
/// Last parts of names, by which a dot with a blank beside it is known.
const LAST: [&str; 9] = ["com", "vn", "net", "org", "edu", "gov", "info", "io", "me"];
/// Signs that set a word off, the same on both sides.
const PAIRS: &str = "-_.*|/~\"'#";
/// Blanks beside a sign.
const BLANKS: usize = 2;

/// An @ with the blanks and brackets that belong to it.
pub(super) struct Sign {
    pub(super) place: Range<usize>,
    /// Whether it is more than the letter alone.
    pub(super) is_loose: bool,
    /// Whether it is a word.
    pub(super) is_spelled: bool,
}

/// The @ that stands at a place; nothing before `free` belongs to it.
pub(super) fn at_sign(letters: &[Letter], free: usize, at: usize) -> Option<Sign> {
    let is_letter = letters[at].is == '@';
    let is_start = at > free && !letters[at - 1].is_word() && matches!(letters[at].is, 'a' | 'A');
    let len = match is_letter {
        true => 1,
        false if is_start => {
            let is_open = matches!(letters[at - 1].is, '(' | '[' | '{' | '<');
            let alone = is_open.then_some("a");
            let known = AT.into_iter().chain(alone);
            known.filter(|word| is_word(&letters[at..], word)).map(str::len).max()?
        }
        false => return None,
    };
    let (start, end) = beside(&letters[free..at], &letters[at + len..]);
    let place = at - start..at + len + end;
    // A word needs something to stand apart by.
    let is_apart = is_letter || start > 0 && end > 0;
    let is_loose = !is_letter || start + end > 0;
    is_apart.then_some(Sign { place, is_loose, is_spelled: !is_letter })
}

/// How many blanks stand before a sign and after it, with a bracket or another sign on both sides or
/// on none.
fn beside(before: &[Letter], after: &[Letter]) -> (usize, usize) {
    let (left, opens) = around(before.iter().rev(), "([{<");
    let (right, closes) = around(after.iter(), ")]}>");
    if opens && closes {
        return (left, right);
    }
    let (left, one) = around(before.iter().rev(), PAIRS);
    let (right, other) = around(after.iter(), PAIRS);
    let is_pair = || {
        let inner = before.iter().rev().find(|letter| letter.is != ' ').map(|it| it.is);
        inner == after.iter().find(|letter| letter.is != ' ').map(|it| it.is)
    };
    match one && other && is_pair() {
        true => (left, right),
        false => (blanks(before.iter().rev()), blanks(after.iter())),
    }
}

fn blanks<'a>(beside: impl Iterator<Item = &'a Letter>) -> usize {
    beside.take(BLANKS).take_while(|letter| letter.is == ' ').count()
}

/// How many blanks and brackets stand on one side of a sign, and whether a bracket is among them.
fn around<'a>(beside: impl Iterator<Item = &'a Letter> + Clone, brackets: &str) -> (usize, bool) {
    let inner = blanks(beside.clone());
    match beside.clone().nth(inner).is_some_and(|letter| brackets.contains(letter.is)) {
        true => (inner + 1 + blanks(beside.skip(inner + 1)), true),
        false => (inner, false),
    }
}

fn is_word(letters: &[Letter], word: &str) -> bool {
    let Some(start) = letters.get(..word.len()) else { return false };
    folded(start) == word && letters.get(word.len()).is_none_or(|next| !next.is_word())
}

/// Whether a part of a name has a dot, be it as a word between dashes.
pub(super) fn has_dot(part: &[Letter]) -> bool {
    let is_sign = |at: usize| matches!(part[at].is, '-' | '_');
    part.iter().any(|letter| letter.is == '.')
        || part
            .windows(5)
            .enumerate()
            .any(|(at, window)| is_sign(at) && is_sign(at + 4) && folded(&window[1..4]) == "dot")
}

/// How many letters a dot between two parts of a name takes; nothing, if none is there. Where a name
/// has one already and was written as usual, only a word or a bracket makes it longer.
pub(super) fn dot(rest: &[Letter], has_more: bool) -> Option<usize> {
    if let Some(count) = dot_apart(rest, has_more) {
        return Some(count);
    }
    // "example. com" and "gmail,com".
    let blanks = rest.iter().skip(1).take(BLANKS).take_while(|letter| letter.is == ' ').count();
    let is_sign = matches!(rest.first()?.is, '.' | ',') && !(rest[0].is == ',' && blanks > 0);
    (is_sign && !has_more && is_last(&rest[1 + blanks..])).then_some(1 + blanks)
}

/// The same for a dot with blanks or brackets around it, or a word for it.
fn dot_apart(rest: &[Letter], has_more: bool) -> Option<usize> {
    let (opening, opens) = around(rest.iter(), "([{<");
    let inside = &rest[opening..];
    let is_there = |word: &&str| inside.get(..word.len()).is_some_and(|it| folded(it) == *word);
    let word = DOT.into_iter().find(is_there).filter(|_| opening > 0)?;
    let (closing, closes) = around(inside[word.len()..].iter(), ")]}>");
    let count = opening + word.len() + closing;
    let is_known = match word {
        "." => opens && closes || !has_more && !opens && is_last(&rest[count..]),
        _ => closing > 0,
    };
    (is_known && opens == closes).then_some(count)
}

/// Whether a name ends with what follows.
fn is_last(rest: &[Letter]) -> bool {
    let len = rest.iter().take(LONGEST).take_while(|letter| letter.is.is_alphabetic()).count();
    LAST.contains(&folded(&rest[..len]).as_str())
}
