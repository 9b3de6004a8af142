//! Stored rows summed by what was asked for.

use std::collections::{BTreeMap, HashMap};

use domain::{
    Catalogue, Instrument, Method, Sampling,
    figures::{
        index::{self, By, Cell, IndexRow, SamplingCount},
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
        for (key, counts) in rows {
            let TallyKey { period, unit: version, procedure, sampling, .. } = key;
            let unit = units.get(version).copied().unwrap_or(0);
            if question.units.as_ref().is_some_and(|family| !family.contains(&unit))
                || question.procedure.is_some_and(|wanted| wanted != *procedure)
                || !question.months().contains(period)
            {
                continue;
            }
            // Ballots that name none are no group of their own: they count in the whole alone, so that
            // they take no part in what is withheld of others.
            let group = group(key, unit, by);
            if group != 0 || matches!(by, By::Factor | By::Item) {
                folded.groups.entry(group).or_default().add(counts);
                folded.named += counts.ballots();
            }
            *folded.sampling.entry(*sampling).or_default() += counts.ballots();
            folded.all.add(counts);
        }
        folded
    }

    /// The groups as rows, each under its number; of the items only those whose place is held to count.
    pub(super) fn rows(
        &self,
        by: By,
        set: &Instrument,
        method: Method,
        counts: impl Fn(i64) -> bool,
    ) -> Vec<(i64, IndexRow)> {
        let all = self.groups.iter().flat_map(|(group, counts)| cells(*group, counts));
        let cells: Vec<Cell> =
            all.filter(|cell| cell.item == BALLOT || counts(cell.item)).collect();
        index::group(&cells, by, set)
            .into_iter()
            .map(|(key, group)| (key, index::row(&group, by, set, method)))
            .collect()
    }

    /// All groups together.
    pub(super) fn total(&self) -> index::Group {
        let mut total = index::Group::default();
        cells(0, &self.all).for_each(|cell| total.add(&cell));
        total
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
pub(super) fn group(key: &TallyKey, unit: i64, by: By) -> i64 {
    match by {
        By::Unit => unit,
        By::Procedure => key.procedure,
        By::Month => key.period,
        By::Channel => key.channel,
        By::Sampling => key.sampling,
        By::Factor | By::Item => 0,
    }
}

/// The counts of a row as cells of a group.
pub(super) fn cells(group: i64, counts: &Counts) -> impl Iterator<Item = Cell> + '_ {
    counts.tallies().map(move |(item, tally)| Cell { group, item, tally })
}
