//! Units side by side: which of them differ from all others together, and what places they may have.

use domain::{
    Lang,
    figures::{
        claim::{FLOOR, Told},
        difference::{Difference, Verdict, family::Cut},
        interval::Estimate,
        measure::Measure,
        ranks,
    },
    office::figures::behind::UnitRow,
};

use super::{Page, figure};
use crate::figures::{
    labels,
    series::{Items, Slice},
};

/// In at most one list of twenty is any order false; of what is marked, at most one in twenty on average.
const ALPHA: f64 = 0.05;

impl Page {
    /// The units that ballots name and the reader's right reaches, each with those below it, beside all
    /// others: those below the others first, then those that cannot be told apart, then those above, then
    /// those with too few ballots.
    pub(super) fn rows(&self, items: Items, lang: Lang) -> Vec<UnitRow> {
        let (series, asked) = (&self.series, &self.asked);
        let books = &series.books.catalogue;
        let period = series.window.period.clone();
        let all = Slice { items, ..asked.of_everybody() };
        let together = series.measure(&all, period.clone());
        let of = |unit| {
            let slice = Slice { units: Some(asked.family(unit, books)), ..all.clone() };
            (unit, series.measure(&slice, period.clone()))
        };
        let units = series.units().into_iter().filter(|unit| asked.reaches(*unit));
        let units: Vec<(i64, Measure)> =
            units.map(of).filter(|(_, measure)| measure.ballots > 0).collect();
        let estimates: Vec<Option<Estimate>> =
            units.iter().map(|(_, measure)| told(*measure)).collect();
        let differences: Vec<Option<Difference>> = units
            .iter()
            .zip(&estimates)
            .map(|((_, measure), one)| {
                let other = told(together.without(*measure))?;
                Some(Difference { one: (*one)?, other })
            })
            .collect();
        let decided = Cut::Share.decide(&differences, ALPHA);
        let places = ranks::places(&estimates, ALPHA);
        let mut rows: Vec<UnitRow> = Vec::new();
        for (at, (unit, measure)) in units.iter().enumerate() {
            let Some(version) = books.newest(*unit) else { continue };
            rows.push(UnitRow {
                key: version.code.clone(),
                label: labels::unit(books, *unit, lang),
                figure: figure(*measure),
                verdict: decided[at].verdict,
                places: places[at].map(|it| (it.best, it.worst)),
                is_own: asked.is_about(*unit),
            });
        }
        rows.sort_by(|a, b| (order(a.verdict), &a.key).cmp(&(order(b.verdict), &b.key)));
        rows
    }
}

/// A measure that may be told, as an estimate.
fn told(measure: Measure) -> Option<Estimate> {
    Told::to_staff(measure.share, measure.people, FLOOR)?;
    measure.estimate()
}

fn order(verdict: Verdict) -> u8 {
    match verdict {
        Verdict::Down => 0,
        Verdict::NotSeen => 1,
        Verdict::Up => 2,
        Verdict::TooFew => 3,
    }
}
