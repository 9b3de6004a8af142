//! Units from a file: a tree that is whole on every day.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono::NaiveDate;
use domain::catalogue::of_code;

use super::{
    fault::{Fault, Reason},
    fields::{self, Fields, Lines, PLAIN_CODE, is_plain_code},
    header::{Column, NAME, NAME_EN, NOTE, VALID_FROM, VALID_TO, needed, optional},
    report::Counts,
    sheet::Sheet,
    versions::{self, Change, Key, Placed, dangling, identities},
};
use crate::{
    error::Error,
    store::{
        Tx,
        units::{self, Unit},
        versions::{Stored, Version},
    },
};

const COLUMNS: [Column; 8] = [
    needed("code", &["ma", "ma_don_vi"]),
    NAME,
    NAME_EN,
    optional("parent", &["cap_tren", "don_vi_cap_tren", "ma_cap_tren"]),
    VALID_FROM,
    VALID_TO,
    optional("decision", &["quyet_dinh", "so_quyet_dinh"]),
    NOTE,
];

/// Checks a sheet, and writes it if nothing is wrong and it shall be.
pub async fn take(tx: &mut Tx, sheet: &Sheet, apply: bool) -> Result<(Counts, Vec<Fault>), Error> {
    let Lines { rows, mut faults, unread } = fields::rows(sheet, &COLUMNS, read);
    let stored = units::all(tx).await?;
    let (merged, more) = versions::merge(&stored, &rows, Key::CodeAndDay);
    faults.extend(more);
    let dangling = dangling(&merged.all, "parent", |unit| unit.parent.as_deref(), &merged.all);
    faults.extend(dangling.into_iter().filter(|fault| !follows(fault, &unread)));
    faults.extend(circles(&merged.all));
    let last_days = units::last_days(tx).await?;
    faults.extend(merged.changes.iter().flat_map(|change| frozen(change, &last_days)));
    if apply && faults.is_empty() {
        write(tx, &stored, &merged.changes).await?;
    }
    Ok((Counts::of(&rows, &merged), faults))
}

/// Whether a fault only follows from a line that could not be read.
fn follows(fault: &Fault, unread: &HashSet<String>) -> bool {
    match &fault.reason {
        Reason::UnknownUnit(code) | Reason::UnitNotValidThen(code) => unread.contains(code),
        _ => false,
    }
}

fn read(line: &mut Fields) -> Option<Version<Unit>> {
    let code = line.code(is_plain_code, PLAIN_CODE);
    let name = line.words("name", "name_en");
    let parent = line.optional("parent");
    let period = line.period();
    let (decision, note) = (line.short("decision"), line.note());
    let content = Unit { name: name?, parent: parent?, decision: decision?, note: note? };
    Some(Version { code: code?, period: period?, content })
}

/// Units that stand above themselves on some day. A circle is whole on the day its newest version
/// begins, so it is enough to climb from every version on its first day.
fn circles(all: &[Placed<Unit>]) -> Vec<Fault> {
    let rows: BTreeSet<usize> = all.iter().filter_map(|one| climb(all, one)).collect();
    rows.into_iter().map(|row| Fault::at(row, "parent", Reason::Circle)).collect()
}

/// The first line on the way up from a version that leads back to it. Where the way ends in a
/// circle further up, that circle is found from its own units.
fn climb(all: &[Placed<Unit>], start: &Placed<Unit>) -> Option<usize> {
    let day = start.version.period.from;
    let (mut one, mut row) = (start, start.row);
    let mut visited = HashSet::new();
    while visited.insert(one.version.code.as_str()) {
        let parent = one.version.content.parent.as_deref()?;
        let above = of_code(all, |one| &one.version.code, parent);
        one = above.iter().find(|version| version.version.period.holds(day))?;
        row = row.or(one.row);
    }
    row.filter(|_| one.version.code == start.version.code)
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
    stored: &[Stored<Unit>],
    changes: &[Change<'_, Unit>],
) -> Result<(), Error> {
    let mut ids = identities(stored);
    for Change { row, .. } in changes {
        if !ids.contains_key(&row.version.code) {
            ids.insert(row.version.code.clone(), units::create(tx).await?);
        }
    }
    for Change { row, .. } in changes {
        let parent = row.version.content.parent.as_ref().and_then(|code| ids.get(code));
        units::put(tx, ids[&row.version.code], parent.copied(), &row.version).await?;
    }
    Ok(())
}
