//! Small groups borrow from the whole how much people's answers hang together.
//!
//! A few people say little of their own spread: with their own design effect, intervals hold the truth
//! in 85–93 % of samples of 10–30 people. The simulation in the tests found the rule.

use crate::figures::{
    curve::{normal::Z, real, student},
    interval::{Estimate, moments::Moments},
    share::Method,
};

/// As many people of the whole speak beside the group's own.
const BORROWED: f64 = 100.0;

/// A whole with fewer people knows no better than its groups.
const ENOUGH: u64 = 100;

/// The estimate of a group of a whole of the same question set and period. Nothing, if nobody answered.
///
/// Its design effect is (n·own + 100·whole)/(n + 100). Where the group is all alike it has none and is worth
/// its people: answers that all agree are as alike as one yes or no of each person, whatever they are
/// elsewhere. Without a whole of 100 people: its own, with n_eff·(z/t)² for t of n−1 degrees of freedom.
pub fn estimate(group: &Moments, whole: &Moments, method: Method) -> Option<Estimate> {
    let value = group.value(method)?;
    let n = real(group.people);
    let own = group.design(method);
    let lent = whole.design(method).filter(|_| whole.people >= ENOUGH);
    let design = match (own, lent) {
        (Some(own), Some(lent)) => (n * own + BORROWED * lent) / (n + BORROWED),
        (Some(own), None) => {
            own * student::point(group.people - 1).map_or(1.0, |t| (t / Z).powi(2))
        }
        (None, _) => 1.0,
    };
    Some(Estimate { value, effective: n / design })
}

#[cfg(test)]
mod tests;
