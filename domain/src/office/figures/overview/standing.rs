//! What of many comparisons may be said: lists are cut together, sentences more strictly.

use crate::{
    figures::{
        claim::{Basis, Claim, Saying},
        difference::{
            Difference, Verdict,
            family::{Cut, Decided},
        },
        interval::Estimate,
        measure::Measure,
    },
    office::figures::overview::{Before, Finding, IndicatorRow, Standing},
};

/// Of a page's list, at most one mark in twenty is false.
const LIST: f64 = 0.05;

/// Of one chance in twenty that any sentence of a month is false, what changes may use …
const CHANGES: f64 = 0.04;

/// … and what places among units may use (STATS §6; measured in `tests/figures`).
const PLACES: f64 = 0.01;

/// So many things are to be done first, and so much good news is told.
const TOLD: usize = 3;

/// Two figures side by side: what a claim rests on, and what both are worth.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// What the claim rests on.
    pub basis: Basis,
    /// The figure of interest; nothing, if nobody answered.
    pub one: Option<Estimate>,
    /// What it is held against.
    pub other: Option<Estimate>,
    /// The latter as it was counted.
    pub before: Before,
}

impl Compared {
    /// Two measures side by side, each with the very interval that is told of it.
    pub fn of(basis: Basis, one: Measure, other: Measure) -> Self {
        let before = Before { share: other.share, n: other.people };
        Self { basis, one: one.estimate(), other: other.estimate(), before }
    }

    /// The comparison; nothing where too few answered on either side.
    fn difference(&self) -> Option<Difference> {
        let is_enough = self.basis.is_enough() && self.before.n >= self.basis.floor;
        let one = self.one.filter(|_| is_enough)?;
        Some(Difference { one, other: self.other? })
    }
}

/// How comparisons are told: in rows, or as places among units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Places {
    /// Rows of a list: marks to look through.
    List,
    /// Sentences on what changed.
    Changes,
    /// Sentences on units beside the others.
    Units,
}

/// Decides comparisons together, each as a claim in its place.
pub fn decide(all: &[Compared], places: Places) -> Vec<Claim> {
    let (cut, alpha) = match places {
        Places::List => (Cut::Share, LIST),
        Places::Changes => (Cut::Any, CHANGES),
        Places::Units => (Cut::Any, PLACES),
    };
    let differences: Vec<Option<Difference>> = all.iter().map(Compared::difference).collect();
    let decided: Vec<Decided> = cut.decide(&differences, alpha);
    all.iter().zip(decided).map(|(it, decided)| Claim::change(it.basis.clone(), &decided)).collect()
}

/// The decision of a claim on a change.
pub fn verdict(claim: &Claim) -> Verdict {
    match claim.saying {
        Saying::Change { verdict, .. } => verdict,
        _ => Verdict::TooFew,
    }
}

impl Standing {
    /// Where a row is, by its decision and nothing else.
    pub fn of(change: &Claim) -> Self {
        match verdict(change) {
            Verdict::Down => Self::Look,
            Verdict::Up => Self::Better,
            Verdict::NotSeen | Verdict::TooFew => Self::Calm,
        }
    }
}

/// Rows that need a person first: of those the largest loss first. Where nothing is decided the order of
/// the books stays.
pub fn sort(rows: &mut [IndicatorRow]) {
    rows.sort_by(|a, b| {
        let (one, other) = (lost(a), lost(b));
        a.standing.cmp(&b.standing).then_with(|| match a.standing {
            Standing::Look => other.cmp(&one),
            Standing::Calm => std::cmp::Ordering::Equal,
            Standing::Better => one.cmp(&other),
        })
    });
}

fn lost(row: &IndicatorRow) -> i128 {
    excess(&row.change.basis, row.before.share)
}

/// How many answers more would be satisfied if the figure were what it is held against: (q − p)·n, whole.
fn excess(basis: &Basis, other: crate::Share) -> i128 {
    let [num, den, other_num, other_den] =
        [basis.share.num, basis.share.den, other.num, other.den].map(i128::from);
    (other_num * den - num * other_den) / other_den.max(1)
}

/// What is said first, and the good news, of findings whose claims are decided: changes before places,
/// in each the one that concerns the most answers first, and no unit twice.
pub fn findings(all: Vec<Finding>) -> (Vec<Finding>, Vec<Finding>) {
    let of = |wanted: Verdict, all: &[Finding]| {
        let mut found: Vec<Finding> =
            all.iter().filter(|it| verdict(&it.claim) == wanted).cloned().collect();
        found.sort_by_key(|it| {
            let size = excess(&it.claim.basis, it.other.share).abs();
            (it.against as usize, std::cmp::Reverse(size))
        });
        let mut told: Vec<Finding> = Vec::new();
        for finding in found {
            let is_new = told.iter().all(|it| (it.by, &it.code) != (finding.by, &finding.code));
            if is_new && told.len() < TOLD {
                told.push(finding);
            }
        }
        told
    };
    (of(Verdict::Down, &all), of(Verdict::Up, &all))
}

#[cfg(test)]
mod tests;
