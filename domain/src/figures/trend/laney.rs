//! p′ (Laney 2002): a share through time, where months differ by more than their ballots alone would.

use std::{cmp::Ordering, ops::Range};

use serde::{Deserialize, Serialize};

use crate::figures::{
    curve::{normal::Z, real},
    share::Share,
    trend::{Chart, Point},
};

/// The mean distance of two values a standard deviation apart, in standard deviations (d₂ for two).
const MEAN_RANGE: f64 = 1.128;

/// Limits are so many standard deviations off.
const LIMIT: f64 = 3.0;

/// The chart of monthly shares, its centre line and limits from the months of `basis` (then frozen).
///
/// p̄ = Σx/Σn; σ_i = √(p̄(1−p̄)/n_i); z_i = (p_i−p̄)/σ_i; σz = mean|z_i−z_{i−1}|/1.128; limits
/// p̄ ± 3·σ_i·σz within 0–1. Nothing where no month of the basis has ballots, or all are alike at 0 or 1.
pub fn chart(months: &[Share], basis: Range<usize>) -> Option<Chart> {
    let base = months.get(basis)?;
    let whole: Share = base.iter().copied().sum();
    if whole.den == 0 {
        return None;
    }
    let centre = real(whole.num) / real(whole.den);
    let spread = spread(base, whole);
    let point = |at: usize| {
        let month = months[at];
        let before = at.checked_sub(1).map(|at| months[at]).filter(|month| month.den > 0);
        let reach = LIMIT * spread * deviation(whole, month.den);
        (month.den > 0).then(|| Point {
            value: real(month.num) / real(month.den),
            side: month.compare(whole),
            step: before.map_or(Ordering::Equal, |before| month.compare(before)),
            low: (centre - reach).max(0.0),
            high: (centre + reach).min(1.0),
        })
    };
    let counted = base.iter().filter(|month| month.den > 0).count();
    let points = (0..months.len()).map(point).collect();
    Some(Chart { centre, spread, basis: counted, points })
}

/// What σz says of the months of a basis.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Wobble {
    /// No more than different people answer each month.
    Sampling,
    /// Months really differ.
    Real,
    /// Answers are more alike than chance makes them: also a sign that staff fill them in.
    TooAlike,
}

/// Whether σz is further from 1 than it would be in nineteen of twenty charts by chance.
///
/// The mean range of n values has the variance σ²(0.8264n − 1.0822)/(n−1)² (Cryer and Ryan 1990).
pub fn wobble(chart: &Chart) -> Wobble {
    let n = real(u64::try_from(chart.basis).unwrap_or(u64::MAX)).max(2.0);
    let reach = Z * (0.8264 * n - 1.0822).sqrt() / (n - 1.0);
    if chart.spread > 1.0 + reach {
        Wobble::Real
    } else if chart.spread < 1.0 - reach {
        Wobble::TooAlike
    } else {
        Wobble::Sampling
    }
}

/// σ of a month with so many ballots, by chance alone.
pub fn deviation(whole: Share, ballots: u64) -> f64 {
    let centre = real(whole.num) / real(whole.den);
    (centre * (1.0 - centre) / real(ballots)).sqrt()
}

/// σz: about 1 is sampling alone, above 1 months really differ, below 1 answers are more alike than
/// chance makes them. 1 where there are no two months in a row, or nothing can vary.
fn spread(base: &[Share], whole: Share) -> f64 {
    let ranges: Vec<f64> = base
        .windows(2)
        .filter(|pair| pair[0].den > 0 && pair[1].den > 0)
        .map(|pair| (score(pair[1], whole) - score(pair[0], whole)).abs())
        .collect();
    if ranges.is_empty() || whole.num == 0 || whole.num == whole.den {
        return 1.0;
    }
    let count = real(u64::try_from(ranges.len()).unwrap_or(u64::MAX));
    ranges.iter().sum::<f64>() / count / MEAN_RANGE
}

/// z of a month, whose distance from the centre line is whole until its one division.
fn score(month: Share, whole: Share) -> f64 {
    let [num, den, all_num, all_den] = [month.num, month.den, whole.num, whole.den].map(i128::from);
    #[expect(clippy::cast_precision_loss, reason = "one rounding of a whole number")]
    let distance = (num * all_den - all_num * den) as f64 / (real(month.den) * real(whole.den));
    distance / deviation(whole, month.den)
}

#[cfg(test)]
mod tests;
