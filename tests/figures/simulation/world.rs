//! A department with known truth, and what its people answer.

use domain::{
    Method, Share,
    figures::interval::{Estimate, moments::Moments, small},
};
use fastrand::Rng;

/// Months of a department.
pub const MONTHS: usize = 36;

/// Months of the baseline.
pub const BASE: usize = 13;

const UNITS: usize = 12;

/// A unit: its true share in each month, and what was answered.
pub struct Unit {
    /// The true share of each month.
    pub truth: Vec<f64>,
    /// What was counted in each month.
    pub seen: Vec<Moments>,
    /// The month from which the level is another one, if it ever is.
    pub step: Option<usize>,
}

/// Twelve units.
pub struct Department {
    /// Its units.
    pub units: Vec<Unit>,
    /// Whether months differ by chance alone.
    pub is_calm: bool,
    /// Whether many units change at once.
    pub is_crisis: bool,
}

/// A true share with what was seen of it.
#[derive(Clone, Copy)]
pub struct Known {
    /// The truth, weighed as what was seen.
    pub truth: f64,
    /// What was seen.
    pub seen: Moments,
}

impl Department {
    /// Draws a department. In one of three, months wobble by two points. In half of them people answer
    /// one question, in the others 6–16 that hang together. In one of five, half of the units take their
    /// step together; in the others three of ten take one, each in a month of its own.
    pub fn made(rng: &mut Rng) -> Self {
        let wobble = if rng.u8(..3) == 0 { 0.02 } else { 0.0 };
        let hangs_together = if rng.bool() { None } else { Some(0.2 + 0.2 * rng.f64()) };
        let is_crisis = rng.u8(..5) == 0;
        let together = is_crisis.then(|| rng.usize(BASE + 1..MONTHS - 6));
        let units = (0..UNITS).map(|_| unit(rng, wobble, hangs_together, together)).collect();
        Self { units, is_calm: wobble == 0.0, is_crisis }
    }

    /// A unit over some months.
    pub fn unit(&self, unit: usize, months: std::ops::Range<usize>) -> Known {
        pool(months.map(|month| self.units[unit].known(month)))
    }

    /// All units over some months.
    pub fn whole(&self, months: std::ops::Range<usize>) -> Known {
        pool((0..UNITS).map(|unit| self.unit(unit, months.clone())))
    }
}

impl Unit {
    fn known(&self, month: usize) -> Known {
        Known { truth: self.truth[month], seen: self.seen[month] }
    }
}

impl Known {
    /// The share with the people it is worth, as the pages have it; too few people say nothing.
    pub fn estimate(&self, whole: &Moments) -> Option<Estimate> {
        small::estimate(&self.seen, whole, Method::TopTwo).filter(|_| self.seen.people >= 10)
    }
}

fn pool(parts: impl Iterator<Item = Known>) -> Known {
    let (mut seen, mut truth) = (Moments::default(), 0.0);
    for part in parts {
        truth += part.truth * part.seen.den as f64;
        seen += part.seen;
    }
    Known { truth: truth / seen.den.max(1) as f64, seen }
}

fn unit(rng: &mut Rng, wobble: f64, hangs_together: Option<f64>, together: Option<usize>) -> Unit {
    let (size, level) = (12.0 * 10f64.powf(rng.f64()), 0.72 + 0.21 * rng.f64());
    let alone = rng.usize(BASE + 1..MONTHS - 6);
    let of_ten = if together.is_some() { 5 } else { 3 };
    let step = (rng.u8(..10) < of_ten).then(|| together.unwrap_or(alone));
    let by = (0.03 + 0.05 * rng.f64()) * if rng.bool() { 1.0 } else { -1.0 };
    let mut truth = vec![];
    let mut seen = vec![];
    for month in 0..MONTHS {
        let shift = if step.is_some_and(|step| month >= step) { by } else { 0.0 };
        let share = (level + shift + wobble * normal(rng)).clamp(0.02, 0.99);
        let people = (size * (0.7 + 0.6 * rng.f64())) as u64;
        truth.push(share);
        seen.push((0..people).map(|_| Moments::of(person(rng, share, hangs_together))).sum());
    }
    Unit { truth, seen, step }
}

/// One person's answers: one, or 6–16 from an urn that gets another ball of each colour drawn.
fn person(rng: &mut Rng, share: f64, hangs_together: Option<f64>) -> Share {
    let Some(correlation) = hangs_together else {
        return Share { num: u64::from(rng.f64() < share), den: 1 };
    };
    let balls = (1.0 - correlation) / correlation;
    let den = rng.u64(6..=16);
    let mut num = 0;
    for seen in 0..den {
        let chance = (share * balls + num as f64) / (balls + seen as f64);
        num += u64::from(rng.f64() < chance);
    }
    Share { num, den }
}

/// Twelve uniform numbers, less six, are close to normal.
fn normal(rng: &mut Rng) -> f64 {
    (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0
}
