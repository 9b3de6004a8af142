//! Whether a target is met by itself: always, never, or now and then; and how likely it is next time.

use serde::{Deserialize, Serialize};

use crate::figures::{
    curve::normal,
    share::Share,
    trend::{Chart, laney, rules::Better},
};

/// What the limits say of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Assurance {
    /// Luôn đạt.
    Always,
    /// Luôn không đạt.
    Never,
    /// Lúc đạt lúc không.
    Sometimes,
}

/// How often a target is met, in whole periods: about `hits` in `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Odds {
    /// Periods that meet it.
    pub hits: u64,
    /// Of so many.
    pub of: u64,
}

/// Rarer than once in so many is told as that.
const RAREST: f64 = 100.0;

impl Assurance {
    /// Compares a target with the limits of the last point. Nothing for an empty chart.
    pub fn of(chart: &Chart, target: f64, better: Better) -> Option<Self> {
        let last = chart.points.iter().rev().flatten().next()?;
        let (is_above, is_below) = (target > last.high, target < last.low);
        Some(match better {
            Better::Higher if is_above => Self::Never,
            Better::Higher if is_below => Self::Always,
            Better::Lower if is_above => Self::Always,
            Better::Lower if is_below => Self::Never,
            _ => Self::Sometimes,
        })
    }
}

/// The chance that the next period of so many ballots meets a target: Φ((p̄−t)/(σ_n·max(1, σz))).
///
/// `whole` are the pooled ballots behind the centre line; nothing where they cannot vary.
pub fn chance(chart: &Chart, whole: Share, ballots: u64, target: f64) -> Option<f64> {
    let deviation = laney::deviation(whole, ballots) * chart.spread.max(1.0);
    (deviation > 0.0 && deviation.is_finite())
        .then(|| normal::below((chart.centre - target) / deviation))
}

/// A chance as people say it: .13 is 1 in 8, .9 is 9 in 10, never less than 1 in 100 or more than 99.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 2 and 100")]
pub fn odds(chance: f64) -> Odds {
    let of = |rare: f64| (1.0 / rare).clamp(2.0, RAREST).round() as u64;
    if chance <= 0.5 {
        Odds { hits: 1, of: of(chance) }
    } else {
        let of = of(1.0 - chance);
        Odds { hits: of - 1, of }
    }
}

#[cfg(test)]
mod tests;
