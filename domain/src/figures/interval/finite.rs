//! When it is known how many people there are: finished dossiers, and how many of them answered.

use crate::figures::{
    curve::{hypergeometric::Draw, real},
    interval::Estimate,
    share::Share,
};

/// Up to so many people, or from one in five on, people are counted one by one.
const FEW: u64 = 2000;

/// The probability left out on either side.
const SIDE: f64 = 0.025;

/// What is known of a share of a known number of people.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    /// Everybody answered: a point ("toàn bộ"), no interval.
    Everybody(Share),
    /// At least and at most so many people of all are satisfied: exact.
    Counted {
        /// The fewest.
        low: u64,
        /// The most.
        high: u64,
        /// All people.
        people: u64,
    },
    /// Few of many: both ends, parts of one.
    Measured(f64, f64),
}

/// More people answered than there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooMany;

impl Known {
    /// Both ends, parts of one.
    pub fn interval(self) -> (f64, f64) {
        match self {
            Self::Everybody(share) => {
                let point = real(share.num) / real(share.den);
                (point, point)
            }
            Self::Counted { low, high, people } => {
                (real(low) / real(people), real(high) / real(people))
            }
            Self::Measured(low, high) => (low, high),
        }
    }
}

/// The 95 % interval of one item's share among `people`. Nothing, if nobody answered.
///
/// Exact: all counts of satisfied people under which neither tail of the hypergeometric distribution at
/// what was seen is 2.5 % or less. Else Wilson with n_eff = n(N−1)/(N−n).
///
/// # Errors
/// More answers than people.
pub fn of_item(share: Share, people: u64) -> Result<Option<Known>, TooMany> {
    let Some(estimate) = Estimate::of(share) else { return Ok(None) };
    if share.den > people {
        return Err(TooMany);
    }
    if share.den == people {
        return Ok(Some(Known::Everybody(share)));
    }
    if people <= FEW || 5 * u128::from(share.den) > u128::from(people) {
        let (low, high) = counted(Draw { yes: share.num, answered: share.den, people });
        return Ok(Some(Known::Counted { low, high, people }));
    }
    let (low, high) = corrected(estimate, share.den, people).interval();
    Ok(Some(Known::Measured(low, high)))
}

/// A share with the people it is worth, once `answered` of `people` have answered: n_eff·(N−1)/(N−n).
///
/// For pooled items, where no whole number of people is satisfied. Needs fewer answers than people.
pub fn corrected(estimate: Estimate, answered: u64, people: u64) -> Estimate {
    let factor = real(people.saturating_sub(1)) / real(people.saturating_sub(answered).max(1));
    Estimate { effective: estimate.effective * factor.max(1.0), ..estimate }
}

/// The fewest and the most satisfied people in keeping with what was seen.
fn counted(draw: Draw) -> (u64, u64) {
    let (least, most) = (draw.yes, draw.people - (draw.answered - draw.yes));
    let low = first(least, most, |of| draw.tail(of, true) > SIDE);
    let high = first(least, most, |of| draw.tail(of, false) <= SIDE);
    let high = if draw.tail(high, false) > SIDE { high } else { high - 1 };
    (low, high)
}

/// The first number of a stretch from which on something holds; its last, if it never does.
fn first(mut low: u64, mut high: u64, holds: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    low
}

#[cfg(test)]
mod tests;
