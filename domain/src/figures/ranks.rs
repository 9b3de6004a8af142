//! Ranks as ranges: a place is told only as far as differences are.

use crate::figures::{
    difference::{
        Difference, Verdict,
        family::{Cut, Decided},
    },
    interval::Estimate,
};

/// The places a unit may have, 1 the best; ranges that overlap are no order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Places {
    /// One more than the units that are better for sure.
    pub best: usize,
    /// All units less those that are worse for sure.
    pub worst: usize,
}

impl Places {
    /// Whether this unit comes before another for sure.
    pub fn is_before(self, other: Self) -> bool {
        self.worst < other.best
    }
}

/// The places of units whose higher share is better, from all pairs decided together: in at most a part α
/// of lists is any order false.
///
/// Units with too few answers come as nothing and get no place.
pub fn places(units: &[Option<Estimate>], alpha: f64) -> Vec<Option<Places>> {
    let known: Vec<(usize, Estimate)> =
        (0..).zip(units).filter_map(|(at, unit)| unit.map(|unit| (at, unit))).collect();
    let pairs: Vec<_> = pairs(known.len()).collect();
    let differences: Vec<_> = pairs
        .iter()
        .map(|&(a, b)| Some(Difference { one: known[a].1, other: known[b].1 }))
        .collect();
    let mut found = vec![Places { best: 1, worst: known.len() }; known.len()];
    for (&(a, b), Decided { verdict, .. }) in pairs.iter().zip(Cut::Any.decide(&differences, alpha))
    {
        let (better, worse) = match verdict {
            Verdict::Up => (a, b),
            Verdict::Down => (b, a),
            Verdict::NotSeen | Verdict::TooFew => continue,
        };
        found[better].worst -= 1;
        found[worse].best += 1;
    }
    let mut places = vec![None; units.len()];
    for ((at, _), found) in known.into_iter().zip(found) {
        places[at] = Some(found);
    }
    places
}

/// Every pair once.
fn pairs(count: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..count).flat_map(move |a| (a + 1..count).map(move |b| (a, b)))
}

#[cfg(test)]
mod tests;
