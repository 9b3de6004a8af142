//! The rows of the books that a change writes, and the books with them in place.

use std::{cmp::Ordering, collections::HashMap};

use super::{
    campaign::Campaign,
    catalogue::{Catalogue, ProcedureVersion, ServicePoint, UnitVersion},
    lineage::{self, Link},
};

/// Rows to be written, each in the place of the one with its code (and first day, where an entry has
/// versions) or as a new one. Identities below zero are new; the store draws others for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edits {
    /// Versions of units.
    pub units: Vec<UnitVersion>,
    /// Which units come out of which, besides what is known.
    pub links: Vec<Link>,
    /// Versions of procedures.
    pub procedures: Vec<ProcedureVersion>,
    /// Service points.
    pub service_points: Vec<ServicePoint>,
    /// Campaigns.
    pub campaigns: Vec<Campaign>,
}

impl Edits {
    /// Adds the rows of another change.
    pub fn extend(&mut self, other: Self) {
        self.units.extend(other.units);
        self.links.extend(other.links);
        self.procedures.extend(other.procedures);
        self.service_points.extend(other.service_points);
        self.campaigns.extend(other.campaigns);
    }
}

impl Edits {
    /// Puts the identities that were drawn in the places of the numbers that stood for them.
    pub fn identify(&mut self, units: &HashMap<i64, i64>, procedures: &HashMap<i64, i64>) {
        let drawn = |unit: &mut i64| *unit = units.get(unit).copied().unwrap_or(*unit);
        for version in &mut self.units {
            drawn(&mut version.unit);
            version.parent.iter_mut().for_each(drawn);
        }
        for link in &mut self.links {
            drawn(&mut link.from);
            drawn(&mut link.to);
        }
        for version in &mut self.procedures {
            let procedure = procedures.get(&version.procedure).copied();
            version.procedure = procedure.unwrap_or(version.procedure);
            version.unit.iter_mut().for_each(drawn);
        }
        self.campaigns.iter_mut().filter_map(|it| it.unit.as_mut()).for_each(drawn);
    }
}

impl Catalogue {
    /// The books as they are once the rows are written.
    pub fn with(&self, edits: &Edits) -> Self {
        let mut books = self.clone();
        let Edits { units, links, procedures, service_points, campaigns } = edits.clone();
        replace(&mut books.units, units, |a, b| {
            (&a.code, a.period.from).cmp(&(&b.code, b.period.from))
        });
        replace(&mut books.procedures, procedures, |a, b| {
            (&a.code, a.period.from).cmp(&(&b.code, b.period.from))
        });
        books.lineage.extend(links);
        lineage::sort(&mut books.lineage);
        let points = service_points.into_iter().map(|point| (point.code.clone(), point));
        books.service_points.extend(points);
        let campaigns = campaigns.into_iter().map(|campaign| (campaign.code.clone(), campaign));
        books.campaigns.extend(campaigns);
        books
    }
}

/// Puts rows in the places of those with the same key, and the others among them in their order.
fn replace<T>(all: &mut Vec<T>, rows: Vec<T>, order: impl Fn(&T, &T) -> Ordering) {
    for row in rows {
        match all.binary_search_by(|other| order(other, &row)) {
            Ok(at) => all[at] = row,
            Err(at) => all.insert(at, row),
        }
    }
}
