//! What a draft comes to: each kind is laid over what is stored, in the order in which they refer to
//! each other.

use super::{
    campaigns,
    catalogue::Catalogue,
    draft::{Ballots, Draft, Outcome},
    leavings::leavings,
    procedures, service_points,
    stranded::stranded,
    units,
};

impl Draft {
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
            outcome.and(service_points::lay(books, service_points));
        }
        if outcome.faults.is_empty() && !campaigns.is_empty() {
            outcome.and(campaigns::lay(&books.with(&outcome.edits), campaigns, ballots));
        }
        if outcome.faults.is_empty() && (!ending.is_empty() || ends.is_some()) {
            let after = books.with(&outcome.edits);
            if !ending.is_empty() {
                outcome.faults = stranded(books, &after, &ending);
            }
            if let Some((unit, day)) = ends.filter(|_| outcome.faults.is_empty()) {
                outcome.faults = leavings(&after, unit, day);
            }
        }
        outcome
    }
}
