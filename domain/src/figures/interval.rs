//! How far a share may be off by chance alone: Wilson's 95 % interval.

pub mod finite;
pub mod moments;
pub mod small;
pub mod weighted;

use crate::figures::{
    curve::{normal::Z, real},
    share::{Method, Share},
};

/// A share as parts of one, and how many independent people it is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The share, 0 to 1.
    pub value: f64,
    /// So many independent people would know it as well; above 0.
    pub effective: f64,
}

impl Estimate {
    /// The share of people in one item. Nothing, if nobody answered.
    pub fn of(share: Share) -> Option<Self> {
        (share.den > 0)
            .then(|| Self { value: real(share.num) / real(share.den), effective: real(share.den) })
    }

    /// Wilson's interval `z` standard deviations to either side, parts of one.
    pub fn ends(self, z: f64) -> (f64, f64) {
        score(self.value, self.effective, z)
    }

    /// The 95 % interval, parts of one.
    pub fn interval(self) -> (f64, f64) {
        self.ends(Z)
    }

    /// The square of its standard error.
    pub fn variance(self) -> f64 {
        self.value * (1.0 - self.value) / self.effective
    }
}

/// Wilson's score interval (Wilson 1927): p̂ + z²/2n ± z·√(p̂(1−p̂)/n + z²/4n²), over 1 + z²/n.
///
/// `people` need not be whole. Nobody satisfied gives exactly 0 below, everybody exactly 1 above.
fn score(proportion: f64, people: f64, z: f64) -> (f64, f64) {
    let spread = z * z / people;
    let middle = (proportion + spread / 2.0) / (1.0 + spread);
    let inner = proportion * (1.0 - proportion) / people + spread / (4.0 * people);
    let half = z / (1.0 + spread) * inner.max(0.0).sqrt();
    let low = if proportion <= 0.0 { 0.0 } else { (middle - half).max(0.0) };
    let high = if proportion >= 1.0 { 1.0 } else { (middle + half).min(1.0) };
    (low, high)
}

/// Wilson's score interval for a proportion seen in `n` independent people; both ends within 0–1.
///
/// Checked against statsmodels and R (`prop.test(…, correct = FALSE)`).
pub fn wilson(proportion: f64, n: u64) -> Option<(f64, f64)> {
    (n > 0).then(|| score(proportion, real(n), Z))
}

/// The 95 % interval of an index in hundredths of a percent, outwards to whole hundredths.
///
/// One person's answers hang together, so `n` is people, not answers: where people answer about as
/// many items each, the interval is at least as wide as it should be ([`moments`] knows how much).
/// For `MEAN5` the level is mapped to 0–1 first; no variable on that range varies more than a
/// yes-or-no with the same mean.
pub fn of_index(share: Share, method: Method, people: u64) -> Option<(u64, u64)> {
    of_people(share, method, people).map(|it| hundredths(it.interval(), method))
}

/// The share of an index on 0–1, worth as many people as there are. Nothing, if nobody answered.
pub fn of_people(share: Share, method: Method, people: u64) -> Option<Estimate> {
    let (floor, width) = scale(method);
    let ratio = real(share.num) / real(share.den);
    let value = ((ratio - floor) / width).clamp(0.0, 1.0);
    (share.den > 0 && people > 0).then(|| Estimate { value, effective: real(people) })
}

/// Where a method's index begins and how wide it is: a mean level over five is at least a fifth.
fn scale(method: Method) -> (f64, f64) {
    match method {
        Method::TopTwo => (0.0, 1.0),
        Method::Mean => (0.2, 0.8),
    }
}

/// Ends on 0–1 as hundredths of a percent of the method's index, outwards.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 10 000")]
pub fn hundredths((low, high): (f64, f64), method: Method) -> (u64, u64) {
    let (floor, width) = scale(method);
    let part = |value: f64| ((floor + width * value) * 10_000.0) as u64;
    (part(low), (part(high) + 1).min(10_000))
}

#[cfg(test)]
mod tests;
