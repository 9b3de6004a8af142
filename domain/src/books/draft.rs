//! A change of the books that is to be made, and what it comes to.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    campaigns,
    catalogue::Catalogue,
    content::{CampaignText, ProcedureText, ServicePointText, UnitText},
    edits::Edits,
    leavings::leavings,
    lineage::Link,
    overlay::Overlay,
    procedures, service_points,
    stranded::stranded,
    units,
    version::Proposal,
};
use crate::fault::Fault;

/// What is to change; whatever it does not name stays as it is.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Versions of units.
    pub units: Vec<Proposal<UnitText>>,
    /// Codes that units which are there already take on.
    pub codes: Vec<(String, i64)>,
    /// Which units come out of which.
    pub links: Vec<NewLink>,
    /// Versions of procedures.
    pub procedures: Vec<Proposal<ProcedureText>>,
    /// Service points.
    pub service_points: Vec<Proposal<ServicePointText>>,
    /// Campaigns.
    pub campaigns: Vec<Proposal<CampaignText>>,
    /// A unit, and a day from which on nothing may belong to it unless another stands for it.
    pub ends: Option<(i64, NaiveDate)>,
}

/// A unit comes out of another, the new one by its code.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// The code it goes to.
    pub to: String,
    /// The rest.
    pub link: Link,
}

/// What the ballots that came in say about the books.
#[derive(Clone, Debug, Default)]
pub struct Ballots {
    /// The last day with a ballot for each version of a unit that any ballot is stamped with.
    pub last_days: HashMap<i64, NaiveDate>,
    /// How many came in for each campaign.
    pub campaigns: HashMap<i64, i64>,
}

/// What a change comes to.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// The rows to be written, if nothing is wrong.
    pub edits: Edits,
    /// How many rows have an entry of their own.
    pub new: usize,
    /// How many rows change an entry.
    pub changed: usize,
    /// Everything wrong with it.
    pub faults: Vec<Fault>,
}

impl Draft {
    /// How many rows it has.
    pub fn rows(&self) -> usize {
        let named = self.units.len() + self.procedures.len();
        named + self.service_points.len() + self.campaigns.len()
    }

    /// What the change comes to: units first, then what refers to them.
    pub fn outcome(self, books: &Catalogue, ballots: &Ballots) -> Outcome {
        let Self { units, codes, links, procedures, service_points, campaigns, ends } = self;
        let mut outcome = Outcome::default();
        let ending = units.clone();
        if !units.is_empty() || !links.is_empty() {
            outcome.and(units::lay(books, units, (&codes, &links), ballots));
        }
        if outcome.faults.is_empty() && !procedures.is_empty() {
            outcome.and(procedures::lay(&books.with(&outcome.edits), procedures));
        }
        if outcome.faults.is_empty() && !service_points.is_empty() {
            outcome.and(service_points::lay(books, &service_points));
        }
        if outcome.faults.is_empty() && !campaigns.is_empty() {
            outcome.and(campaigns::lay(&books.with(&outcome.edits), campaigns, ballots));
        }
        if outcome.faults.is_empty() && !ending.is_empty() {
            outcome.faults = stranded(books, &books.with(&outcome.edits), &ending);
        }
        if let Some((unit, day)) = ends.filter(|_| outcome.faults.is_empty()) {
            outcome.faults = leavings(&books.with(&outcome.edits), unit, day);
        }
        outcome
    }
}

impl Outcome {
    /// Counts the rows of one kind.
    pub(super) fn of<T>(overlay: &Overlay<T>, faults: Vec<Fault>, edits: Edits) -> Self {
        let new = overlay.differences.iter().filter(|one| one.before.is_none()).count();
        Self { edits, new, changed: overlay.differences.len() - new, faults }
    }

    fn and(&mut self, other: Self) {
        self.edits.extend(other.edits);
        self.new += other.new;
        self.changed += other.changed;
        self.faults.extend(other.faults);
    }

    /// The faults as a form names them: each once.
    pub fn faults_once(self) -> Vec<Fault> {
        let mut once: Vec<Fault> = Vec::new();
        for fault in self.faults {
            if !once.contains(&fault) {
                once.push(fault);
            }
        }
        once
    }
}
