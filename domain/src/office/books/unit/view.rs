//! Units as they are shown.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{LineageRow, UnitPage, UnitRow, UnitVersionRow};
use crate::books::{
    catalogue::{Catalogue, UnitVersion},
    content::UnitText,
};

impl UnitRow {
    /// Every unit once, in the order of the codes.
    pub fn all(books: &Catalogue, today: NaiveDate) -> Vec<Self> {
        let mut units: BTreeMap<i64, Vec<&UnitVersion>> = BTreeMap::new();
        for version in &books.units {
            units.entry(version.unit).or_default().push(version);
        }
        let rows = units.values().filter_map(|versions| Self::of(books, versions, today));
        let mut rows: Vec<Self> = rows.collect();
        rows.sort_by(|a, b| a.code.cmp(&b.code));
        rows
    }

    /// A unit as it is today, or else as it last was, or first will be.
    fn of(books: &Catalogue, versions: &[&UnitVersion], today: NaiveDate) -> Option<Self> {
        let past = versions.iter().filter(|version| version.period.from <= today);
        let first = versions.iter().min_by_key(|version| version.period.from);
        let version = past.max_by_key(|version| version.period.from).or(first)?;
        let in_force = version.period.holds(today);
        let above = version.parent.and_then(|unit| match in_force {
            true => books.unit_on(unit, today),
            false => books.newest(unit),
        });
        Some(Self {
            code: version.code.clone(),
            name: version.name.clone(),
            parent: above.map(|above| above.code.clone()),
            from: version.period.from.to_string(),
            until: version.period.to.map(|last| last.to_string()),
            in_force,
            versions: versions.len(),
        })
    }
}

impl UnitPage {
    /// The unit that has or had a code. Its state is left to whoever keeps the books.
    pub fn of(books: &Catalogue, code: &str) -> Option<Self> {
        let unit = books.unit(code).first()?.unit;
        let newest = |unit: i64| books.newest_code(unit).unwrap_or_default();
        let links = books.lineage.iter().filter(|link| link.from == unit || link.to == unit);
        let lineage = links.map(|link| LineageRow {
            kind: link.kind,
            from: newest(link.from),
            to: newest(link.to),
            day: link.day.to_string(),
            decision: link.decision.clone(),
        });
        let versions = books.versions_of(unit).into_iter();
        Some(Self {
            state: String::new(),
            code: newest(unit),
            versions: versions.map(|version| UnitVersionRow::of(books, version)).collect(),
            lineage: lineage.collect(),
        })
    }
}

impl UnitVersionRow {
    fn of(books: &Catalogue, version: &UnitVersion) -> Self {
        let UnitText { name, parent, decision, note } = books.unit_text(version);
        let from = version.period.from.to_string();
        let until = version.period.to.map(|last| last.to_string());
        Self { code: version.code.clone(), name, parent, from, until, decision, note }
    }
}
