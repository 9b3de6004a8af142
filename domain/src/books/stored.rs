//! What the books say, in the form in which a file or form says it.

use std::collections::HashMap;

use super::{
    catalogue::{Catalogue, ProcedureVersion, ServicePoint, UnitVersion},
    content::{CampaignText, ProcedureText, ServicePointText, UnitText},
    version::{Stored, Version},
};
use crate::{ballot::instrument::Instrument, day::Period};

impl Catalogue {
    /// The newest code of a unit.
    pub fn newest_code(&self, unit: i64) -> Option<String> {
        self.newest(unit).map(|version| version.code.clone())
    }

    /// The newest code of every unit.
    pub(super) fn newest_codes(&self) -> HashMap<i64, String> {
        let mut units: Vec<&UnitVersion> = self.units.iter().collect();
        units.sort_by_key(|version| version.period.from);
        units.into_iter().map(|version| (version.unit, version.code.clone())).collect()
    }

    /// What a version of a unit says. A unit above goes by its newest code.
    pub fn unit_text(&self, version: &UnitVersion) -> UnitText {
        unit_text(version, |unit| self.newest_code(unit))
    }

    /// What a version of a procedure says. Its unit goes by its newest code.
    pub fn procedure_text(&self, version: &ProcedureVersion) -> ProcedureText {
        procedure_text(version, |unit| self.newest_code(unit))
    }

    pub(super) fn stored_units(&self) -> Vec<Stored<UnitText>> {
        let codes = self.newest_codes();
        let stored = |it: &UnitVersion| {
            let text = unit_text(it, |unit| codes.get(&unit).cloned());
            stored((it.id, it.unit), &it.code, it.period, text)
        };
        self.units.iter().map(stored).collect()
    }

    pub(super) fn stored_procedures(&self) -> Vec<Stored<ProcedureText>> {
        let codes = self.newest_codes();
        let stored = |it: &ProcedureVersion| {
            let text = procedure_text(it, |unit| codes.get(&unit).cloned());
            stored((it.procedure, it.procedure), &it.code, it.period, text)
        };
        self.procedures.iter().map(stored).collect()
    }

    pub(super) fn stored_service_points(&self) -> Vec<Stored<ServicePointText>> {
        let points = self.service_points.values();
        points
            .map(|it| {
                let text = self.service_point_text(it);
                stored((it.id, it.id), &it.code, it.period, text)
            })
            .collect()
    }

    /// What a service point says. Units go by their newest codes.
    pub fn service_point_text(&self, it: &ServicePoint) -> ServicePointText {
        let code_of = |procedure: &i64| {
            let version = self.procedures.iter().find(|version| version.procedure == *procedure);
            version.map(|version| version.code.clone())
        };
        let mut units: Vec<String> =
            it.units.iter().filter_map(|unit| self.newest_code(*unit)).collect();
        let mut procedures: Vec<String> = it.procedures.iter().filter_map(code_of).collect();
        units.sort_unstable();
        procedures.sort_unstable();
        ServicePointText { name: it.name.clone(), channel: it.channel, units, procedures }
    }

    pub(super) fn stored_campaigns(&self) -> Vec<Stored<CampaignText>> {
        let campaigns = self.campaigns.values();
        campaigns
            .map(|it| {
                let text = CampaignText {
                    title: it.title.clone(),
                    instrument: self.instrument_key(it.instrument),
                    unit: it.unit.and_then(|unit| self.newest_code(unit)),
                    channel: it.channel,
                    sampling: it.sampling,
                    takes: it.takes.clone(),
                    quota: it.quota,
                };
                stored((it.id, it.id), &it.code, it.period, text)
            })
            .collect()
    }

    /// The key of an instrument's row.
    pub fn instrument_key(&self, id: i64) -> String {
        self.instruments.get(&id).map(Instrument::key).unwrap_or_default()
    }
}

fn unit_text(version: &UnitVersion, code_of: impl Fn(i64) -> Option<String>) -> UnitText {
    UnitText {
        name: version.name.clone(),
        parent: version.parent.and_then(code_of),
        decision: version.decision.clone(),
        note: version.note.clone(),
    }
}

fn procedure_text(
    version: &ProcedureVersion,
    code_of: impl Fn(i64) -> Option<String>,
) -> ProcedureText {
    ProcedureText {
        name: version.name.clone(),
        field: version.field.clone(),
        unit: version.unit.and_then(code_of),
        days: version.days,
        note: version.note.clone(),
    }
}

fn stored<T>((id, identity): (i64, i64), code: &str, period: Period, content: T) -> Stored<T> {
    Stored { id, identity, version: Version { code: code.to_owned(), period, content } }
}
