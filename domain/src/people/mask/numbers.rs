//! Numbers: telephones, identity cards and accounts, told from dates, sums and procedure codes.

use std::ops::Range;

use super::{Hit, Kind, letters::Letter, word};

/// Groups of digits that one number may come in: a digit at a time, fifteen at the most.
const GROUPS: usize = 15;
/// So many digits in a row are masked whatever they mean.
const LONG: usize = 9;
/// Fewer real digits than these make no number, however many letters look like some.
const REAL: usize = 3;

/// Digits that stand together.
struct Group {
    place: Range<usize>,
    digits: String,
    /// How many of the digits are real ones.
    real: usize,
    /// What separates it from the group before; nothing, if they do not belong together.
    gap: Option<String>,
}

/// Every number that tells who somebody is.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let groups = groups(letters);
    let mut hits = Vec::new();
    let mut at = 0;
    while at < groups.len() {
        let chain = chain(&groups[at..]);
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
            let gap = groups.last().and_then(|before| gap(&letters[before.place.end..place.start]));
            groups.push(Group { place, digits, real, gap });
        }
        at += len.max(1);
    }
    groups
}

/// The part of a run that counts as digits.
fn group(letters: &[Letter], run: Range<usize>) -> Option<Range<usize>> {
    let is_word =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|it| it.is_word());
    if run.is_empty() || !is_word(run.start.checked_sub(1)) && !is_word(Some(run.end)) {
        return Some(run).filter(|run| !run.is_empty());
    }
    let within = &letters[run.clone()];
    let first = within.iter().position(|letter| letter.is_digit())?;
    let last = within.iter().rposition(|letter| letter.is_digit())?;
    Some(run.start + first..run.start + last + 1)
}

/// The signs between two groups of one number.
fn gap(between: &[Letter]) -> Option<String> {
    let signs = (1..=3).contains(&between.len())
        && between.iter().all(|sign| matches!(sign.is, ' ' | '.' | '-' | '_' | '(' | ')'));
    let comma = between.len() == 1 && between[0].is == ',';
    (signs || comma).then(|| word(between))
}

/// The groups that may belong to one number with the first.
fn chain(groups: &[Group]) -> &[Group] {
    let more = groups.iter().skip(1).take(GROUPS - 1).take_while(|group| group.gap.is_some());
    &groups[..=more.count()]
}

/// How many groups make a day, a sum or a procedure code, which all stay.
fn plain(letters: &[Letter], chain: &[Group]) -> Option<usize> {
    let after_plus = chain[0].place.start > 0 && letters[chain[0].place.start - 1].is == '+';
    day(chain).or_else(|| procedure(chain)).or_else(|| sum(letters, chain).filter(|_| !after_plus))
}

/// `12-11-2026`, `12.11.2026` and `2026-11-12`.
fn day(chain: &[Group]) -> Option<usize> {
    let [a, b, c, ..] = chain else { return None };
    let sign = b.gap.as_deref().filter(|sign| ["-", "."].contains(sign))?;
    if c.gap.as_deref() != Some(sign)
        || chain.get(3).is_some_and(|d| d.gap.as_deref() == Some(sign))
    {
        return None;
    }
    let value = |group: &Group, most: usize| {
        (group.digits.len() <= most).then(|| group.digits.parse::<u32>().ok()).flatten()
    };
    let is_day = |year: &Group, month: &Group, day: &Group| {
        year.digits.len() == 4
            && value(year, 4).is_some_and(|year| (1900..2200).contains(&year))
            && value(month, 2).is_some_and(|month| (1..=12).contains(&month))
            && value(day, 2).is_some_and(|day| (1..=31).contains(&day))
    };
    (is_day(c, b, a) || is_day(a, b, c)).then_some(3)
}

/// `2.000004`.
fn procedure(chain: &[Group]) -> Option<usize> {
    let [head, code, ..] = chain else { return None };
    let is_code = head.digits.len() == 1 && code.digits.len() == 6 && head.digits != "0";
    (is_code && code.gap.as_deref() == Some(".")).then_some(2)
}

/// `1.500.000`: groups of three. A long one must be round or name its money.
fn sum(letters: &[Letter], chain: &[Group]) -> Option<usize> {
    let (head, sign) = (&chain[0], chain.get(1)?.gap.as_deref()?);
    if head.digits.len() > 3 || head.digits.starts_with('0') || ![".", ",", " "].contains(&sign) {
        return None;
    }
    let is_next = |group: &&Group| group.gap.as_deref() == Some(sign) && group.digits.len() == 3;
    let count = 1 + chain[1..].iter().take_while(is_next).count();
    let last = &chain[count - 1];
    let digits: usize = chain[..count].iter().map(|group| group.digits.len()).sum();
    let is_sum = digits < LONG || last.digits == "000" || is_money(&letters[last.place.end..]);
    (count > 1 && is_sum).then_some(count)
}

fn is_money(after: &[Letter]) -> bool {
    let blank = usize::from(after.first().is_some_and(|letter| letter.is == ' '));
    let rest = &after[blank..];
    let len = rest.iter().take(8).take_while(|letter| letter.is.is_alphabetic()).count();
    let units =
        ["đ", "đồng", "dong", "vnd", "vnđ", "tr", "triệu", "nghìn", "ngàn", "tỷ", "tỉ", "usd"];
    units.contains(&word(&rest[..len]).as_str())
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
    } else {
        is_account(digits, groups).then_some(Kind::Number)
    }
}

/// Numbers of Việt Nam, with or without its code, and others behind a plus.
fn is_phone(digits: &str, plus: bool) -> bool {
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

/// Twelve digits, or nine of old: in one piece, or in pieces as on the card.
fn is_identity(digits: &str, groups: &[Group]) -> bool {
    let each = |len: fn(usize) -> bool| groups.iter().all(|group| len(group.digits.len()));
    match digits.len() {
        9 => groups.len() == 1 || each(|len| len == 3),
        12 => groups.len() == 1 || digits.starts_with('0') && each(|len| len >= 3),
        _ => false,
    }
}

/// Thirteen digits or more in fours, as on bank cards, that are not years.
fn is_account(digits: &str, groups: &[Group]) -> bool {
    let is_year = |group: &Group| group.digits.starts_with("19") || group.digits.starts_with("20");
    let Some((last, fours)) = groups.split_last() else { return false };
    digits.len() > 12
        && fours.len() > 2
        && fours.iter().all(|group| group.digits.len() == 4)
        && last.digits.len() <= 7
        && !(last.digits.len() == 4 && groups.iter().all(is_year))
}
