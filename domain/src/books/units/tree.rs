//! No unit stands above itself, on whatever day.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;

use crate::{
    books::{
        content::UnitText, lineage::Link, overlay::Entry, references::Units, version::Proposal,
    },
    day,
    fault::{Fault, Reason},
};

/// Units that stand above themselves on some day. A circle is whole on the day its newest version
/// begins, or on the day from which another unit stands for one in it, so it is enough to climb from
/// every version on such days.
pub fn circles(units: &Units) -> Vec<Fault> {
    let ends = |unit| units.of(unit).iter().filter_map(|one| one.version.period.to.map(day::next));
    let passed = |link: &Link| std::iter::once(link.day).chain(ends(link.from));
    let passed: BTreeSet<NaiveDate> = units.links.iter().flat_map(passed).collect();
    let climbs = units.all.iter().flat_map(|one| {
        let period = one.version.period;
        let days = passed.iter().copied().filter(move |day| period.holds(*day));
        let days = std::iter::once(period.from).chain(days);
        days.filter_map(|day| climb(units, one, day))
    });
    let rows: BTreeMap<usize, &Proposal<UnitText>> = climbs.map(|row| (row.number, row)).collect();
    rows.into_values().map(|row| row.fault("parent", Reason::Circle, "")).collect()
}

/// The first row on the way up from a version that leads back to it. Where the way ends in a
/// circle further up, that circle is found from its own units.
fn climb<'a>(
    units: &Units<'a>,
    start: &'a Entry<'a, UnitText>,
    day: NaiveDate,
) -> Option<&'a Proposal<UnitText>> {
    let (mut one, mut row) = (start, start.row);
    let mut visited = HashSet::new();
    while visited.insert(one.identity) {
        let parent = one.version.content.parent.as_deref()?;
        one = units.on(units.identities.get(parent)?, day)?;
        row = row.or(one.row);
    }
    // A merger that closes a circle has rows further up: the merged units'.
    let row = row.or_else(|| units.all.iter().find_map(|one| one.row));
    row.filter(|_| one.identity == start.identity)
}
