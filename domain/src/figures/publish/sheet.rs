//! What is counted in one period, in full: the sheet from which a publication's tables are drawn. It is
//! kept, and shown to nobody.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    ballot::instrument::Instrument,
    figures::{index::By, share::Share},
};

/// From this many people on a figure is told to two decimals, with its numerator and denominator.
pub const EXACT: u64 = 100;

/// The breakdowns of a sheet. Months are a series of sheets.
pub const BREAKDOWNS: [By; 6] =
    [By::Unit, By::Procedure, By::Factor, By::Item, By::Channel, By::Sampling];

/// Ballots that agree in everything they are counted by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The unit; 0 for none.
    pub unit: i64,
    /// The procedure; 0 for none.
    pub procedure: i64,
    /// The channel, as its number.
    pub channel: i64,
    /// The kind of sampling, as its number.
    pub sampling: i64,
    /// How many ballots.
    pub ballots: u64,
    /// The satisfied of those who answered, for each item by its place; nothing for those beside the index.
    pub items: Vec<Share>,
}

/// A row in full.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// Ballots; for a factor or an item the people who answered it.
    pub n: u64,
    /// The people who surely answered something that counts.
    pub people: u64,
    /// The satisfied answers of all.
    pub share: Share,
    /// Whether it may be told.
    pub is_told: bool,
}

/// The rows of one breakdown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rows {
    /// The rows, by the number of what they are about; items and factors by their places from 0.
    pub groups: BTreeMap<i64, Group>,
    /// Whether it is told which rows there are.
    pub is_listed: bool,
    /// Whether the rows of a hundred people and more are told to two decimals.
    pub is_exact: bool,
}

/// Everything counted in one period with one question set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// All ballots.
    pub whole: Group,
    /// Whether the whole is told to two decimals.
    pub is_exact: bool,
    /// The breakdowns.
    pub rows: BTreeMap<By, Rows>,
}

impl Group {
    /// What a small group is judged by: the people who surely answered something that counts, or all of
    /// them where nobody did.
    pub fn judged(&self) -> u64 {
        if self.people == 0 { self.n } else { self.people }
    }

    /// The answers that are not satisfied.
    pub fn rest(&self) -> u64 {
        self.share.den.saturating_sub(self.share.num)
    }

    /// Whether few all say the same.
    pub fn is_uniform(&self) -> bool {
        self.n < EXACT && self.share.den > 0 && (self.share.num == 0 || self.rest() == 0)
    }

    fn add(&mut self, other: &Self) {
        self.n += other.n;
        self.people += other.people;
        self.share += other.share;
    }
}

/// The group of some lines, and of these items alone where a factor or an item is meant.
fn group<'a>(lines: impl IntoIterator<Item = &'a Line>, items: Option<&[usize]>) -> Group {
    let (mut ballots, mut shares) = (0, Vec::<Share>::new());
    for line in lines {
        ballots += line.ballots;
        shares.resize(shares.len().max(line.items.len()), Share::default());
        shares.iter_mut().zip(&line.items).for_each(|(sum, share)| *sum += *share);
    }
    let meant = |place: &usize| items.is_none_or(|items| items.contains(place));
    let meant: Vec<Share> =
        shares.into_iter().enumerate().filter(|(at, _)| meant(at)).map(|(_, it)| it).collect();
    let people = meant.iter().map(|share| share.den).max().unwrap_or(0);
    let n = if items.is_some() { people } else { ballots };
    Group { n, people, share: meant.into_iter().sum(), is_told: false }
}

impl Sheet {
    /// Adds lines up; nothing is told yet.
    pub fn new(lines: &[Line], set: &Instrument) -> Self {
        let mut rows = BTreeMap::new();
        for by in BREAKDOWNS {
            let groups = match by {
                By::Factor | By::Item => of_items(lines, by, set),
                _ => of_ballots(lines, by),
            };
            rows.insert(by, Rows { groups, is_listed: false, is_exact: false });
        }
        Self { whole: group(lines, None), is_exact: false, rows }
    }

    /// The sum of published months. What one of them does not tell the sum does not tell either, so that
    /// it adds nothing to what is known.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Self>) -> Self {
        let parts: Vec<&Self> = parts.into_iter().filter(|part| part.whole.n > 0).collect();
        let mut sum = Self { is_exact: true, ..Self::default() };
        sum.whole.is_told = true;
        for part in &parts {
            sum.whole.add(&part.whole);
            sum.whole.is_told &= part.whole.is_told;
            sum.is_exact &= part.is_exact;
        }
        for by in BREAKDOWNS {
            let of = parts.iter().filter_map(|part| part.rows.get(&by));
            sum.rows.insert(by, Rows::sum(&of.collect::<Vec<_>>()));
        }
        sum
    }
}

impl Rows {
    fn sum(parts: &[&Self]) -> Self {
        let mut sum = Self {
            is_listed: parts.iter().all(|part| part.is_listed),
            is_exact: parts.iter().all(|part| part.is_exact),
            ..Self::default()
        };
        for (row, group) in parts.iter().flat_map(|part| &part.groups) {
            let is_new = !sum.groups.contains_key(row);
            let into = sum.groups.entry(*row).or_default();
            into.is_told = (is_new || into.is_told) && group.is_told && sum.is_listed;
            into.add(group);
        }
        sum.is_listed &= sum.groups.is_empty() || sum.groups.values().any(|group| group.is_told);
        sum
    }
}

/// Procedures within units, with what names none under 0.
pub fn cross(lines: &[Line]) -> BTreeMap<(i64, i64), Group> {
    let keys: std::collections::BTreeSet<(i64, i64)> =
        lines.iter().map(|line| (line.unit, line.procedure)).collect();
    let of = |key: (i64, i64)| {
        group(lines.iter().filter(|line| (line.unit, line.procedure) == key), None)
    };
    keys.into_iter().map(|key| (key, of(key))).collect()
}

fn of_ballots(lines: &[Line], by: By) -> BTreeMap<i64, Group> {
    let key = |line: &Line| match by {
        By::Unit => line.unit,
        By::Procedure => line.procedure,
        By::Channel => line.channel,
        _ => line.sampling,
    };
    let mut keys: Vec<i64> = lines.iter().map(key).filter(|key| *key != 0).collect();
    keys.sort_unstable();
    keys.dedup();
    let of = |wanted: i64| group(lines.iter().filter(|line| key(line) == wanted), None);
    keys.into_iter().map(|key| (key, of(key))).collect()
}

fn of_items(lines: &[Line], by: By, set: &Instrument) -> BTreeMap<i64, Group> {
    let counting = (0..set.items.len()).filter(|at| set.items[*at].counts());
    let sets: Vec<Vec<usize>> = match by {
        By::Item => (0..set.items.len()).map(|at| vec![at]).collect(),
        _ => (set.factors.iter())
            .map(|factor| {
                let is_in = |at: &usize| set.items[*at].factor.as_ref() == Some(&factor.code);
                counting.clone().filter(is_in).collect()
            })
            .collect(),
    };
    let is_asked = |items: &[usize]| items.iter().any(|at| set.items[*at].counts());
    (0..)
        .zip(sets)
        .filter(|(_, items)| is_asked(items))
        .map(|(row, items)| (row, group(lines, Some(&items))))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(n: u64, is_told: bool) -> Group {
        Group { n, people: n, share: Share { num: n, den: 2 * n }, is_told }
    }

    fn month(units: &[(i64, Group)]) -> Sheet {
        let groups: BTreeMap<i64, Group> = units.iter().copied().collect();
        let is_listed = groups.values().any(|group| group.is_told);
        let rows = Rows { groups, is_listed, is_exact: true };
        let n = units.iter().map(|(_, group)| group.n).sum();
        Sheet { whole: told(n, true), is_exact: true, rows: [(By::Unit, rows)].into() }
    }

    #[test]
    fn a_sum_tells_what_every_month_tells() {
        let months = [
            month(&[(1, told(200, true)), (2, told(120, true)), (3, told(4, false))]),
            month(&[(1, told(150, true)), (3, told(30, true)), (4, told(12, true))]),
        ];
        let sum = Sheet::sum(&months);
        let units = &sum.rows[&By::Unit];
        let rows: Vec<(i64, u64, bool)> =
            units.groups.iter().map(|(at, group)| (*at, group.n, group.is_told)).collect();
        // Nobody named unit 4 in the first month, and that was to be seen.
        assert_eq!(rows, [(1, 350, true), (2, 120, true), (3, 34, false), (4, 12, true)]);
        assert_eq!((sum.whole.n, sum.whole.is_told), (516, true));
    }

    #[test]
    fn a_month_that_lists_no_row_leaves_none_to_the_sum() {
        let months = [month(&[(1, told(200, true))]), month(&[(2, told(4, false))])];
        let sum = Sheet::sum(&months);
        assert!(!sum.rows[&By::Unit].is_listed);
        assert!(sum.rows[&By::Unit].groups.values().all(|group| !group.is_told));
    }
}
