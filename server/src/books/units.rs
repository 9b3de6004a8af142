//! Units: a tree that is whole on every day, whose versions stay as ballots found them.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use domain::books::lineage::Link;

use super::versions::{self, Change, Identities, Key, Laid, Merged, Placed, Row, Units, dangling};
use crate::{
    error::Error,
    import::fault::{Fault, Reason},
    store::{
        Tx, lineage,
        units::{self, Unit},
    },
};

/// What a change is besides its rows.
#[derive(Default)]
pub struct Also {
    /// Codes that units which are there already take on.
    pub renamed: Vec<(String, i64)>,
    /// Which units come out of which, by their codes.
    pub links: Vec<NewLink>,
}

/// A unit comes out of another, by their codes.
pub struct NewLink {
    /// The identity it comes from.
    pub from: i64,
    /// The code it goes to.
    pub to: String,
    /// The rest.
    pub link: Link,
}

/// Lays rows over the units, and writes them if nothing is wrong and they shall be.
pub async fn lay(
    tx: &mut Tx,
    mut rows: Vec<Row<Unit>>,
    also: Also,
    apply: bool,
) -> Result<Laid, Error> {
    let stored = units::all(tx).await?;
    let mut identities = Identities::new(&stored, &[]);
    for (code, identity) in &also.renamed {
        identities = identities.with(code, *identity);
    }
    for row in &rows {
        identities.add(&row.version.code);
    }
    let parents = rows.iter_mut().filter_map(|row| row.version.content.parent.as_mut());
    versions::name_alike(parents, &identities, &versions::codes(&stored));
    let mut links = lineage::all(tx).await?;
    links.extend(also.links.iter().map(|new| new.resolved(&identities)));
    let (merged, mut faults) = versions::merge(&stored, &rows, Key::CodeAndDay, &identities);
    let last_days = units::last_days(tx).await?;
    faults.extend(wrong(&merged, &identities, &links, &last_days));
    let laid = Laid::of(&merged, faults);
    if apply && laid.faults.is_empty() {
        write(tx, &merged.changes, &mut identities).await?;
        for new in &also.links {
            lineage::add(tx, &new.resolved(&identities)).await?;
        }
    }
    Ok(laid)
}

impl NewLink {
    fn resolved(&self, identities: &Identities) -> Link {
        let to = identities.get(&self.to).unwrap_or_default();
        Link { from: self.from, to, ..self.link.clone() }
    }
}

fn wrong(
    merged: &Merged<Unit>,
    identities: &Identities,
    links: &[Link],
    last_days: &HashMap<i64, NaiveDate>,
) -> Vec<Fault> {
    let units = Units { all: &merged.all, identities, links };
    let mut faults = dangling(&merged.all, "parent", |unit| unit.parent.as_deref(), &units);
    faults.extend(circles(&units));
    faults.extend(merged.changes.iter().flat_map(|change| frozen(change, last_days)));
    faults
}

/// Units that stand above themselves on some day. A circle is whole on the day its newest version
/// begins, or a unit in it is merged, so it is enough to climb from every version on such days.
fn circles(units: &Units) -> Vec<Fault> {
    let climbs = units.all.iter().flat_map(|one| {
        let merged = units.links.iter().map(|link| link.day);
        let days = merged.filter(|day| one.version.period.holds(*day));
        let days = std::iter::once(one.version.period.from).chain(days).collect::<BTreeSet<_>>();
        days.into_iter().filter_map(|day| climb(units, one, day))
    });
    let rows: BTreeSet<usize> = climbs.collect();
    rows.into_iter().map(|row| Fault::at(row, "parent", Reason::Circle)).collect()
}

/// The first row on the way up from a version that leads back to it. Where the way ends in a
/// circle further up, that circle is found from its own units.
fn climb(units: &Units, start: &Placed<Unit>, day: NaiveDate) -> Option<usize> {
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

/// What a change would do to a version that ballots are stamped with: only its end may move.
fn frozen(change: &Change<Unit>, last_days: &HashMap<i64, NaiveDate>) -> Vec<Fault> {
    let Some((before, last)) =
        change.before.and_then(|before| Some((&before.version, *last_days.get(&before.id)?)))
    else {
        return Vec::new();
    };
    let (row, after) = (change.row.number, &change.row.version);
    let (old, new) = (&before.content, &after.content);
    let changed = [
        ("name", old.name.vi != new.name.vi),
        ("name_en", old.name.en != new.name.en),
        ("parent", old.parent != new.parent),
        ("decision", old.decision != new.decision),
        ("note", old.note != new.note),
    ];
    let mut faults: Vec<Fault> = changed
        .into_iter()
        .filter(|(_, changed)| *changed)
        .map(|(column, _)| Fault::at(row, column, Reason::Frozen))
        .collect();
    if after.period.to.is_some_and(|to| to < last) {
        faults.push(Fault::at(row, "valid_to", Reason::EndsBeforeBallots(last)));
    }
    faults
}

async fn write(
    tx: &mut Tx,
    changes: &[Change<'_, Unit>],
    identities: &mut Identities,
) -> Result<(), Error> {
    for Change { row, .. } in changes {
        let number = identities.add(&row.version.code);
        if number < 0 {
            identities.drawn(number, units::create(tx).await?);
        }
    }
    for Change { row, .. } in changes {
        let parent = row.version.content.parent.as_ref().and_then(|code| identities.get(code));
        units::put(tx, identities.add(&row.version.code), parent, &row.version).await?;
    }
    Ok(())
}
