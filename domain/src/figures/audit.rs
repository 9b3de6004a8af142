//! The auditor of publications: what whoever adds, subtracts and compares published figures can say of
//! the counts that are hidden.
//!
//! A [`Ledger`] holds every count, hidden or told, and the equations between them. A hidden count is
//! safe where two tables of whole numbers, both in keeping with everything told, differ in it by the
//! width it needs. Linear programming bounds it from outside; where its corner is no table of whole
//! numbers, the search goes on among whole numbers alone. What the solver cannot answer counts as
//! narrow.

mod solve;

use std::ops::RangeInclusive;

use self::solve::{Kind, System};

/// A count's place in a ledger.
pub type Place = usize;

/// One count.
#[derive(Clone, Debug)]
pub struct Count {
    /// What it is in truth.
    pub value: u64,
    /// What everybody knows it cannot be below.
    pub least: u64,
    /// How wide its range has to stay while it is hidden; 0 where nobody is concerned.
    pub width: u64,
    /// Whether it is published, or follows for everybody.
    pub is_told: bool,
}

/// How the terms of a relation relate to nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// They add up to 0.
    Equal,
    /// They add up to 0 or less.
    AtMost,
}

/// Counts with factors.
type Terms = Vec<(Place, i64)>;

/// Every count and what relates them.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    counts: Vec<Count>,
    relations: Vec<(Terms, Relation)>,
}

impl Ledger {
    /// Adds a count.
    pub fn add(&mut self, count: Count) -> Place {
        self.counts.push(count);
        self.counts.len() - 1
    }

    /// Notes that the parts add up to the whole.
    pub fn sum(&mut self, whole: Place, parts: impl IntoIterator<Item = Place>) {
        let parts = parts.into_iter().map(|part| (part, 1));
        let terms = std::iter::once((whole, -1)).chain(parts).collect();
        self.relations.push((terms, Relation::Equal));
    }

    /// Notes that the parts add up to no more than so many times the whole.
    pub fn bound(&mut self, times: i64, whole: Place, parts: impl IntoIterator<Item = Place>) {
        let parts = parts.into_iter().map(|part| (part, 1));
        let terms = std::iter::once((whole, -times)).chain(parts).collect();
        self.relations.push((terms, Relation::AtMost));
    }

    /// One count.
    pub fn count(&self, place: Place) -> &Count {
        &self.counts[place]
    }

    /// Hides a count that was to be told.
    pub fn hide(&mut self, place: Place) {
        self.counts[place].is_told = false;
    }

    /// Hides a count for good: it is in no table, and nobody asks how wide its range is.
    pub fn release(&mut self, place: Place) {
        let value = self.counts[place].value;
        self.counts[place] = Count { value, least: 0, width: 0, is_told: false };
    }

    /// What everybody can say of a count. Nothing where the solver has no answer.
    pub fn range(&self, place: Place) -> Option<RangeInclusive<u64>> {
        let count = &self.counts[place];
        if count.is_told {
            return Some(count.value..=count.value);
        }
        let part = self.parts().into_iter().find(|part| part.contains(&place))?;
        let system = System::new(self, &part);
        let end = |upwards| Some(system.end(place, upwards, Kind::Whole)?[&place]);
        Some(end(false)?..=end(true)?)
    }

    /// The hidden counts whose range is too narrow.
    pub fn narrow(&self) -> Vec<Place> {
        let of = |part: &Vec<Place>| System::new(self, part).narrow(part);
        let mut narrow: Vec<Place> = self.parts().iter().flat_map(of).collect();
        narrow.sort_unstable();
        narrow
    }

    /// The told counts that stand in one equation with a count, or with any that is hidden with it.
    pub fn beside(&self, place: Place) -> Vec<Place> {
        let near = self.told_in(|terms| terms.iter().any(|(at, _)| *at == place));
        if !near.is_empty() {
            return near;
        }
        let part = self.parts().into_iter().find(|part| part.contains(&place)).unwrap_or_default();
        self.told_in(|terms| terms.iter().any(|(at, _)| part.contains(at)))
    }

    fn told_in(&self, is_meant: impl Fn(&Terms) -> bool) -> Vec<Place> {
        let equations = self.relations.iter().filter(|(_, relation)| *relation == Relation::Equal);
        let mut told: Vec<Place> = equations
            .filter(|(terms, _)| is_meant(terms))
            .flat_map(|(terms, _)| terms.iter().map(|(at, _)| *at))
            .filter(|at| self.counts[*at].is_told)
            .collect();
        told.sort_unstable();
        told.dedup();
        told
    }

    /// The hidden counts in groups that no relation joins: each can be looked at alone.
    fn parts(&self) -> Vec<Vec<Place>> {
        let mut group: Vec<Place> = (0..self.counts.len()).collect();
        for (terms, _) in &self.relations {
            let mut hidden = terms.iter().map(|(at, _)| *at).filter(|at| !self.counts[*at].is_told);
            let Some(first) = hidden.next() else { continue };
            for other in hidden {
                let (one, two) = (root(&group, first), root(&group, other));
                group[two] = one;
            }
        }
        let mut parts = std::collections::BTreeMap::<Place, Vec<Place>>::new();
        for place in (0..self.counts.len()).filter(|place| !self.counts[*place].is_told) {
            parts.entry(root(&group, place)).or_default().push(place);
        }
        parts.into_values().collect()
    }
}

fn root(group: &[Place], mut place: Place) -> Place {
    while group[place] != place {
        place = group[place];
    }
    place
}

#[cfg(test)]
mod tests;
