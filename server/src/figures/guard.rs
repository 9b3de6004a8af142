//! What would give away a unit that is too small: answers to other questions, and about other months.
//!
//! The same units are withheld whatever is asked, and what is told of units is told for whole stretches
//! of months alone. In each stretch every unit that is told has enough people, and those withheld are
//! two at least, with enough people together. So sums and differences of answers lead to stretches
//! again, and of the withheld ones to their sum.

mod verdict;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use domain::{
    Catalogue, Instrument,
    day::Month,
    figures::{
        index,
        publish::{People, hidden},
    },
};

pub(super) use self::verdict::Verdict;
use super::folding;
use crate::store::tallies::{Counts, TallyKey};

/// The counts of some units.
type ByUnit = BTreeMap<i64, Counts>;

/// What may be told of units, and of which months together.
#[derive(Debug, Default)]
pub(super) struct Guard {
    /// The fewest people of a unit that is told.
    floor: u64,
    /// The unit of each version.
    units: HashMap<i64, i64>,
    /// The units of any ballot.
    all: BTreeSet<i64>,
    /// The units that are not told.
    withheld: BTreeSet<i64>,
    /// The stretches: the first and the last month of each.
    stretches: Vec<(i64, i64)>,
}

impl Guard {
    /// Looks at all months of an instrument.
    pub(super) fn new(
        rows: &[(TallyKey, Counts)],
        books: &Catalogue,
        set: &Instrument,
        floor: u64,
    ) -> Self {
        let units = books.units.iter().map(|version| (version.id, version.unit)).collect();
        let mut guard = Self { floor, units, ..Self::default() };
        let mut months: BTreeMap<i64, ByUnit> = BTreeMap::new();
        let mut whole = ByUnit::new();
        for (key, counts) in rows {
            let unit = guard.unit(key);
            if unit == 0 {
                // Ballots that name no unit are nobody's: they are told with the whole alone.
                continue;
            }
            months.entry(key.period).or_default().entry(unit).or_default().add(counts);
            whole.entry(unit).or_default().add(counts);
        }
        let people: Vec<u64> = whole.values().map(|counts| people(counts, set)).collect();
        let hidden = hidden(&people, floor, People::Apart);
        guard.withheld = whole.keys().zip(hidden).filter(|it| it.1).map(|it| *it.0).collect();
        guard.all = whole.into_keys().collect();
        guard.stretches = guard.cut(&months, set);
        guard
    }

    /// The unit of a row, 0 where none is named.
    fn unit(&self, key: &TallyKey) -> i64 {
        self.units.get(&key.unit).copied().unwrap_or(0)
    }

    /// Cuts the months as finely as may be; what is left at the end goes with the last stretch.
    fn cut(&self, months: &BTreeMap<i64, ByUnit>, set: &Instrument) -> Vec<(i64, i64)> {
        let mut stretches: Vec<(i64, i64)> = Vec::new();
        let mut open = ByUnit::new();
        let mut first = None;
        for (month, units) in months {
            for (unit, counts) in units {
                open.entry(*unit).or_default().add(counts);
            }
            let begun = *first.get_or_insert(*month);
            if self.is_safe(&open, set) {
                stretches.push((begun, *month));
                (open, first) = (ByUnit::new(), None);
            }
        }
        if let (Some(begun), Some((end, _))) = (first, months.last_key_value()) {
            match stretches.last_mut() {
                Some((_, last)) => *last = *end,
                None => stretches.push((begun, *end)),
            }
        }
        stretches
    }

    fn is_safe(&self, units: &ByUnit, set: &Instrument) -> bool {
        let shown = units.iter().filter(|(unit, _)| !self.withheld.contains(unit));
        let is_enough = |counts| !(1..self.floor).contains(&people(counts, set));
        shown.map(|(_, counts)| counts).all(is_enough)
            && !self.is_given_away(units, &|unit| self.withheld.contains(&unit), set)
    }

    /// Whether the sum of the units that are not told gives one of them away.
    fn is_given_away(
        &self,
        units: &ByUnit,
        is_withheld: &dyn Fn(i64) -> bool,
        set: &Instrument,
    ) -> bool {
        let withheld = units.iter().filter(|(unit, _)| is_withheld(**unit));
        let people: Vec<u64> =
            withheld.map(|(_, counts)| people(counts, set)).filter(|n| *n > 0).collect();
        !people.is_empty() && (people.len() < 2 || people.iter().sum::<u64>() < self.floor)
    }

    /// Whether a unit is not told in these months: never, or not in them alone.
    fn is_withheld(&self, unit: i64, from: Month, to: Month) -> bool {
        let (from, to) = (from.number(), to.number());
        let is_cut = |(first, last): &(i64, i64)| {
            let is_within = from <= *first && *last <= to;
            let is_without = *last < from || to < *first;
            !is_within && !is_without
        };
        self.withheld.contains(&unit) || self.stretches.iter().any(is_cut)
    }
}

/// What a small group is judged by.
fn people(counts: &Counts, set: &Instrument) -> u64 {
    let mut group = index::Group::default();
    folding::cells(0, counts).for_each(|cell| group.add(&cell));
    group.answered(set)
}
