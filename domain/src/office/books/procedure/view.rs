//! Procedures as they are shown.

use chrono::NaiveDate;

use super::{ProcedurePage, ProcedureRow};
use crate::books::{
    catalogue::{Catalogue, ProcedureVersion},
    content::ProcedureText,
};

impl ProcedureRow {
    /// Every procedure once, in the order of the codes.
    pub fn all(books: &Catalogue, today: NaiveDate) -> Vec<Self> {
        let each = books.procedures.chunk_by(|one, next| one.code == next.code);
        each.filter_map(|versions| Self::now(books, versions, today)).collect()
    }

    /// A procedure as it is today, or else as it last was, or first will be.
    fn now(books: &Catalogue, versions: &[ProcedureVersion], today: NaiveDate) -> Option<Self> {
        let past = versions.iter().rfind(|version| version.period.from <= today);
        let version = past.or(versions.first())?;
        let unit = version.unit.filter(|_| version.period.holds(today));
        let leads = unit.and_then(|unit| books.unit_on(unit, today)).map(|unit| unit.code.clone());
        let row = Self::of(books, version, today);
        Some(Self { unit: leads.or(row.unit), ..row })
    }

    fn of(books: &Catalogue, version: &ProcedureVersion, today: NaiveDate) -> Self {
        let ProcedureText { name, field, unit, days, note } = books.procedure_text(version);
        Self {
            code: version.code.clone(),
            name,
            field,
            unit,
            days,
            from: version.period.from.to_string(),
            until: version.period.to.map(|last| last.to_string()),
            note,
            in_force: version.period.holds(today),
        }
    }
}

impl ProcedurePage {
    /// The procedure of a code. Its state is left to whoever keeps the books.
    pub fn of(books: &Catalogue, code: &str, today: NaiveDate) -> Option<Self> {
        let versions = books.procedure(code);
        let code = versions.first()?.code.clone();
        let versions = versions.iter().map(|version| ProcedureRow::of(books, version, today));
        Some(Self { state: String::new(), code, versions: versions.collect() })
    }
}
