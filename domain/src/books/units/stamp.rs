//! What ballots are stamped with stays as they found it.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    books::{
        content::UnitText,
        lineage::{Descent, Link},
        overlay::Difference,
        references::Units,
    },
    fault::{Fault, Reason},
};

/// What a change would do to a version that ballots are stamped with: only its end may move. It may
/// move before the last of them where something goes on in its place, as when a decision comes late:
/// they stay with the version they were given under.
pub fn frozen(
    difference: &Difference<UnitText>,
    last_days: &HashMap<i64, NaiveDate>,
    units: &Units,
) -> Vec<Fault> {
    let stamped = difference.before.and_then(|it| Some((it, *last_days.get(&it.id)?)));
    let Some((stored, last)) = stamped else { return Vec::new() };
    let before = &stored.version;
    let (row, after) = (difference.row, &difference.row.version);
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
        .map(|(column, _)| row.fault(column, Reason::Frozen, ""))
        .collect();
    if after.period.to.is_some_and(|to| to < last) && !goes_on(units, stored.identity, last) {
        faults.push(row.fault("valid_to", Reason::EndsBeforeBallots(last), ""));
    }
    faults
}

/// Whether a unit is there on a day, or what it was merged into or divided among.
fn goes_on(units: &Units, unit: i64, day: NaiveDate) -> bool {
    let is_divided =
        |link: &Link| link.from == unit && link.kind == Descent::Split && link.day <= day;
    units.on(unit, day).is_some() || units.links.iter().any(is_divided)
}
