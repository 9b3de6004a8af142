//! What ballots are stamped with stays as they found it.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    books::{content::UnitText, overlay::Difference},
    fault::{Fault, Reason},
};

/// What a change would do to a version that ballots are stamped with: only its end may move, and
/// not before the last of them.
pub fn frozen(
    difference: &Difference<UnitText>,
    last_days: &HashMap<i64, NaiveDate>,
) -> Vec<Fault> {
    let Some((before, last)) =
        difference.before.and_then(|before| Some((&before.version, *last_days.get(&before.id)?)))
    else {
        return Vec::new();
    };
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
    if after.period.to.is_some_and(|to| to < last) {
        faults.push(row.fault("valid_to", Reason::EndsBeforeBallots(last), ""));
    }
    faults
}
