//! The curves that chance follows, and how to walk along them: normal, Student, binomial, hypergeometric.

pub mod binomial;
pub mod hypergeometric;
pub mod normal;
pub mod student;

/// A count as a real number.
#[expect(clippy::cast_precision_loss, reason = "counts of people stay far below 2^52")]
pub fn real(count: u64) -> f64 {
    count as f64
}

/// Where a rising function passes nothing, between two ends that it lies between.
///
/// Halves the stretch until its ends are neighbours: no derivative, no start to guess, always an end.
pub fn root(mut low: f64, mut high: f64, rising: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if rising(middle) < 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
    low + (high - low) / 2.0
}

/// The logarithm of the number of ways to choose `k` of `n`.
pub fn ln_choose(n: u64, k: u64) -> f64 {
    let ln_factorial = |count: u64| libm::lgamma(real(count) + 1.0);
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}
