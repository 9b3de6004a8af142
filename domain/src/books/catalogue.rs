//! The office's books as they stand: instruments, campaigns, service points, units, procedures.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::{
    ballot::{consent::ConsentText, instrument::Instrument},
    books::{
        campaign::Campaign,
        lineage::{Link, standing_for},
    },
    code::Channel,
    day::Period,
    text::usual,
    words::Words,
};

/// One version of a unit: what it was called and where it belonged for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitVersion {
    /// The version's row, the one a ballot is stamped with.
    pub id: i64,
    /// The identity behind all versions.
    pub unit: i64,
    /// The code people write.
    pub code: String,
    /// The name in that time.
    pub name: Words,
    /// The identity of the unit above.
    pub parent: Option<i64>,
    /// When it was so.
    pub period: Period,
    /// The number of the decision that made it so.
    pub decision: String,
    /// What readers should know about this entry, such as that it is not verified.
    pub note: String,
}

/// One version of a procedure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProcedureVersion {
    /// The identity behind all versions.
    pub procedure: i64,
    /// The code, such as `2.000004`.
    pub code: String,
    /// The name in that time.
    pub name: Words,
    /// Lĩnh vực: the field it belongs to.
    pub field: String,
    /// The identity of the unit that leads it.
    pub unit: Option<i64>,
    /// The time limit in working days.
    pub days: Option<i64>,
    /// When it was so.
    pub period: Period,
    /// What readers should know about this entry, such as that it is not verified.
    pub note: String,
}

/// Where the citizen stands, or the portal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicePoint {
    /// The row's id.
    pub id: i64,
    /// The code in the address.
    pub code: String,
    /// What it is called.
    pub name: Words,
    /// How people are served there.
    pub channel: Channel,
    /// The identities of the units it serves, where it names them.
    pub units: Vec<i64>,
    /// The identities of the procedures it serves, where it names them.
    pub procedures: Vec<i64>,
    /// When it is in use.
    pub period: Period,
    /// How often the signed address of its device was taken back.
    pub kiosk: i64,
}

/// Everything a ballot may refer to, read at once.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// Instrument versions by row.
    pub instruments: HashMap<i64, Instrument>,
    /// Campaigns by code.
    pub campaigns: HashMap<String, Campaign>,
    /// Service points by code.
    pub service_points: HashMap<String, ServicePoint>,
    /// Versions of units, in order of code and first day.
    pub units: Vec<UnitVersion>,
    /// Which units came out of which, in order of days.
    pub lineage: Vec<Link>,
    /// Versions of procedures, in order of code and first day.
    pub procedures: Vec<ProcedureVersion>,
    /// The texts people agree to, in all their versions.
    pub consent_texts: Vec<ConsentText>,
}

/// Codes are looked up as they are usually written, however they were typed or copied.
impl Catalogue {
    /// A campaign and the question set it offers.
    pub fn campaign(&self, code: &str) -> Option<(&Campaign, &Instrument)> {
        let campaign = self.campaigns.get(&*usual(code))?;
        Some((campaign, self.instruments.get(&campaign.instrument)?))
    }

    /// The newest text for a purpose.
    pub fn consent_text(&self, purpose: &str) -> Option<&ConsentText> {
        let versions =
            self.consent_texts.iter().filter(|consent_text| consent_text.purpose == purpose);
        versions.max_by_key(|consent_text| consent_text.version)
    }

    /// The instrument of `code` or `code/version`, with its row; without a version the newest.
    pub fn instrument(&self, key: &str) -> Option<(i64, &Instrument)> {
        self.instruments
            .iter()
            .filter(|(_, set)| set.code == key || set.key() == key)
            .max_by_key(|(_, set)| set.version)
            .map(|(id, set)| (*id, set))
    }

    /// All versions of the unit of a code.
    pub fn unit(&self, code: &str) -> &[UnitVersion] {
        of_code(&self.units, |version| &version.code, &usual(code))
    }

    /// The service point of a code, if it is in use on a day.
    pub fn point_on(&self, code: &str, day: NaiveDate) -> Option<&ServicePoint> {
        self.service_points.get(&*usual(code)).filter(|point| point.period.holds(day))
    }

    /// The version of the unit of a code that is valid on a day.
    pub fn unit_named_on(&self, code: &str, day: NaiveDate) -> Option<&UnitVersion> {
        self.unit(code).iter().find(|version| version.period.holds(day))
    }

    /// The version of a day that a code means: its own, or that of the unit it belonged to, by whatever
    /// code, or of what that was merged into.
    pub fn unit_meant_on(&self, code: &str, day: NaiveDate) -> Option<&UnitVersion> {
        let own = self.unit_named_on(code, day);
        own.or_else(|| self.unit_on(self.unit(code).first()?.unit, day))
    }

    /// The version of the procedure of a code that is valid on a day.
    pub fn procedure_on(&self, code: &str, day: NaiveDate) -> Option<&ProcedureVersion> {
        self.procedure(code).iter().find(|version| version.period.holds(day))
    }

    /// The version of a unit that is valid on a day, or of the unit it was merged into by then.
    pub fn unit_on(&self, unit: i64, day: NaiveDate) -> Option<&UnitVersion> {
        let there = |unit: i64| {
            self.units.iter().find(|version| version.unit == unit && version.period.holds(day))
        };
        there(standing_for(&self.lineage, unit, day, |unit| there(unit).is_some())?)
    }

    /// The whole house on a day: of the units with nothing above them, the one that was there first,
    /// or what it was merged into. Units are numbered as they come, whatever their first day.
    pub fn house_on(&self, day: NaiveDate) -> Option<i64> {
        let mut units: Vec<i64> = self.units.iter().map(|version| version.unit).collect();
        units.sort_unstable();
        let mut standing = units.into_iter().filter_map(|unit| self.unit_on(unit, day));
        standing.find(|version| version.parent.is_none()).map(|version| version.unit)
    }

    /// The unit of a day that answers for another: that one itself, what it was merged into, or,
    /// where it is not there, the nearest one above its newest version.
    pub fn answering_on(&self, unit: i64, day: NaiveDate) -> Option<i64> {
        let (mut next, mut seen) = (unit, Vec::new());
        loop {
            if let Some(there) = self.unit_on(next, day) {
                return Some(there.unit);
            }
            seen.push(next);
            // Two units may have been above each other at different times.
            next = self.newest(next)?.parent.filter(|above| !seen.contains(above))?;
        }
    }

    /// All versions of a unit, the oldest first; several, if it had several codes.
    pub fn versions_of(&self, unit: i64) -> Vec<&UnitVersion> {
        let mut versions: Vec<&UnitVersion> =
            self.units.iter().filter(|version| version.unit == unit).collect();
        versions.sort_by_key(|version| version.period.from);
        versions
    }

    /// The newest version of a unit.
    pub fn newest(&self, unit: i64) -> Option<&UnitVersion> {
        let versions = self.units.iter().filter(|version| version.unit == unit);
        versions.max_by_key(|version| version.period.from)
    }

    /// All versions of the procedure of a code.
    pub fn procedure(&self, code: &str) -> &[ProcedureVersion] {
        of_code(&self.procedures, |version| &version.code, &usual(code))
    }

    /// A unit and every unit that was ever below it.
    pub fn family(&self, unit: i64) -> Vec<i64> {
        let above = |version: &UnitVersion| {
            let first = [version.period.from].into_iter();
            let days = first.chain(self.lineage.iter().map(|link| link.day));
            days.filter(|day| version.period.holds(*day))
                .filter_map(|day| self.above_on(version, day))
                .chain(version.parent)
                .collect()
        };
        self.descend(unit, above)
    }

    /// A unit and what lies below it in the tree of one day.
    pub fn family_on(&self, unit: i64, day: NaiveDate) -> Vec<i64> {
        let above = |version: &UnitVersion| {
            let is_there = version.period.holds(day);
            is_there.then(|| self.above_on(version, day)).flatten().into_iter().collect()
        };
        self.descend(unit, above)
    }

    /// The unit above a version on a day, which may be what the one it names was merged into.
    fn above_on(&self, version: &UnitVersion, day: NaiveDate) -> Option<i64> {
        self.unit_on(version.parent?, day).map(|above| above.unit)
    }

    /// A unit and every unit below it, if `above` tells where a version belongs.
    fn descend(&self, unit: i64, above: impl Fn(&UnitVersion) -> Vec<i64>) -> Vec<i64> {
        let tree: Vec<(i64, Vec<i64>)> =
            self.units.iter().map(|version| (version.unit, above(version))).collect();
        let mut family = vec![unit];
        let mut next = 0;
        while next < family.len() {
            for (below, above) in &tree {
                if above.contains(&family[next]) && !family.contains(below) {
                    family.push(*below);
                }
            }
            next += 1;
        }
        family
    }
}

/// The entries of one code among entries in order of their codes.
pub fn of_code<'a, T>(sorted: &'a [T], code_of: impl Fn(&T) -> &str, code: &str) -> &'a [T] {
    let start = sorted.partition_point(|entry| code_of(entry) < code);
    let len = sorted[start..].iter().take_while(|entry| code_of(entry) == code).count();
    &sorted[start..start + len]
}
