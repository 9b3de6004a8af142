//! Did an initiative work? The change where it was made, less the change where nothing was.

use serde::{Deserialize, Serialize};

use crate::figures::{
    curve::{normal::Z, real, student},
    difference::{Verdict, verdict},
    interval::Estimate,
};

/// Fewer untouched units say nothing of what would have happened anyway.
const FEWEST: usize = 3;

/// Where more than one in so many untouched units seems to have changed too, the units are no measure.
const PLACEBO: usize = 5;

/// A share at two times, people-level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// Before.
    pub before: Estimate,
    /// After.
    pub after: Estimate,
}

/// One unit: around the initiative's start, and within the time before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Before and after the start.
    pub change: Change,
    /// The two halves of the time before, where both have answers.
    pub earlier: Option<Change>,
}

/// What may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Có tác dụng.
    Worked,
    /// Chưa kết luận.
    Open,
    /// Ngược lại.
    Backfired,
}

/// An effect with what holds it up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Effect {
    /// The difference of differences, −1 to 1.
    pub value: f64,
    /// Its 95 % interval.
    pub interval: (f64, f64),
    /// The variance between untouched units' true changes, taken into the interval.
    pub between: f64,
    /// Untouched units.
    pub untouched: usize,
    /// Those that would seem to have had an effect of their own.
    pub placebos: usize,
    /// Whether the unit went another way than the others before the start already.
    pub went_apart: bool,
    /// What may be said.
    pub outcome: Outcome,
}

/// Holds one unit against untouched ones. Nothing with fewer than three of them.
///
/// d = Δ − Δ̄ with the untouched units weighed by 1/(v + τ²), τ² after DerSimonian and Laird (1986);
/// d ± q·√(v + τ² + 1/Σw), q the normal point, or Student's with one degree less than units where τ² is
/// above 0. v is that of Wilson's interval, so that a unit at 100 % is not certain.
pub fn effect(unit: &Unit, untouched: &[Unit]) -> Option<Effect> {
    let changes: Vec<Change> = untouched.iter().map(|unit| unit.change).collect();
    let (value, interval, between) = against(unit.change, &changes)?;
    let placebo = |at: &usize| {
        let mut others = changes.clone();
        let own = others.remove(*at);
        against(own, &others).is_some_and(|(_, ends, _)| verdict(ends) != Verdict::NotSeen)
    };
    let placebos = (0..changes.len()).filter(placebo).count();
    let earlier: Vec<Change> = untouched.iter().filter_map(|unit| unit.earlier).collect();
    let before = unit.earlier.and_then(|own| against(own, &earlier));
    let went_apart = before.is_some_and(|(_, ends, _)| verdict(ends) != Verdict::NotSeen);
    let is_sound = !went_apart && placebos * PLACEBO <= changes.len();
    let outcome = match verdict(interval) {
        Verdict::Up if is_sound => Outcome::Worked,
        Verdict::Down if is_sound => Outcome::Backfired,
        _ => Outcome::Open,
    };
    let untouched = changes.len();
    Some(Effect { value, interval, between, untouched, placebos, went_apart, outcome })
}

impl Change {
    fn value(self) -> f64 {
        self.after.value - self.before.value
    }

    /// The squared error of both ends, from half the width of their Wilson intervals.
    fn variance(self) -> f64 {
        let of = |estimate: Estimate| {
            let (low, high) = estimate.interval();
            ((high - low) / (2.0 * Z)).powi(2)
        };
        of(self.before) + of(self.after)
    }
}

/// The difference of differences, its 95 % interval, and τ².
fn against(own: Change, others: &[Change]) -> Option<(f64, (f64, f64), f64)> {
    if others.len() < FEWEST {
        return None;
    }
    let degrees = u64::try_from(others.len() - 1).ok()?;
    let between = between(others, real(degrees));
    let (mean, precision) = mean(others, between);
    let value = own.value() - mean;
    let error = (own.variance() + between + 1.0 / precision).sqrt();
    let reach = if between > 0.0 { student::point(degrees)? } else { Z };
    let (low, high) = (value - reach * error, value + reach * error);
    Some((value, (low.max(-2.0), high.min(2.0)), between))
}

/// τ²: max(0, (Q − (I−1))/(Σw − Σw²/Σw)), w = 1/v.
fn between(others: &[Change], degrees: f64) -> f64 {
    let (mean, sum) = mean(others, 0.0);
    let (mut spread, mut squares) = (0.0, 0.0);
    for change in others {
        let weight = 1.0 / change.variance();
        spread += weight * (change.value() - mean).powi(2);
        squares += weight * weight;
    }
    ((spread - degrees) / (sum - squares / sum)).max(0.0)
}

/// The mean change, and the sum of the weights 1/(v + τ²).
fn mean(others: &[Change], between: f64) -> (f64, f64) {
    let (mut weighted, mut sum) = (0.0, 0.0);
    for change in others {
        let weight = 1.0 / (change.variance() + between);
        weighted += weight * change.value();
        sum += weight;
    }
    (weighted / sum, sum)
}

#[cfg(test)]
mod tests;
