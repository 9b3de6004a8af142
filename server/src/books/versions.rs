//! What is stored and what is said, laid together: versions of one entry never meet, and what they
//! refer to is there on all their days.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    books::lineage::{Link, standing_for},
    day::{self, Period},
};

use crate::{
    import::fault::{Fault, Reason},
    store::{
        units::Unit,
        versions::{Stored, Version},
    },
};

/// One version that is said, under its number: the line of a file, or the place in a form.
#[derive(Debug)]
pub struct Row<T> {
    /// The number.
    pub number: usize,
    /// What it says.
    pub version: Version<T>,
}

/// What tells two entries apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The code: there is one entry for each.
    Code,
    /// The code and the first day: an entry is one version of several.
    CodeAndDay,
}

/// The books as they would be after the change.
pub struct Merged<'a, T> {
    /// Every entry, by identity and first day.
    pub all: Vec<Placed<'a, T>>,
    /// The rows that say something new.
    pub changes: Vec<Change<'a, T>>,
}

/// An entry, and the row it stands in; no row, where nothing is said of it.
pub struct Placed<'a, T> {
    /// The identity behind all its versions.
    pub identity: i64,
    /// What it says.
    pub version: &'a Version<T>,
    /// The row's number.
    pub row: Option<usize>,
}

/// A row to be written, and what is stored in its place.
pub struct Change<'a, T> {
    /// The row.
    pub row: &'a Row<T>,
    /// What stands there now.
    pub before: Option<&'a Stored<T>>,
}

/// What a change comes to: how many rows do what, and everything wrong with them.
#[derive(Debug, Default)]
pub struct Laid {
    /// Rows with an entry of their own.
    pub new: usize,
    /// Rows that change an entry.
    pub changed: usize,
    /// What is wrong; nothing was written unless this is empty.
    pub faults: Vec<Fault>,
}

impl Laid {
    /// Counts the rows.
    pub fn of<T>(merged: &Merged<T>, faults: Vec<Fault>) -> Self {
        let new = merged.changes.iter().filter(|change| change.before.is_none()).count();
        Self { new, changed: merged.changes.len() - new, faults }
    }
}

/// The identity of each code. A code is never passed on: whoever had it keeps it.
#[derive(Clone, Debug, Default)]
pub struct Identities(HashMap<String, i64>);

impl Identities {
    /// The identities of what is stored; codes that nothing had yet get numbers below zero.
    pub fn new<T>(stored: &[Stored<T>], rows: &[Row<T>]) -> Self {
        let known = stored.iter().map(|one| (one.version.code.clone(), one.identity));
        let mut identities = Self(known.collect());
        for row in rows {
            identities.add(&row.version.code);
        }
        identities
    }

    /// Another code of an identity.
    pub fn with(mut self, code: &str, identity: i64) -> Self {
        self.0.insert(code.to_owned(), identity);
        self
    }

    /// The identity of a code, new or not.
    pub fn add(&mut self, code: &str) -> i64 {
        let next = -1 - i64::try_from(self.0.len()).unwrap_or(i64::MAX - 1);
        *self.0.entry(code.to_owned()).or_insert(next)
    }

    /// The identity of a code.
    pub fn get(&self, code: &str) -> Option<i64> {
        self.0.get(code).copied()
    }

    /// Puts the identity that was drawn for new codes in the place of its number.
    pub fn drawn(&mut self, number: i64, identity: i64) {
        self.0.values_mut().filter(|one| **one == number).for_each(|one| *one = identity);
    }
}

/// Lays rows over what is stored; names rows that repeat another, and versions that meet.
pub fn merge<'a, T: PartialEq>(
    stored: &'a [Stored<T>],
    rows: &'a [Row<T>],
    key: Key,
    identities: &Identities,
) -> (Merged<'a, T>, Vec<Fault>) {
    let key_of = |version: &'a Version<T>| -> (&'a str, Option<NaiveDate>) {
        (&version.code, (key == Key::CodeAndDay).then_some(version.period.from))
    };
    let before: HashMap<_, &Stored<T>> =
        stored.iter().map(|stored| (key_of(&stored.version), stored)).collect();
    let (mut faults, mut changes) = (Vec::new(), Vec::new());
    let mut said: HashMap<_, &Row<T>> = HashMap::new();
    for row in rows {
        let key = key_of(&row.version);
        if let Some(first) = said.get(&key) {
            faults.push(Fault::at(row.number, "code", Reason::Duplicate(first.number)));
            continue;
        }
        said.insert(key, row);
        let before = before.get(&key).copied();
        if before.is_none_or(|before| before.version != row.version) {
            changes.push(Change { row, before });
        }
    }
    let untouched = stored.iter().filter(|one| !said.contains_key(&key_of(&one.version)));
    let placed = |version: &'a Version<T>, row| Placed {
        identity: identities.get(&version.code).unwrap_or_default(),
        version,
        row,
    };
    let untouched = untouched.map(|one| placed(&one.version, None));
    let said = said.values().map(|row| placed(&row.version, Some(row.number)));
    let all = in_order(untouched.chain(said).collect());
    faults.extend(overlaps(&all));
    (Merged { all, changes }, faults)
}

/// What is stored, as it stands.
pub fn stored_only<T>(stored: &[Stored<T>]) -> Vec<Placed<'_, T>> {
    in_order(
        stored
            .iter()
            .map(|one| Placed { identity: one.identity, version: &one.version, row: None })
            .collect(),
    )
}

fn in_order<T>(mut all: Vec<Placed<'_, T>>) -> Vec<Placed<'_, T>> {
    all.sort_by_key(|one| (one.identity, one.version.period.from));
    all
}

/// The newest code of each unit's identity.
pub fn codes(units: &[Stored<Unit>]) -> HashMap<i64, String> {
    let mut units: Vec<&Stored<Unit>> = units.iter().collect();
    units.sort_by_key(|one| one.version.period.from);
    units.into_iter().map(|one| (one.identity, one.version.code.clone())).collect()
}

/// Names units alike: by the newest code of each, whichever was said, so that they can be compared.
pub fn name_alike<'a>(
    said: impl Iterator<Item = &'a mut String>,
    identities: &Identities,
    newest: &HashMap<i64, String>,
) {
    for code in said {
        if let Some(same) = identities.get(code).and_then(|identity| newest.get(&identity)) {
            code.clone_from(same);
        }
    }
}

/// The units as they are or would be, for whatever refers to them.
pub struct Units<'a> {
    /// Every version, by identity and first day.
    pub all: &'a [Placed<'a, Unit>],
    /// The identity of each code.
    pub identities: &'a Identities,
    /// Which units were merged into which.
    pub links: &'a [Link],
}

impl<'a> Units<'a> {
    /// The versions of an identity.
    pub fn of(&self, identity: i64) -> &'a [Placed<'a, Unit>] {
        let start = self.all.partition_point(|one| one.identity < identity);
        let len = self.all[start..].iter().take_while(|one| one.identity == identity).count();
        &self.all[start..start + len]
    }

    /// The version that stands for an identity on a day.
    pub fn on(&self, identity: i64, day: NaiveDate) -> Option<&'a Placed<'a, Unit>> {
        let there =
            |identity| self.of(identity).iter().find(|version| version.version.period.holds(day));
        there(standing_for(self.links, identity, day, |identity| there(identity).is_some())?)
    }

    /// Whether something stands for an identity on every day of a period.
    fn cover(&self, identity: i64, period: Period) -> bool {
        let mut open = period.from;
        while let Some(version) = self.on(identity, open) {
            match version.version.period.to {
                None => return true,
                Some(last) => open = day::next(last),
            }
            if period.to.is_some_and(|last| last < open) {
                return true;
            }
        }
        false
    }
}

/// References to a unit that is not there at all, or not on every day of the entry.
///
/// Entries of which nothing is said were sound before; the fault is then with the row that
/// shortened the unit, if there is one.
pub fn dangling<T>(
    all: &[Placed<T>],
    column: &str,
    unit_of: impl Fn(&T) -> Option<&str>,
    units: &Units,
) -> Vec<Fault> {
    let check = |one: &Placed<T>| {
        let code = unit_of(&one.version.content)?;
        let versions = units.identities.get(code).map(|identity| (identity, units.of(identity)));
        let reason = match versions {
            None | Some((_, [])) => Reason::UnknownUnit(code.to_owned()),
            Some((identity, _)) if units.cover(identity, one.version.period) => return None,
            Some(_) => Reason::UnitNotValidThen(code.to_owned()),
        };
        match one.row {
            Some(row) => Some(Fault::at(row, column, reason)),
            None => {
                let row = versions?.1.iter().find_map(|version| version.row)?;
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
        if before.identity != after.identity || !first.period.meets(second.period) {
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
