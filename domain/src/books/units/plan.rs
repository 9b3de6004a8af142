//! The rows of a merger or a split as they come together, and what is wrong with them.

use chrono::NaiveDate;

use super::parts::cut;
use crate::{
    books::{
        catalogue::{Catalogue, UnitVersion},
        content::UnitText,
        draft::NewLink,
        lineage::{Descent, Link, went_into},
        version::{Proposal, Spot, Version},
    },
    fault::{Fault, Reason},
};

/// A merger or split that is being planned.
pub struct Plan<'a> {
    /// The books before it.
    pub books: &'a Catalogue,
    /// The first day on which it is so.
    pub day: NaiveDate,
    /// Versions of units.
    pub rows: Vec<Proposal<UnitText>>,
    /// What is wrong so far.
    pub faults: Vec<Fault>,
}

impl<'a> Plan<'a> {
    /// A plan without rows.
    pub fn new(books: &'a Catalogue, day: NaiveDate) -> Self {
        Self { books, day, rows: Vec::new(), faults: Vec::new() }
    }

    /// Adds a row.
    pub fn add(&mut self, version: Version<UnitText>, spot: Spot) {
        self.rows.push(Proposal { number: self.rows.len(), spot, version });
    }

    /// Names a fault.
    pub fn fault(&mut self, field: &str, reason: Reason) {
        self.faults.push(Fault::new(field, reason));
    }

    /// Ends a unit on the day before; its identity. It must be there until then, and not be meant
    /// to be anything else afterwards.
    pub fn ends(&mut self, code: &str, field: &str) -> Option<i64> {
        let version = self.running(code, field)?;
        let later = self.books.newest(version.unit);
        if let Some(later) = later.filter(|later| later.period.from >= self.day) {
            self.fault(field, Reason::Overlap(later.period.from));
        }
        self.add(cut(self.books, version, self.day), Spot::Field(field.to_owned()));
        Some(version.unit)
    }

    /// Whether what names a unit belongs to another by the day: it names that one, or one that was
    /// merged into it.
    pub fn is_of(&self, named: Option<i64>, unit: Option<i64>) -> bool {
        let (Some(named), Some(unit)) = (named, unit) else { return false };
        went_into(&self.books.lineage, named, unit, self.day)
    }

    /// The version of a unit on the day before.
    pub fn running(&mut self, code: &str, field: &str) -> Option<&'a UnitVersion> {
        let unit = self.books.unit(code).first().map(|version| version.unit);
        let before = self.day.pred_opt()?;
        let versions = unit.map(|unit| self.books.versions_of(unit)).unwrap_or_default();
        let found = versions.into_iter().find(|version| version.period.holds(before));
        if found.is_none() {
            self.fault(field, Reason::NotThereThen);
        }
        found
    }
}

/// One unit comes out of another.
pub fn link(from: i64, to: &str, kind: Descent, day: NaiveDate, decision: &str) -> NewLink {
    let link = Link { from, to: 0, kind, day, decision: decision.to_owned() };
    NewLink { to: to.to_owned(), link }
}
