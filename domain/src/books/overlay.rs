//! What is stored and what is said, laid together: versions of one entry never meet.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    identities::Identities,
    version::{Proposal, Stored, Version},
};
use crate::fault::{Fault, Reason};

/// What tells two entries apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The code: there is one entry for each.
    Code,
    /// The code and the first day: an entry is one version of several.
    CodeAndDay,
}

/// The entries of one kind as they would be after a change.
pub struct Overlay<'a, T> {
    /// Every entry, by identity and first day.
    pub all: Vec<Entry<'a, T>>,
    /// The rows that say something new.
    pub differences: Vec<Difference<'a, T>>,
}

/// An entry, and the row that says it; no row, where nothing is said of it.
pub struct Entry<'a, T> {
    /// The identity behind all its versions.
    pub identity: i64,
    /// What it says.
    pub version: &'a Version<T>,
    /// The row.
    pub row: Option<&'a Proposal<T>>,
}

/// A row to be written, and what is stored in its place.
pub struct Difference<'a, T> {
    /// The row.
    pub row: &'a Proposal<T>,
    /// What stands there now.
    pub before: Option<&'a Stored<T>>,
}

/// Lays rows over what is stored; names rows that repeat another, and versions that meet.
pub fn lay<'a, T: PartialEq>(
    stored: &'a [Stored<T>],
    rows: &'a [Proposal<T>],
    key: Key,
    identities: &Identities,
) -> (Overlay<'a, T>, Vec<Fault>) {
    let key_of = |version: &'a Version<T>| -> (&'a str, Option<NaiveDate>) {
        (&version.code, (key == Key::CodeAndDay).then_some(version.period.from))
    };
    let before: HashMap<_, &Stored<T>> =
        stored.iter().map(|stored| (key_of(&stored.version), stored)).collect();
    let (mut faults, mut differences) = (Vec::new(), Vec::new());
    let mut first: HashMap<_, &Proposal<T>> = HashMap::new();
    for row in rows {
        let key = key_of(&row.version);
        if let Some(first) = first.get(&key) {
            faults.push(row.fault("code", Reason::Twice, &first.number.to_string()));
            continue;
        }
        first.insert(key, row);
        let before = before.get(&key).copied();
        if before.is_none_or(|before| before.version != row.version) {
            differences.push(Difference { row, before });
        }
    }
    let entry = |version: &'a Version<T>, row| {
        let identity = identities.get(&version.code).unwrap_or_default();
        Entry { identity, version, row }
    };
    let untouched = stored.iter().filter(|one| !first.contains_key(&key_of(&one.version)));
    let untouched = untouched.map(|one| entry(&one.version, None));
    let said = first.values().map(|row| entry(&row.version, Some(*row)));
    let all = in_order(untouched.chain(said).collect());
    faults.extend(overlaps(&all));
    (Overlay { all, differences }, faults)
}

/// What is stored, as it stands.
pub fn stored_only<T>(stored: &[Stored<T>]) -> Vec<Entry<'_, T>> {
    in_order(
        stored
            .iter()
            .map(|one| Entry { identity: one.identity, version: &one.version, row: None })
            .collect(),
    )
}

fn in_order<T>(mut all: Vec<Entry<'_, T>>) -> Vec<Entry<'_, T>> {
    all.sort_by_key(|one| (one.identity, one.version.period.from));
    all
}

fn overlaps<T>(all: &[Entry<T>]) -> Vec<Fault> {
    let meet = |pair: &[Entry<T>]| {
        let [before, after] = pair else { return None };
        let (first, second) = (before.version.period, after.version.period);
        if before.identity != after.identity || !first.meets(second) {
            return None;
        }
        let fault = |row: &Proposal<T>, column, other: &Entry<T>| {
            let line = other.row.and_then(Proposal::line);
            let line = line.map(|line| line.to_string()).unwrap_or_default();
            row.fault(column, Reason::Overlap(other.version.period.from), &line)
        };
        let later = after.row.map(|row| fault(row, "valid_from", before));
        later.or_else(|| before.row.map(|row| fault(row, "valid_to", after)))
    };
    all.windows(2).filter_map(meet).collect()
}
