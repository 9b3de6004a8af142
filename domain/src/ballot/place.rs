//! Where a ballot belongs: the point, unit, procedure and channel behind the codes it names.

use chrono::NaiveDate;

use super::Ballot;
use crate::{
    books::{campaign::Campaign, catalogue::Catalogue},
    code::Channel,
    fault::{Fault, Reason},
    text::usual,
};

/// Where a ballot belongs, as far as it could be resolved.
pub(super) struct Place {
    pub(super) point: Option<i64>,
    pub(super) unit: Option<i64>,
    pub(super) procedure: Option<i64>,
    pub(super) channel: Channel,
}

impl Place {
    /// Resolves every code on a day; a unit that was merged by then means the one it went into. Without a
    /// unit of its own the ballot belongs to the one that leads the procedure, or else to the
    /// campaign's.
    pub(super) fn of(
        ballot: &Ballot,
        books: &Catalogue,
        campaign: Option<&Campaign>,
        day: NaiveDate,
        faults: &mut Vec<Fault>,
    ) -> Self {
        let point = ballot.service_point.as_deref().and_then(|code| {
            let known = books.service_points.contains_key(&*usual(code));
            let point = books.point_on(code, day);
            note("service_point", known, point.is_some(), Reason::UnknownServicePoint, faults);
            point
        });
        let procedure = ballot.procedure.as_deref().and_then(|code| {
            let known = !books.procedure(code).is_empty();
            let version = books.procedure_on(code, day);
            note("procedure", known, version.is_some(), Reason::UnknownProcedure, faults);
            version
        });
        let unit = match ballot.unit.as_deref() {
            Some(code) => {
                let known = !books.unit(code).is_empty();
                // A link, a queue or an open page may be older than a merger or another code.
                let version = books.unit_meant_on(code, day);
                note("unit", known, version.is_some(), Reason::UnknownUnit, faults);
                version
            }
            None => procedure
                .and_then(|procedure| procedure.unit)
                .or(campaign.and_then(|campaign| campaign.unit))
                .and_then(|unit| books.unit_on(unit, day)),
        };
        let offered = campaign.map_or(Channel::InPerson, |campaign| campaign.channel);
        Self {
            point: point.map(|point| point.id),
            unit: unit.map(|version| version.id),
            procedure: procedure.map(|version| version.procedure),
            channel: point.map_or(offered, |point| point.channel),
        }
    }
}

/// Notes a code that is unknown, or known and not valid on the day.
fn note(field: &str, known: bool, valid: bool, unknown: Reason, faults: &mut Vec<Fault>) {
    if !valid {
        faults.push(Fault::new(field, if known { Reason::NotValidThen } else { unknown }));
    }
}
