//! Units of unequal size beside one target: a funnel of exact binomial limits.

use std::f64::consts::FRAC_PI_2;

use serde::{Deserialize, Serialize};

use crate::figures::{
    curve::{binomial, normal::Z, real},
    share::Share,
};

/// The points the limits are drawn at: 95 % and 99.8 %.
pub const LEVELS: [f64; 4] = [0.025, 0.975, 0.001, 0.999];

/// How far off the 99.8 % limits are, in standard deviations.
const FAR: f64 = 3.090_232_306_167_813;

/// Limits of a unit's size, parts of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The lower 95 % limit.
    pub low: f64,
    /// The upper 95 % limit.
    pub high: f64,
    /// The lower 99.8 % limit.
    pub far_low: f64,
    /// The upper 99.8 % limit.
    pub far_high: f64,
}

/// The exact limits for `n` people and a target strictly between 0 and 1, interpolated between counts.
///
/// y = (r − (F(r)−α)/(F(r)−F(r−1)))/n, r the smallest count with F(r) ≥ α (Spiegelhalter 2005, A.1.1).
pub fn limits(n: u64, target: f64) -> Option<Limits> {
    if n == 0 || target <= 0.0 || target >= 1.0 {
        return None;
    }
    let limit = |alpha| {
        let (count, sum, before) = binomial::quantile(n, target, alpha);
        let over = (sum - alpha) / (sum - before);
        ((real(count) - over) / real(n)).clamp(0.0, 1.0)
    };
    let [low, high, far_low, far_high] = LEVELS.map(limit);
    Some(Limits { low, high, far_low, far_high })
}

/// Where a unit lies beside a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Below the 99.8 % limit.
    FarBelow,
    /// Below the 95 % limit.
    Below,
    /// Within both.
    Within,
    /// Above the 95 % limit.
    Above,
    /// Above the 99.8 % limit.
    FarAbove,
}

/// Places a unit by the exact chance of so few, or so many, satisfied people.
///
/// The drawn upper limit lies up to one person low, so that all of 8 people would be above 84 %, which a
/// quarter of all such units are by chance: marks come from here, never from the curve.
pub fn place(unit: Share, target: f64) -> Option<Place> {
    if unit.den == 0 || target <= 0.0 || target >= 1.0 {
        return None;
    }
    let (few, many) = binomial::tails(unit.den, target, unit.num);
    let [near, _, far, _] = LEVELS;
    Some(match (few, many) {
        (few, _) if few <= far => Place::FarBelow,
        (few, _) if few <= near => Place::Below,
        (_, many) if many <= far => Place::FarAbove,
        (_, many) if many <= near => Place::Above,
        _ => Place::Within,
    })
}

/// How much more units differ than their ballots alone would.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dispersion {
    /// φ: 1 where ballots explain everything.
    pub ratio: f64,
    /// τ²: the variance between units on the scale of asin√p; 0 where φ is not above 1.
    pub between: f64,
    /// The share of all units together.
    pub centre: f64,
}

/// So large a part of the units is pulled in at either end before φ is measured.
const PULLED_IN: usize = 10;

impl Dispersion {
    /// Measures units against all of them together. Nothing for fewer than two with answers.
    ///
    /// z_i = 2√n_i(asin√p_i − asin√p̄), the lowest and the highest tenth pulled in to their neighbours;
    /// φ = Σz²/I; w_i = 4n_i; τ² = max(0, (Iφ−(I−1))/(Σw−Σw²/Σw)) (Spiegelhalter 2005, A.3).
    pub fn of(units: &[Share]) -> Option<Self> {
        let units: Vec<Share> = units.iter().copied().filter(|unit| unit.den > 0).collect();
        let whole: Share = units.iter().copied().sum();
        if units.len() < 2 {
            return None;
        }
        let centre = real(whole.num) / real(whole.den);
        let angle = |share: Share| (real(share.num) / real(share.den)).sqrt().asin();
        let score =
            |unit: &Share| 2.0 * real(unit.den).sqrt() * (angle(*unit) - centre.sqrt().asin());
        let scores = pull_in(units.iter().map(score).collect());
        let count = units.iter().map(|_| 1.0).sum::<f64>();
        let squares: f64 = scores.iter().map(|z| z * z).sum();
        let weights: f64 = units.iter().map(|unit| 4.0 * real(unit.den)).sum();
        let weights_squared: f64 = units.iter().map(|unit| (4.0 * real(unit.den)).powi(2)).sum();
        let excess = squares - (count - 1.0);
        let between = (excess / (weights - weights_squared / weights)).max(0.0);
        Some(Self { ratio: squares / count, between, centre })
    }

    /// The limits of a unit of `n` people: sin²(asin√p̄ ± z√(1/4n + τ²)), 0 or 1 where the angle leaves
    /// the quarter circle.
    pub fn limits(self, n: u64) -> Option<Limits> {
        let spread = (1.0 / (4.0 * real(n)) + self.between).sqrt();
        let at = |z: f64| {
            let angle = self.centre.sqrt().asin() + z * spread;
            angle.clamp(0.0, FRAC_PI_2).sin().powi(2)
        };
        (n > 0).then(|| Limits { low: at(-Z), high: at(Z), far_low: at(-FAR), far_high: at(FAR) })
    }
}

/// Pulls the lowest and the highest tenth in to the nearest score that is left.
fn pull_in(mut scores: Vec<f64>) -> Vec<f64> {
    scores.sort_by(f64::total_cmp);
    let cut = scores.len() / PULLED_IN;
    let (low, high) = (scores[cut], scores[scores.len() - 1 - cut]);
    scores.iter_mut().for_each(|z| *z = z.clamp(low, high));
    scores
}

#[cfg(test)]
mod tests;
