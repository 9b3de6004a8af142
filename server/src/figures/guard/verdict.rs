//! What is withheld in the answer to one question.

use std::collections::{BTreeMap, BTreeSet};

use domain::{Instrument, day::Month, figures::index::By};

use super::{ByUnit, Guard};
use crate::{
    figures::{Question, folding},
    store::tallies::{Counts, TallyKey},
};

/// What is withheld in an answer.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::figures) struct Verdict {
    /// All of it.
    pub everything: bool,
    /// Rows, by their numbers.
    pub rows: BTreeSet<i64>,
    /// The numbers of ballots by these kinds of sampling.
    pub kinds: BTreeSet<i64>,
}

/// A question to the guard.
struct Case<'a> {
    guard: &'a Guard,
    question: &'a Question,
    set: &'a Instrument,
    /// The units asked about, if they are not all there are.
    units: Option<&'a [i64]>,
}

impl Guard {
    /// What is withheld in the answer to a question, beside what is too small in it by itself.
    pub(in crate::figures) fn verdict(
        &self,
        rows: &[(TallyKey, Counts)],
        (question, by): (&Question, By),
        set: &Instrument,
    ) -> Verdict {
        let units = question.units.as_deref();
        let units = units.filter(|units| !self.all.iter().all(|unit| units.contains(unit)));
        let case = Case { guard: self, question, set, units };
        let is_asked = |key: &TallyKey| question.months().contains(&key.period);
        let rows: Vec<&(TallyKey, Counts)> = rows.iter().filter(|(key, _)| is_asked(key)).collect();
        if case.gives_all_away(&rows) {
            return Verdict { everything: true, ..Verdict::default() };
        }
        Verdict {
            everything: false,
            rows: case.withheld_rows(&rows, by),
            kinds: case.withheld_groups(&rows, By::Sampling),
        }
    }
}

impl Case<'_> {
    fn is_withheld(&self, unit: i64) -> bool {
        self.guard.is_withheld(unit, self.question.from, self.question.to)
    }

    fn is_of_procedure(&self, key: &TallyKey) -> bool {
        self.question.procedure.is_none_or(|wanted| wanted == key.procedure)
    }

    /// Whether the question is about a unit that is withheld, or about a procedure that tells of one.
    fn gives_all_away(&self, rows: &[&(TallyKey, Counts)]) -> bool {
        let is_withheld = |unit| self.is_withheld(unit);
        let present: BTreeSet<i64> = rows.iter().map(|(key, _)| self.guard.unit(key)).collect();
        if self.units.is_some_and(|units| {
            units.iter().any(|unit| present.contains(unit) && is_withheld(*unit))
        }) {
            return true;
        }
        let of_procedure = self.by_unit(rows.iter().filter(|(key, _)| self.is_of_procedure(key)));
        self.question.procedure.is_some()
            && self.guard.is_given_away(&of_procedure, &is_withheld, self.set)
    }

    fn withheld_rows(&self, rows: &[&(TallyKey, Counts)], by: By) -> BTreeSet<i64> {
        match by {
            By::Unit => self.guard.all.iter().copied().filter(|it| self.is_withheld(*it)).collect(),
            By::Month => self.withheld_months(rows),
            By::Factor | By::Item => BTreeSet::new(),
            By::Procedure | By::Channel | By::Sampling => self.withheld_groups(rows, by),
        }
    }

    /// The months whose rows tell of a unit that is withheld in that month alone.
    fn withheld_months(&self, rows: &[&(TallyKey, Counts)]) -> BTreeSet<i64> {
        if self.units.is_none() && self.question.procedure.is_none() {
            return BTreeSet::new();
        }
        let tells = |month: Month, units: &ByUnit| {
            let is_withheld = |unit| self.guard.is_withheld(unit, month, month);
            match self.units {
                Some(asked) => asked.iter().any(|it| units.contains_key(it) && is_withheld(*it)),
                None => self.guard.is_given_away(units, &is_withheld, self.set),
            }
        };
        let months = self.groups(rows, By::Month).into_iter();
        months
            .filter(|(month, units)| {
                Month::from_number(*month).is_some_and(|month| tells(month, units))
            })
            .map(|(month, _)| month)
            .collect()
    }

    /// The groups that tell of a unit that is withheld.
    fn withheld_groups(&self, rows: &[&(TallyKey, Counts)], by: By) -> BTreeSet<i64> {
        if !self.guard.all.iter().any(|unit| self.is_withheld(*unit)) {
            return BTreeSet::new();
        }
        let is_withheld = |unit| self.is_withheld(unit);
        let groups = self.groups(rows, by).into_iter();
        groups
            .filter(|(_, units)| self.guard.is_given_away(units, &is_withheld, self.set))
            .map(|(group, _)| group)
            .collect()
    }

    fn groups(&self, rows: &[&(TallyKey, Counts)], by: By) -> BTreeMap<i64, ByUnit> {
        let mut groups: BTreeMap<i64, ByUnit> = BTreeMap::new();
        for (key, counts) in rows.iter().filter(|(key, _)| self.is_of_procedure(key)) {
            let unit = self.guard.unit(key);
            let group = groups.entry(folding::group(key, unit, by)).or_default();
            group.entry(unit).or_default().add(counts);
        }
        groups
    }

    fn by_unit<'a>(&self, rows: impl Iterator<Item = &'a &'a (TallyKey, Counts)>) -> ByUnit {
        let mut units = ByUnit::new();
        for (key, counts) in rows {
            units.entry(self.guard.unit(key)).or_default().add(counts);
        }
        units
    }
}
