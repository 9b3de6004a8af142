//! Numbers of passports: a letter or two, and seven or eight digits.

use std::ops::Range;

use super::{Hit, Kind, gap::Gap, group::LONG, letters::Letter, plain::is_money};

/// The most groups of digits, one digit each.
const GROUPS: usize = 9;

/// Every number of a passport.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let before = at.checked_sub(1).map(|before| letters[before]);
        // As with plates: what is before may be taken out of the word.
        let is_start = before.is_none_or(|it| !it.is_word() || it.is_digit())
            && letters[at].is.is_ascii_alphabetic();
        match is_start.then(|| passport(letters, at)).flatten() {
            Some(end) => {
                hits.push(Hit { place: at..end, kind: Kind::Identity });
                at = end;
            }
            None => at += 1,
        }
    }
    hits
}

/// `C1234567`, `C 123 4567`, `AB-1234567`: where it ends.
fn passport(letters: &[Letter], start: usize) -> Option<usize> {
    let rest = letters[start..].iter().take(3);
    let series = rest.take_while(|letter| letter.is.is_ascii_alphabetic()).count();
    let (first, groups) = groups(letters, start + series).filter(|_| series < 3)?;
    // "C.1.234.567" is no sum, "A 1.234.567" may be one.
    let is_joined = !letters[start + series..first].iter().any(|letter| letter.is == ' ');
    let is_upper = letters[start..first].iter().all(|it| !it.is.is_lowercase());
    (1..=groups.len())
        .rev()
        .map(|count| &groups[..count])
        .filter(|groups| is_shape(groups, is_joined))
        .filter(|groups| is_upper || first == start + series && groups.len() == 1)
        .filter(|groups| !groups.iter().all(|group| is_year(letters, group)))
        .filter_map(|groups| groups.last().map(|last| (groups.len(), last.end)))
        .find(|(count, end)| {
            let is_round = *count > 1 && letters[end - 3..*end].iter().all(|it| it.is == '0');
            !is_round && !is_money(&letters[*end..])
        })
        .map(|(_, end)| end)
}

/// Seven or eight digits in one piece, in pieces of three or more, in twos, or one by one.
fn is_shape(groups: &[Range<usize>], is_joined: bool) -> bool {
    let digits: usize = groups.iter().map(Range::len).sum();
    let is_long = |group: &Range<usize>| group.len() >= 3;
    let [first, rest @ ..] = groups else { return false };
    let in_pieces = rest.iter().all(is_long) && (is_long(first) || is_joined);
    let in_ones = groups.iter().all(|group| group.len() == 1);
    let in_twos = groups.len() > 2 && groups.iter().all(|group| (2..=3).contains(&group.len()));
    (7..=8).contains(&digits) && (in_pieces || in_ones || in_twos)
}

/// The groups of digits from a place on, and where they begin.
fn groups(letters: &[Letter], from: usize) -> Option<(usize, Vec<Range<usize>>)> {
    let first = from + signs(&letters[from..])?;
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut at = first;
    while groups.len() < GROUPS {
        let len = letters[at..].iter().take(LONG).take_while(|letter| letter.is_digit()).count();
        if len == 0 {
            break;
        }
        groups.push(at..at + len);
        match signs(&letters[at + len..]) {
            Some(signs) if signs > 0 => at += len + signs,
            _ => break,
        }
    }
    (!groups.is_empty()).then_some((first, groups))
}

/// How many signs may separate what is before from what follows, if they may.
fn signs(rest: &[Letter]) -> Option<usize> {
    let count = rest.iter().take(4).take_while(|letter| letter.is_sign()).count();
    let is_gap = count == 0 || Gap::read(&rest[..count]).is_some_and(|gap| !gap.is_loose);
    (count < 4 && is_gap).then_some(count)
}

fn is_year(letters: &[Letter], group: &Range<usize>) -> bool {
    let century = || (letters[group.start].is, letters[group.start + 1].is);
    group.len() == 4 && matches!(century(), ('1', '9') | ('2', '0'))
}
