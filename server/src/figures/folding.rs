//! Stored rows summed by what was asked for.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Catalogue, Instrument, Method, Sampling,
    figures::{
        index::{self, By, Cell, IndexRow, Rows, SamplingCount},
        tally::BALLOT,
    },
};

use super::Question;
use crate::store::tallies::{Counts, TallyKey};

/// Stored rows summed by what was asked for.
#[derive(Default)]
pub(super) struct Folded {
    groups: BTreeMap<i64, Counts>,
    sampling: BTreeMap<i64, u64>,
    all: Counts,
    /// All ballots of these months, whatever they are about: what small groups borrow from. By month each
    /// borrows from its own, so that its figure is the same however many months are asked for.
    wholes: BTreeMap<i64, Counts>,
    /// Ballots that are in a group.
    named: u64,
}

impl Folded {
    /// Sums the rows that the question is about.
    pub(super) fn new(
        rows: &[(TallyKey, Counts)],
        question: &Question,
        by: By,
        books: &Catalogue,
    ) -> Self {
        let units: HashMap<i64, i64> =
            books.units.iter().map(|version| (version.id, version.unit)).collect();
        let mut folded = Self::default();
        let is_asked = |(key, _): &&(TallyKey, Counts)| question.months().contains(&key.period);
        for (key, counts) in rows.iter().filter(is_asked) {
            let whole = if by == By::Month { key.period } else { 0 };
            folded.wholes.entry(whole).or_default().add(counts);
            let unit = units.get(&key.unit).copied().unwrap_or(0);
            if question.asks_of(unit, key.procedure) {
                folded.add((key, counts), unit, by);
            }
        }
        folded
    }

    fn add(&mut self, (key, counts): (&TallyKey, &Counts), unit: i64, by: By) {
        // Ballots that name none are no group of their own: they count in the whole alone, so that
        // they take no part in what is withheld of others.
        let group = group(key, unit, by);
        if group != 0 || matches!(by, By::Factor | By::Item) {
            self.groups.entry(group).or_default().add(counts);
            self.named += counts.ballots();
        }
        *self.sampling.entry(key.sampling).or_default() += counts.ballots();
        self.all.add(counts);
    }

    /// The groups as rows, each under its number; of the items only those whose place is held to count.
    pub(super) fn rows(
        &self,
        by: By,
        set: &Instrument,
        method: Method,
        counts: impl Fn(i64) -> bool,
    ) -> Vec<(i64, IndexRow)> {
        let of = |rows: &BTreeMap<i64, Counts>| {
            let rows = rows.iter().map(|(group, counts)| (*group, counts));
            groups(rows, by, set, &counts)
        };
        let (wholes, mine) = (of(&self.wholes), of(&self.groups));
        let all = whole_of(&self.all, set, &counts);
        let rows = Rows { by, set, method, groups: mine, all };
        let has_own = matches!(by, By::Factor | By::Item | By::Month);
        index::beside(&rows, |key| wholes.get(if has_own { &key } else { &0 }))
    }

    /// The row of all groups together.
    pub(super) fn total(&self, by: By, set: &Instrument, method: Method) -> IndexRow {
        let mut whole = Counts::default();
        self.wholes.values().for_each(|counts| whole.add(counts));
        let [all, whole] = [&self.all, &whole].map(|counts| whole_of(counts, set, &|_| true));
        index::row(&all, &whole, by, set, method)
    }

    /// How many of all ballots are in a group, in percent.
    pub(super) fn named(&self) -> Option<String> {
        index::named(self.named, self.all.ballots())
    }

    /// How many ballots came by each way of sampling.
    pub(super) fn sampling(&self) -> Vec<SamplingCount> {
        let kinds = self.sampling.iter();
        kinds
            .filter_map(|(kind, n)| {
                Some(SamplingCount { kind: Sampling::from_number(*kind)?, n: Some(*n) })
            })
            .collect()
    }
}

/// The group of a row whose unit this is.
fn group(key: &TallyKey, unit: i64, by: By) -> i64 {
    match by {
        By::Unit => unit,
        By::Procedure => key.procedure,
        By::Month => key.period,
        By::Channel => key.channel,
        By::Sampling => key.sampling,
        By::Factor | By::Item => 0,
    }
}

/// Counts as groups of a kind, with the sums over their people where those are of the items that count.
fn groups<'a>(
    rows: impl Iterator<Item = (i64, &'a Counts)> + Clone,
    by: By,
    set: &Instrument,
    counts: &impl Fn(i64) -> bool,
) -> BTreeMap<i64, index::Group> {
    let cells: Vec<Cell> = rows
        .clone()
        .flat_map(|(group, counts)| cells(group, counts))
        .filter(|cell| cell.item == BALLOT || counts(cell.item))
        .collect();
    let is_whole = (1..).zip(&set.items).all(|(place, item)| !item.counts() || counts(place));
    let sums: HashMap<i64, &Counts> = rows.filter(|_| is_whole).collect();
    let products = |key: i64| match by {
        By::Factor => sums.get(&0)?.products_of(usize::try_from(key).ok()? + 1),
        By::Item => None,
        _ => sums.get(&key)?.products_of(0),
    };
    let groups = index::group(&cells, by, set).into_iter();
    groups.map(|(key, group)| (key, group.with(products(key)))).collect()
}

/// Counts as one group with all its items.
fn whole_of(counts: &Counts, set: &Instrument, is_counted: &impl Fn(i64) -> bool) -> index::Group {
    let mut groups = groups([(0, counts)].into_iter(), By::Unit, set, is_counted);
    groups.remove(&0).unwrap_or_default()
}

/// The counts of a row as cells of a group.
fn cells(group: i64, counts: &Counts) -> impl Iterator<Item = Cell> + '_ {
    counts.tallies().map(move |(item, tally)| Cell { group, item, tally })
}
