//! What a series counts of some months: each month of the version that owns it.

use std::ops::Range;

use domain::{Instrument, Method, Tally, ballot::instrument::Item, figures::measure::Measure};

use super::{Series, Slice, is_asked};
use crate::store::tallies::Counts;

impl Series {
    /// What the version that owns these months says of them, with all its items; where several own them, what
    /// all versions ask alike.
    pub fn measure(&self, slice: &Slice, months: Range<usize>) -> Measure {
        let (owners, codes) = self.owned(&months);
        self.pooled(slice, &owners, &months, codes)
    }

    /// What can be compared with other months: of every month its own version, and of that the items that
    /// all versions ask alike.
    pub fn compared(&self, slice: &Slice, months: Range<usize>) -> Measure {
        let (owners, _) = self.owned(&months);
        self.pooled(slice, &owners, &months, &self.comparable)
    }

    /// The versions that own some months, the newest first, and the items that are told of them: all of one
    /// version, for which no code is named, or those that all versions ask alike.
    fn owned(&self, months: &Range<usize>) -> (Vec<usize>, &[String]) {
        let mut owners: Vec<usize> =
            self.owners[months.clone()].iter().flatten().copied().collect();
        owners.sort_unstable();
        owners.dedup();
        let codes = if owners.len() > 1 { self.comparable.as_slice() } else { &[] };
        (owners, codes)
    }

    /// Measures of several versions, as a part of everybody's.
    fn pooled(
        &self,
        slice: &Slice,
        versions: &[usize],
        months: &Range<usize>,
        codes: &[String],
    ) -> Measure {
        let (mut own, mut whole) = (Measure::default(), Measure::default());
        for version in versions {
            let Some(set) = self.version(*version) else { continue };
            own += measured(slice, set, codes, &self.counts(slice, *version, months));
            whole += measured(slice, set, codes, &self.everybody(*version, months));
        }
        own.within(whole)
    }

    /// How often each level was given in some months, of the very answers that [`Self::measure`] counts.
    pub fn levels(&self, slice: &Slice, months: Range<usize>) -> Tally {
        let mut levels = Tally::default();
        let (owners, codes) = self.owned(&months);
        for version in owners {
            let Some(set) = self.version(version) else { continue };
            for (place, tally) in self.counts(slice, version, &months).tallies() {
                let item = usize::try_from(place - 1).ok().and_then(|at| set.items.get(at));
                if item.is_some_and(|item| item.counts() && is_asked(slice, codes, item)) {
                    levels += tally;
                }
            }
        }
        levels
    }

    /// The counts of one version in those of some months that it owns.
    fn counts(&self, slice: &Slice, version: usize, months: &Range<usize>) -> Counts {
        let mut counts = Counts::default();
        for at in months.clone().filter(|at| self.owners[*at] == Some(version)) {
            let rows = self.rows[at].iter().filter(|row| row.version == version);
            rows.filter(|row| slice.holds(row)).for_each(|row| counts.add(&row.counts));
        }
        counts
    }

    /// The same of everybody, whatever they are about and whoever reads.
    fn everybody(&self, version: usize, months: &Range<usize>) -> Counts {
        let mut counts = Counts::default();
        for at in months.clone().filter(|at| self.owners[*at] == Some(version)) {
            self.wholes[at].get(&version).into_iter().for_each(|more| counts.add(more));
        }
        counts
    }

    /// Every item that counts of the set that owns the period, each on its own; its slice's items do not
    /// matter. Months of other versions count where those ask it alike.
    pub fn each_item(&self, slice: &Slice, months: Range<usize>) -> Vec<(&str, Measure)> {
        let (Some(set), own) = (self.set(), self.owner()) else { return Vec::new() };
        let (owners, _) = self.owned(&months);
        let counts = owners.into_iter().filter_map(|version| {
            Some((version, self.version(version)?, self.counts(slice, version, &months)))
        });
        let counts: Vec<(usize, &Instrument, Counts)> = counts.collect();
        let items = set.items.iter().filter(|item| item.counts());
        items
            .map(|item| {
                let is_it = |other: &Item| other.code == item.code;
                let is_alike = self.comparable.contains(&item.code);
                let mut all = Measure::default();
                for (_, set, counts) in counts.iter().filter(|it| it.0 == own || is_alike) {
                    all += Measure::of(counts.tallies(), set, Method::TopTwo, is_it);
                }
                (item.code.as_str(), all)
            })
            .collect()
    }

    /// Every question beside the index, with how many of its answers told of trouble: any level but the
    /// lowest.
    pub fn troubles(&self, months: Range<usize>) -> Vec<(&Item, u64, u64)> {
        let Some(set) = self.set() else { return Vec::new() };
        let counts = self.counts(&Slice::default(), self.owner(), &months);
        let told = counts.tallies().filter_map(|(place, tally)| {
            let item = set.items.get(usize::try_from(place - 1).ok()?)?;
            let all = tally.answered();
            (!item.counts()).then(|| (item, all - tally.levels[0], all))
        });
        told.collect()
    }
}

/// What counts of one version say of an indicator, with how far one person's answers hang together where that
/// is known of these very items.
fn measured(slice: &Slice, set: &Instrument, codes: &[String], counts: &Counts) -> Measure {
    let products = slice.items.part(set).filter(|_| {
        let mut part = set.items.iter().filter(|item| item.counts() && slice.items.hold(item));
        part.all(|item| is_asked(slice, codes, item))
    });
    let products = products.and_then(|part| counts.products_of(part));
    let is_asked = |item: &Item| is_asked(slice, codes, item);
    Measure::of(counts.tallies(), set, Method::TopTwo, is_asked).with(products)
}
