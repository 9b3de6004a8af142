//! Figures added up case by case, in as much memory for a million cases as for ten.

use super::{
    facts::Facts,
    figure::{Base, Figure, Measure},
    frame::Frame,
    passing,
    requests::{self, RequestFacts},
    spans::{self, Spans},
};
use crate::figures::{
    claim::{FLOOR, MANY},
    share::{Share, decimal},
};

/// What some cases add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    cases: [u64; Figure::ALL.len()],
    bases: [u64; Base::ALL.len()],
    spans: Spans,
    transfers: u64,
    held: u64,
}

/// A figure as it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What is counted.
    pub num: u64,
    /// What it is measured against.
    pub den: u64,
    /// Percent or mean with two decimals, or whole days; nothing where there is nothing to measure. Of fewer
    /// than a hundred cases whole percents, of fewer than ten none: what is counted says it all.
    pub value: Option<String>,
    /// How many cases it is about.
    pub cases: u64,
}

impl Sums {
    /// Adds a case in everything but the days that units held it.
    pub fn add(&mut self, it: &Facts, frame: &Frame) {
        let counted = Figure::ALL.iter().filter(|figure| **figure != Figure::Held);
        for figure in counted.filter(|figure| figure.holds(it, frame)) {
            self.cases[figure.place()] += 1;
        }
        for base in Base::ALL.iter().filter(|base| **base != Base::Led) {
            self.bases[base.place()] += u64::from(base.holds(it, frame));
        }
        if let Some(days) = spans::taken(it, frame) {
            self.spans.add(days);
        }
        if frame.came(it) {
            self.transfers += it.history.transfers_by(frame.end);
        }
    }

    /// Adds the days that a unit held a case, of any unit where none is named.
    pub fn add_held(&mut self, it: &Facts, frame: &Frame, unit: Option<i64>) {
        let by = passing::held(it, frame).filter(|(led, _)| unit.is_none_or(|unit| unit == *led));
        let days: Vec<u32> = by.map(|(_, days)| days).collect();
        if !days.is_empty() {
            self.held += days.iter().copied().map(u64::from).sum::<u64>();
            self.cases[Figure::Held.place()] += 1;
            self.bases[Base::Led.place()] += 1;
        }
    }

    /// Adds a co-ordination request.
    pub fn add_request(&mut self, it: &RequestFacts, frame: &Frame) {
        for figure in Figure::ALL.iter().filter(|figure| figure.holds_request(it, frame)) {
            self.cases[figure.place()] += 1;
        }
        self.bases[Base::Requests.place()] += u64::from(requests::is_asked(it, frame));
    }

    /// A figure of these cases.
    pub fn of(&self, figure: Figure) -> Told {
        let (cases, den) = (self.cases[figure.place()], self.bases[figure.base().place()]);
        let days = |percent| self.spans.at(percent).map(u64::from);
        let num = match figure {
            Figure::Transfers => self.transfers,
            Figure::Held => self.held,
            Figure::Median => days(50).unwrap_or_default(),
            Figure::Ninetieth => days(90).unwrap_or_default(),
            _ => cases,
        };
        let value = match figure.measure() {
            Measure::Percent => percent(Share { num, den }),
            Measure::PerCase => mean(num, den).map(decimal),
            Measure::Days => (den > 0).then(|| num.to_string()),
        };
        Told { num, den, value, cases }
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.cases.iter().chain(&self.bases).all(|n| *n == 0)
    }
}

/// A share of cases, which are all there are: no doubt is told, and no more digits than so few have.
fn percent(share: Share) -> Option<String> {
    let exact = share.percent().filter(|_| share.den >= FLOOR)?;
    Some(if share.den < MANY { ((exact + 50) / 100).to_string() } else { decimal(exact) })
}

/// Hundredths of a mean, half up on whole numbers.
fn mean(num: u64, den: u64) -> Option<u64> {
    (num * 200 + den).checked_div(2 * den)
}
