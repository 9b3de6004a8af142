//! Units as they are told.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Catalogue,
    books::catalogue::UnitVersion,
    office::books::unit::{LineageRow, UnitPage, UnitRow, UnitVersionRow},
};

use crate::books::state;

/// Every unit once, in the order of the codes.
pub fn all(books: &Catalogue, today: NaiveDate) -> Vec<UnitRow> {
    let mut units: BTreeMap<i64, Vec<&UnitVersion>> = BTreeMap::new();
    for version in &books.units {
        units.entry(version.unit).or_default().push(version);
    }
    let mut rows: Vec<UnitRow> =
        units.values().filter_map(|versions| row(books, versions, today)).collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    rows
}

/// A unit as it is today, or else as it last was, or first will be.
fn row(books: &Catalogue, versions: &[&UnitVersion], today: NaiveDate) -> Option<UnitRow> {
    let past = versions.iter().filter(|version| version.period.from <= today);
    let first = versions.iter().min_by_key(|version| version.period.from);
    let version = past.max_by_key(|version| version.period.from).or(first)?;
    let in_force = version.period.holds(today);
    let above = version.parent.and_then(|unit| match in_force {
        true => books.unit_on(unit, today),
        false => books.newest(unit),
    });
    Some(UnitRow {
        code: version.code.clone(),
        name: version.name.clone(),
        parent: above.map(|above| above.code.clone()),
        from: version.period.from.to_string(),
        until: version.period.to.map(|last| last.to_string()),
        in_force,
        versions: versions.len(),
    })
}

/// The unit that has or had a code.
pub fn page(books: &Catalogue, code: &str) -> Option<UnitPage> {
    let unit = books.unit(code).first()?.unit;
    let newest = |unit: i64| books.newest(unit).map(|version| version.code.clone());
    let version = |version: &UnitVersion| UnitVersionRow {
        code: version.code.clone(),
        name: version.name.clone(),
        parent: version.parent.and_then(newest),
        from: version.period.from.to_string(),
        until: version.period.to.map(|last| last.to_string()),
        decision: version.decision.clone(),
        note: version.note.clone(),
    };
    let links = books.lineage.iter().filter(|link| link.from == unit || link.to == unit);
    let lineage = links.map(|link| LineageRow {
        kind: link.kind,
        from: newest(link.from).unwrap_or_default(),
        to: newest(link.to).unwrap_or_default(),
        day: link.day.to_string(),
        decision: link.decision.clone(),
    });
    let page = UnitPage {
        state: String::new(),
        code: newest(unit)?,
        versions: books.versions_of(unit).into_iter().map(version).collect(),
        lineage: lineage.collect(),
    };
    Some(UnitPage { state: state(&page), ..page })
}
