//! What is stored and what a file says, laid together: versions of one code never meet, and what
//! they refer to is there on all their days.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    catalogue::of_code,
    day::{self, Period},
};

use super::{
    fault::{Fault, Reason},
    fields,
};
use crate::store::{
    units::Unit,
    versions::{Stored, Version},
};

/// A line of a file.
pub type Row<T> = fields::Row<Version<T>>;

/// What tells two entries apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The code: there is one entry for each.
    Code,
    /// The code and the first day: an entry is one version of several.
    CodeAndDay,
}

/// The books as they would be after the import.
pub struct Merged<'a, T> {
    /// Every entry, by code and first day.
    pub all: Vec<Placed<'a, T>>,
    /// The lines that say something new.
    pub changes: Vec<Change<'a, T>>,
}

/// An entry, and the line it stands in; no line, where the file does not speak of it.
pub struct Placed<'a, T> {
    /// What it says.
    pub version: &'a Version<T>,
    /// The line's number.
    pub row: Option<usize>,
}

/// A line to be written, and what is stored in its place.
pub struct Change<'a, T> {
    /// The line.
    pub row: &'a Row<T>,
    /// What stands there now.
    pub before: Option<&'a Stored<T>>,
}

/// Lays a file over what is stored; names lines that repeat another, and versions that meet.
pub fn merge<'a, T: PartialEq>(
    stored: &'a [Stored<T>],
    rows: &'a [Row<T>],
    key: Key,
) -> (Merged<'a, T>, Vec<Fault>) {
    let key_of = |version: &'a Version<T>| -> (&'a str, Option<NaiveDate>) {
        (&version.code, (key == Key::CodeAndDay).then_some(version.period.from))
    };
    let before: HashMap<_, &Stored<T>> =
        stored.iter().map(|stored| (key_of(&stored.version), stored)).collect();
    let (mut faults, mut changes) = (Vec::new(), Vec::new());
    let mut lines: HashMap<_, &Row<T>> = HashMap::new();
    for row in rows {
        let key = key_of(&row.version);
        if let Some(first) = lines.get(&key) {
            faults.push(Fault::at(row.number, "code", Reason::Duplicate(first.number)));
            continue;
        }
        lines.insert(key, row);
        let before = before.get(&key).copied();
        if before.is_none_or(|before| before.version != row.version) {
            changes.push(Change { row, before });
        }
    }
    let untouched = stored.iter().filter(|one| !lines.contains_key(&key_of(&one.version)));
    let mut all: Vec<Placed<T>> = untouched
        .map(|one| Placed { version: &one.version, row: None })
        .chain(lines.values().map(|row| Placed { version: &row.version, row: Some(row.number) }))
        .collect();
    all.sort_by_key(|one| (one.version.code.as_str(), one.version.period.from));
    faults.extend(overlaps(&all));
    (Merged { all, changes }, faults)
}

/// What is stored, as it stands.
pub fn stored_only<T>(stored: &[Stored<T>]) -> Vec<Placed<'_, T>> {
    let mut all: Vec<Placed<T>> =
        stored.iter().map(|one| Placed { version: &one.version, row: None }).collect();
    all.sort_by_key(|one| (one.version.code.as_str(), one.version.period.from));
    all
}

/// The identity of each code.
pub fn identities<T>(stored: &[Stored<T>]) -> HashMap<String, i64> {
    stored.iter().map(|one| (one.version.code.clone(), one.identity)).collect()
}

/// The code of each unit's identity.
pub fn codes(units: &[Stored<Unit>]) -> HashMap<i64, String> {
    units.iter().map(|one| (one.identity, one.version.code.clone())).collect()
}

/// References to a unit that is not there at all, or not on every day of the entry.
///
/// Entries that the file does not speak of were sound before; the fault is then with the line that
/// shortened the unit, if there is one.
pub fn dangling<T, U>(
    all: &[Placed<T>],
    column: &str,
    unit_of: impl Fn(&T) -> Option<&str>,
    units: &[Placed<U>],
) -> Vec<Fault> {
    let check = |one: &Placed<T>| {
        let code = unit_of(&one.version.content)?;
        let versions = of_code(units, |unit| &unit.version.code, code);
        let reason = match versions {
            [] => Reason::UnknownUnit(code.to_owned()),
            versions if covered(one.version.period, versions) => return None,
            _ => Reason::UnitNotValidThen(code.to_owned()),
        };
        match one.row {
            Some(row) => Some(Fault::at(row, column, reason)),
            None => {
                let row = versions.iter().find_map(|version| version.row)?;
                let below = one.version.code.clone();
                Some(Fault::at(row, "valid_to", Reason::LeavesUnitBelow(below)))
            }
        }
    };
    all.iter().filter_map(check).collect()
}

fn overlaps<T>(all: &[Placed<T>]) -> Vec<Fault> {
    let meet = |pair: &[Placed<T>]| {
        let [before, after] = pair else { return None };
        let (first, second) = (before.version, after.version);
        if first.code != second.code || !first.period.meets(second.period) {
            return None;
        }
        let other = |one: &Placed<T>| Reason::Overlap(one.version.period.from, one.row);
        after
            .row
            .map(|row| Fault::at(row, "valid_from", other(before)))
            .or(before.row.map(|row| Fault::at(row, "valid_to", other(after))))
    };
    all.windows(2).filter_map(meet).collect()
}

/// Whether versions, in order of their first days, cover every day of a period together.
fn covered<T>(period: Period, versions: &[Placed<T>]) -> bool {
    let mut open = period.from;
    for version in versions.iter().map(|one| one.version.period) {
        match version.to {
            _ if version.from > open => return false,
            None => return true,
            Some(last) if last >= open => open = day::next(last),
            Some(_) => {}
        }
        if period.to.is_some_and(|last| last < open) {
            return true;
        }
    }
    false
}
