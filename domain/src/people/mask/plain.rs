//! Numbers that tell nothing about anybody: days, times, sums, procedures, lists.

use super::{
    group::{Group, LONG},
    letters::Letter,
    word,
};

/// How many groups make a number that stays.
pub(super) fn plain(letters: &[Letter], chain: &[Group]) -> Option<usize> {
    let after_plus = chain[0].place.start > 0 && letters[chain[0].place.start - 1].is == '+';
    day(chain)
        .or_else(|| time(chain))
        .or_else(|| procedure(chain))
        .or_else(|| month(chain))
        .or_else(|| list(chain))
        .or_else(|| sum(letters, chain).filter(|_| !after_plus))
}

/// Whether something that stays begins with a group, as its own sign shows: "quầy 02, 12/11/2026".
pub(super) fn begins(letters: &[Letter], groups: &[Group]) -> bool {
    let [first, second, ..] = groups else { return false };
    if first.gap == second.gap || second.gap.is_none() {
        return false;
    }
    let ends_as_money = |count: usize| {
        let last = &groups[count - 1];
        is_money(&letters[last.place.end..]) || count > 2 && last.digits == "000"
    };
    let is_sum = || sum(letters, groups).is_some_and(ends_as_money);
    let found = [day, time, procedure, month].iter().any(|read| read(groups).is_some());
    found || is_sum()
}

fn sign(group: &Group) -> Option<&str> {
    group.gap.as_ref().map(|gap| gap.signs.as_str())
}

fn value(group: &Group, most: usize) -> Option<u32> {
    (group.digits.len() <= most).then(|| group.digits.parse().ok())?
}

fn is_year(group: &Group) -> bool {
    group.digits.len() == 4 && value(group, 4).is_some_and(|year| (1900..2200).contains(&year))
}

fn is_month(group: &Group) -> bool {
    value(group, 2).is_some_and(|month| (1..=12).contains(&month))
}

/// `12-11-2026`, `12.11.2026`, `12 / 11 / 2026` and `2026-11-12`.
fn day(chain: &[Group]) -> Option<usize> {
    let [a, b, c, ..] = chain else { return None };
    let between = sign(b).filter(|sign| ["-", ".", "/"].contains(&sign.trim()))?;
    let goes_on = chain.get(3).is_some_and(|d| sign(d) == Some(between));
    if sign(c) != Some(between) || goes_on {
        return None;
    }
    let is_day = |year: &Group, month: &Group, day: &Group| {
        let is_day = value(day, 2).is_some_and(|day| (1..=31).contains(&day));
        is_year(year) && is_month(month) && is_day
    };
    (is_day(c, b, a) || is_day(a, b, c)).then_some(3)
}

/// `8:30` and `08:30:15`.
fn time(chain: &[Group]) -> Option<usize> {
    let next = |at: usize| {
        let group = chain.get(at).filter(|group| sign(group) == Some(":"))?;
        value(group, 2).filter(|value| *value < 60 && group.digits.len() == 2)
    };
    value(&chain[0], 2).filter(|hour| *hour <= 24)?;
    next(1)?;
    let count = if next(2).is_some() { 3 } else { 2 };
    chain.get(count).is_none_or(|more| sign(more) != Some(":")).then_some(count)
}

/// `02/2025`, `02-2025`, and the law `61/2018`.
fn month(chain: &[Group]) -> Option<usize> {
    let [head, year, ..] = chain else { return None };
    let between = sign(year).filter(|sign| ["-", ".", "/"].contains(sign))?;
    let goes_on = chain.get(2).is_some_and(|more| sign(more) == Some(between));
    let is_law = between == "/" && head.digits.len() <= 3;
    (is_year(year) && !goes_on && (is_law || is_month(head))).then_some(2)
}

/// `2.000004`.
fn procedure(chain: &[Group]) -> Option<usize> {
    let [head, code, ..] = chain else { return None };
    let is_code = head.digits.len() == 1 && code.digits.len() == 6 && head.digits != "0";
    (is_code && sign(code) == Some(".")).then_some(2)
}

/// `2, 3, 4, 5`: each is one more than the one before.
fn list(chain: &[Group]) -> Option<usize> {
    let first = chain.get(1)?;
    let follows = |pair: &&[Group]| {
        let next = value(&pair[0], 4).map(|before| before + 1);
        next.is_some() && value(&pair[1], 4) == next && pair[1].gap == first.gap
    };
    let count = 1 + chain.windows(2).take_while(follows).count();
    (count > 2).then_some(count)
}

/// `1.500.000`: groups of three. A long one must be round or name its money.
fn sum(letters: &[Letter], chain: &[Group]) -> Option<usize> {
    let (head, between) = (&chain[0], sign(chain.get(1)?)?);
    let is_between = [".", ",", " "].contains(&between);
    if head.digits.len() > 3 || head.digits.starts_with('0') || !is_between {
        return None;
    }
    let is_next = |group: &&Group| sign(group) == Some(between) && group.digits.len() == 3;
    let count = 1 + chain[1..].iter().take_while(is_next).count();
    let last = &chain[count - 1];
    let digits: usize = chain[..count].iter().map(|group| group.digits.len()).sum();
    let is_sum = digits < LONG || last.digits == "000" || is_money(&letters[last.place.end..]);
    (count > 1 && is_sum).then_some(count)
}

/// Whether a number is followed by its money.
pub(super) fn is_money(after: &[Letter]) -> bool {
    let blank = usize::from(after.first().is_some_and(|letter| letter.is == ' '));
    let rest = &after[blank..];
    let len = rest.iter().take(8).take_while(|letter| letter.is.is_alphabetic()).count();
    let units =
        ["đ", "đồng", "dong", "vnd", "vnđ", "tr", "triệu", "nghìn", "ngàn", "tỷ", "tỉ", "usd"];
    units.contains(&word(&rest[..len]).as_str())
}
