//! What entries refer to is there on all their days.

use chrono::NaiveDate;

use super::{
    content::UnitText,
    identities::Identities,
    lineage::{Link, standing_for, went_into},
    overlay::Entry,
    version::Proposal,
};
use crate::{
    day::{self, Period},
    fault::{Fault, Reason},
};

/// The units as they are or would be, for whatever refers to them.
pub struct Units<'a> {
    /// Every version, by identity and first day.
    pub all: &'a [Entry<'a, UnitText>],
    /// The identity of each code.
    pub identities: &'a Identities,
    /// Which units were merged into which.
    pub links: &'a [Link],
}

impl<'a> Units<'a> {
    /// The versions of an identity.
    pub fn of(&self, identity: i64) -> &'a [Entry<'a, UnitText>] {
        let start = self.all.partition_point(|one| one.identity < identity);
        let len = self.all[start..].iter().take_while(|one| one.identity == identity).count();
        &self.all[start..start + len]
    }

    /// The version that stands for an identity on a day.
    pub fn on(&self, identity: i64, day: NaiveDate) -> Option<&'a Entry<'a, UnitText>> {
        let there =
            |identity| self.of(identity).iter().find(|version| version.version.period.holds(day));
        there(standing_for(self.links, identity, day, |identity| there(identity).is_some())?)
    }

    /// A row about an identity or about one that it was merged into.
    fn shortened(&self, identity: i64) -> Option<&'a Proposal<UnitText>> {
        let own = self.of(identity).iter().find_map(|version| version.row);
        own.or_else(|| {
            let mut rows = self.all.iter().filter(|version| version.row.is_some());
            let heir =
                |it: &&Entry<_>| went_into(self.links, identity, it.identity, NaiveDate::MAX);
            rows.find(heir)?.row
        })
    }

    /// Whether something stands for an identity on every day of a period.
    pub fn cover(&self, identity: i64, period: Period) -> bool {
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
/// shortened the unit, or one it was merged into, if there is one.
pub fn dangling<T>(
    all: &[Entry<T>],
    column: &str,
    unit_of: impl Fn(&T) -> Option<&str>,
    units: &Units,
) -> Vec<Fault> {
    let check = |one: &Entry<T>| {
        let code = unit_of(&one.version.content)?;
        let versions = units.identities.get(code).map(|identity| (identity, units.of(identity)));
        let reason = match versions {
            None | Some((_, [])) => Reason::UnknownUnit,
            Some((identity, _)) if units.cover(identity, one.version.period) => return None,
            Some(_) => Reason::NotThereThen,
        };
        match one.row {
            Some(row) => Some(row.fault(column, reason, code)),
            None => Some(units.shortened(versions?.0)?.leaves(&one.version.code)),
        }
    };
    all.iter().filter_map(check).collect()
}
