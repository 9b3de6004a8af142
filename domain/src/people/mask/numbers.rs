//! Numbers: telephones, identity cards and accounts, told from dates, sums and procedure codes.

use std::ops::Range;

use super::{
    Hit, Kind,
    gap::Gap,
    group::{Group, LONG},
    letters::Letter,
    plain::{begins, plain},
};

/// Groups of digits that one number may come in: a digit at a time, as many as a card has.
const GROUPS: usize = 19;
/// Fewer real digits than these make no number, however many letters look like some.
const REAL: usize = 2;

/// Every number that tells who somebody is.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let groups = groups(letters);
    let mut hits = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let chain = chain(letters, &groups[at..]);
        let Group { place, .. } = &chain[0];
        let count = match plain(letters, chain) {
            Some(count) => count,
            None => match number(letters, chain) {
                Some((count, kind)) => {
                    let end = chain[count - 1].place.end;
                    let plus = place.start > 0 && letters[place.start - 1].is == '+';
                    hits.push(Hit { place: place.start - usize::from(plus)..end, kind });
                    count
                }
                None => 1,
            },
        };
        at += count;
    }
    hits
}

/// Groups in their order. A word of digits and of letters that look like some is one group; in
/// other words a group begins and ends with a real digit.
fn groups(letters: &[Letter]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let len = letters[at..].iter().take_while(|letter| letter.as_digit().is_some()).count();
        if let Some(place) = group(letters, at..at + len) {
            let run = &letters[place.clone()];
            let digits = run.iter().filter_map(|letter| letter.as_digit()).collect();
            let real = run.iter().filter(|letter| letter.is_digit()).count();
            let before = groups.last().map(|before| before.place.end..place.start);
            let gap = before.and_then(|before| Gap::read(&letters[before]));
            groups.push(Group { place, digits, real, gap });
        }
        at += len.max(1);
    }
    groups
}

/// The part of a run that counts as digits: up to a word on either side, only real ones end it. So
/// what is left beside a mark is never more of a number than it was.
fn group(letters: &[Letter], run: Range<usize>) -> Option<Range<usize>> {
    let is_word =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|it| it.is_word());
    let within = &letters[run.clone()];
    // A bar alone separates; beside digits it may be a one.
    if within.iter().all(|letter| letter.is == '|') {
        return None;
    }
    let first = match is_word(run.start.checked_sub(1)) {
        true => within.iter().position(|letter| letter.is_digit())?,
        false => 0,
    };
    let end = match is_word(Some(run.end)) {
        true => within.iter().rposition(|letter| letter.is_digit())? + 1,
        false => within.len(),
    };
    (first < end).then_some(run.start + first..run.start + end)
}

/// The groups that may belong to one number with the first.
fn chain<'a>(letters: &[Letter], groups: &'a [Group]) -> &'a [Group] {
    let linked = groups.iter().skip(1).take(GROUPS - 1).take_while(|group| group.gap.is_some());
    let linked = &groups[..=linked.count()];
    let end = (1..linked.len()).find(|at| begins(letters, &linked[*at..]));
    &linked[..end.unwrap_or(linked.len())]
}

/// The longest number that begins with the first group: how many groups, and what it is.
fn number(letters: &[Letter], chain: &[Group]) -> Option<(usize, Kind)> {
    let start = chain[0].place.start;
    let plus = start > 0 && letters[start - 1].is == '+';
    let (mut digits, mut real) = (String::new(), 0);
    let mut found = None;
    for (before, group) in chain.iter().enumerate() {
        digits.push_str(&group.digits);
        real += group.real;
        let kind = kind(&digits, plus, &chain[..=before]).filter(|_| real >= REAL);
        // What follows a telephone number is another one, not the rest of an account.
        let is_phone = matches!(found, Some((_, Kind::Phone)));
        let kind = kind.filter(|kind| !(is_phone && *kind == Kind::Number));
        found = kind.map(|kind| (before + 1, kind)).or(found);
    }
    let is_long = chain[0].digits.len() >= LONG && chain[0].real >= REAL;
    found.or_else(|| is_long.then_some((1, Kind::Number)))
}

fn kind(digits: &str, plus: bool, groups: &[Group]) -> Option<Kind> {
    if is_phone(digits, plus) {
        Some(Kind::Phone)
    } else if is_identity(digits, groups) {
        Some(Kind::Identity)
    } else if is_dossier(groups) {
        Some(Kind::Dossier)
    } else {
        is_account(digits, groups).then_some(Kind::Number)
    }
}

/// Numbers of Việt Nam, with or without its code, and others behind a plus.
pub(super) fn is_phone(digits: &str, plus: bool) -> bool {
    let rest = digits.strip_prefix("0084").or_else(|| digits.strip_prefix("84"));
    let abroad = plus && (LONG..=15).contains(&digits.len());
    abroad
        || is_national(digits)
        || rest.is_some_and(|rest| is_national(rest) || is_national(&["0", rest].concat()))
}

/// Ten digits from 02 to 09, or eleven of a landline or a mobile of old (012, 016, 018, 019).
fn is_national(digits: &str) -> bool {
    matches!(
        (digits.len(), digits.as_bytes()),
        (10, [b'0', b'2'..=b'9', ..])
            | (11, [b'0', b'2', ..] | [b'0', b'1', b'2' | b'6' | b'8' | b'9', ..])
    )
}

/// Whether every group is of such a length.
fn each(groups: &[Group], is_right: fn(usize) -> bool) -> bool {
    groups.iter().all(|group| is_right(group.digits.len()))
}

/// Whether the groups stand closer together than those of a list.
fn is_close(groups: &[Group]) -> bool {
    groups.iter().skip(1).all(|group| group.gap.as_ref().is_some_and(|gap| !gap.is_loose))
}

/// Whether the same signs stand between all groups, and none of a list.
fn is_even(groups: &[Group]) -> bool {
    let same = |pair: &[Group]| pair[0].gap == pair[1].gap;
    groups.get(1..).is_some_and(|rest| rest.windows(2).all(same)) && is_close(groups)
}

/// Twelve digits, or nine of old: in one piece, in pieces as on the card, or in ones and twos.
fn is_identity(digits: &str, groups: &[Group]) -> bool {
    let has_commas = || groups.iter().filter_map(|it| it.gap.as_ref()).any(|it| it.signs == ",");
    let in_ones = || each(groups, |len| len == 1) && is_even(groups) && !has_commas();
    let in_pieces = || each(groups, |len| len >= 3);
    let has_years = || groups.iter().any(|group| group.digits.len() == 4 && is_year(group));
    match digits.len() {
        9 => {
            let is_old = || in_pieces() && is_close(groups) && !has_years() && !is_round(groups);
            groups.len() == 1 || is_old() || in_ones()
        }
        12 => {
            let in_few = || groups.len() < 6 && is_close(groups) && !has_years();
            let in_twos = || each(groups, |len| len <= 2) && is_even(groups);
            let is_new = || in_pieces() || in_twos() || in_few();
            groups.len() == 1 || digits.starts_with('0') && is_new()
        }
        _ => false,
    }
}

/// `210708-0032`: the day of a dossier and its number, without the office's code.
fn is_dossier(groups: &[Group]) -> bool {
    let [day, number] = groups else { return false };
    let is_joined = number.gap.as_ref().is_some_and(|gap| !gap.is_loose && gap.signs != " ");
    let is_day = day.digits.len() == 6 && is_short_day(&day.digits);
    is_day && is_joined && (4..=6).contains(&number.digits.len())
}

/// Whether six digits end in a month and a day.
pub(super) fn is_short_day(digits: &str) -> bool {
    let part = |from: usize| digits.get(from..from + 2).and_then(|part| part.parse::<u32>().ok());
    let is_in = |from: usize, most: u32| part(from).is_some_and(|it| (1..=most).contains(&it));
    is_in(2, 12) && is_in(4, 31)
}

/// Whether all groups are hundreds, as sums in a row are.
fn is_round(groups: &[Group]) -> bool {
    groups.iter().all(|group| group.digits.ends_with("00"))
}

/// Whether a group begins like a year.
fn is_year(group: &Group) -> bool {
    group.digits.starts_with("19") || group.digits.starts_with("20")
}

/// Ten digits or more in fours, as on bank cards, that are not years; with a zero in front or longer,
/// in threes or longer pieces; in ones or twos one after the other.
fn is_account(digits: &str, groups: &[Group]) -> bool {
    let Some((last, fours)) = groups.split_last() else { return false };
    if digits.len() < 10 || fours.is_empty() || !is_close(groups) {
        return false;
    }
    let is_card = digits.len() > 12;
    // "1903 4567 890" begins like a year: of a short one only the pieces after the first tell.
    let is_whole_year = |group: &Group| group.digits.len() == 4 && is_year(group);
    let has_year = match is_card {
        true => groups.iter().all(is_whole_year),
        false => groups[1..].iter().any(is_whole_year),
    };
    let has_years = || groups.iter().any(is_whole_year);
    let in_fours = fours.len() > 1 && each(fours, |len| len == 4) && last.digits.len() <= 7;
    let in_pieces = match digits.starts_with('0') {
        true => each(groups, |len| len >= 3),
        false => is_card && each(fours, |len| len >= 3) && !has_years() && !is_round(groups),
    };
    let in_ones = each(groups, |len| len == 1) && is_even(groups);
    let in_twos = digits.len() > 11 && each(groups, |len| len == 2) && is_even(groups);
    in_fours && !has_year && (is_card || !is_round(groups))
        || in_pieces && fours.len() > 1
        || in_ones
        || in_twos
}
