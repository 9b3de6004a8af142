//! How somebody comes to the survey, and what they say it is about: by an address that the office hands
//! out and by what the first step asks, as anyone does.

use chrono::NaiveDate;
use domain::{Campaign, Catalogue};
use fastrand::Rng;

use super::places;
use crate::{about::Known, keys::Keys, kiosks};

/// What the form holds that somebody is led to.
pub struct Visit {
    /// The service point, where the address names one.
    pub point: Option<&'static str>,
    /// The fields that nobody sees.
    pub fields: Vec<(&'static str, String)>,
}

impl Visit {
    /// Somebody who came on some business comes to a survey.
    pub fn drawn(
        rng: &mut Rng,
        (books, keys, day): (&Catalogue, &Keys, NaiveDate),
        campaign: &Campaign,
        (procedure, unit): (Option<&'static str>, &'static str),
    ) -> Self {
        let at_counter = campaign.code == places::AT_COUNTER;
        // A few find a survey for everyone on the home page.
        let from_home = !at_counter && rng.u32(0..100) < 6;
        let point = (!from_home).then(|| places::point(rng, at_counter));
        let mut visit = Self { point, fields: Vec::new() };
        if let Some(point) = point {
            visit.says("p", point);
            let device = books.service_points.get(point).filter(|_| at_counter);
            if let Some(device) = device
                && rng.u32(0..100) < 70
            {
                visit.says("t", &kiosks::token(keys, device));
            } else if let Some(procedure) = procedure.filter(|_| rng.u32(0..100) < 30) {
                // A poster or slip for this one procedure.
                visit.says("procedure", procedure);
            }
        }
        if !visit.known(books, day).says(books, campaign, day) {
            visit.answers(rng, procedure, unit);
        }
        visit
    }

    /// Somebody who follows the link of an invitation, which knows their dossier.
    pub fn invited(token: String, procedure: &str) -> Self {
        let fields = vec![("t", token), ("procedure", procedure.to_owned())];
        Self { point: None, fields }
    }

    fn says(&mut self, name: &'static str, value: &str) {
        self.fields.push((name, value.to_owned()));
    }

    /// What the address says, as the survey's page finds it.
    fn known<'a>(&self, books: &'a Catalogue, day: NaiveDate) -> Known<'a> {
        let said = self.fields.iter().find(|(name, _)| *name == "procedure");
        let known = Known {
            point: self.point.and_then(|point| books.point_on(point, day)),
            unit: None,
            procedure: said.and_then(|(_, code)| books.procedure_on(code, day)),
        };
        known.by_point(books, day)
    }

    /// The first step: the procedure, or else the unit, or neither.
    fn answers(&mut self, rng: &mut Rng, procedure: Option<&str>, unit: &str) {
        match procedure.filter(|_| rng.u32(0..100) < 88) {
            Some(procedure) => self.says("procedure", procedure),
            None if rng.u32(0..100) < 60 => self.says("unit", unit),
            None => {}
        }
    }
}
