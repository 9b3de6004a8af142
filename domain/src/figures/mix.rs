//! Parts that all rose in a whole that fell: the mix moved, and the figure at the old mix says so.

use std::cmp::Ordering;

use crate::figures::{curve::real, interval::Estimate, share::Share};

/// Parts of one are measured in so many units, whole.
const UNITS: u128 = 1_000_000_000_000_000;

/// One part of the whole, before and after: a channel, a procedure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Satisfied over answered, before.
    pub before: Share,
    /// Satisfied over answered, after.
    pub after: Share,
}

/// The whole before and after, and after as it would be at the old mix.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// All parts before.
    pub before: Share,
    /// All parts after.
    pub after: Share,
    /// After, each part weighing what it weighed before; with the people it is worth.
    pub standardised: Estimate,
    /// The same in hundredths of a percent, half up.
    pub hundredths: u64,
    /// How many parts nobody answered about after: they count as they were before.
    pub unseen: usize,
    /// Whether the whole and the parts at the old mix went different ways.
    pub is_moved: bool,
}

/// Holds the mix still: p = Σn_old·p_new/Σn_old (direct standardisation), v = Σ(n_old/N)²·p(1−p)/n_new.
///
/// A part that nobody answered about after says nothing of a change: it counts as it was, so that the whole
/// is not silenced by its smallest part. Nothing where nobody answered before or after.
pub fn standardise(parts: &[Part]) -> Option<Mix> {
    let before: Share = parts.iter().map(|part| part.before).sum();
    let after: Share = parts.iter().map(|part| part.after).sum();
    if before.den == 0 || after.den == 0 {
        return None;
    }
    let parts = parts.iter().filter(|part| part.before.den > 0);
    let unseen = parts.clone().filter(|part| part.after.den == 0).count();
    let parts: Vec<Part> = parts
        .map(|part| if part.after.den > 0 { *part } else { Part { after: part.before, ..*part } })
        .collect();
    let units = parts.iter().map(|part| weighted(part, before.den)).sum::<u128>();
    // A half is a half even if its parts were rounded: up by what rounding may have taken.
    let slack = parts.iter().map(|_| 1u128).sum::<u128>();
    let hundredths = (units + slack + UNITS / 20_000) / (UNITS / 10_000);
    let old = u128::from(before.num) * UNITS / u128::from(before.den);
    let at_old_mix = if units.abs_diff(old) <= slack { Ordering::Equal } else { units.cmp(&old) };
    Some(Mix {
        before,
        after,
        standardised: estimate(&parts, before.den),
        hundredths: u64::try_from(hundredths).map_or(10_000, |it| it.min(10_000)),
        unseen,
        is_moved: after.compare(before) != at_old_mix,
    })
}

/// A part's contribution to the standardised figure in units, to the nearest.
fn weighted(part: &Part, all: u64) -> u128 {
    let [old, num, den, all] =
        [part.before.den, part.after.num, part.after.den, all].map(u128::from);
    (2 * old * num * UNITS / (den * all)).div_ceil(2)
}

fn estimate(parts: &[Part], all: u64) -> Estimate {
    let (mut value, mut variance, mut squares) = (0.0, 0.0, 0.0);
    for part in parts {
        let weight = real(part.before.den) / real(all);
        let share = real(part.after.num) / real(part.after.den);
        value += weight * share;
        variance += weight * weight * share * (1.0 - share) / real(part.after.den);
        squares += weight * weight / real(part.after.den);
    }
    let is_clear = variance > 0.0;
    let effective = if is_clear { value * (1.0 - value) / variance } else { 1.0 / squares };
    Estimate { value: value.clamp(0.0, 1.0), effective }
}

#[cfg(test)]
mod tests;
