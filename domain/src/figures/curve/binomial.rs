//! The binomial distribution: how many of `n` independent people say yes.

use super::{ln_choose, real};

/// How many standard deviations around the middle hold everything that can be told from nothing.
const REACH: f64 = 40.0;

/// The smallest count `r` with F(r) ≥ `alpha`, then F(r) and F(r−1).
///
/// `n` people, each satisfied with the probability `p` strictly between 0 and 1.
pub fn quantile(n: u64, p: f64, alpha: f64) -> (u64, f64, f64) {
    let mut count = start(n, p);
    let (mut before, mut sum) = (0.0, probability(n, p, count));
    while sum < alpha && count < n {
        count += 1;
        before = sum;
        sum += probability(n, p, count);
    }
    (count, sum, before)
}

/// The probabilities of at most and of at least `count` of `n`.
pub fn tails(n: u64, p: f64, count: u64) -> (f64, f64) {
    let sum = |from: u64, to: u64| (from..=to).map(|at| probability(n, p, at)).sum::<f64>();
    let (first, last) = (start(n, p), n - start(n, 1.0 - p));
    (
        sum(first.min(count), count.min(last)).min(1.0),
        sum(count.max(first), last.max(count)).min(1.0),
    )
}

/// The probability of exactly `count` of `n`.
fn probability(n: u64, p: f64, count: u64) -> f64 {
    (ln_choose(n, count) + real(count) * p.ln() + real(n - count) * (-p).ln_1p()).exp()
}

/// A count below which nothing measurable lies.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and n")]
fn start(n: u64, p: f64) -> u64 {
    let mean = real(n) * p;
    (mean - REACH * (mean * (1.0 - p)).sqrt() - REACH).max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_table_comes_out_by_hand() {
        let (count, sum, before) = quantile(2, 0.5, 0.5);
        assert_eq!(count, 1);
        assert!((sum - 0.75).abs() < 1e-12 && (before - 0.25).abs() < 1e-12);
        assert_eq!(quantile(2, 0.5, 0.2).0, 0);
        assert_eq!(quantile(2, 0.5, 1.0).0, 2);
        let (low, high) = tails(3, 0.5, 1);
        assert!((low - 0.5).abs() < 1e-12 && (high - 0.875).abs() < 1e-12);
        let (low, high) = tails(1_000_000, 0.5, 500_000);
        assert!((low + high - 1.0 - probability(1_000_000, 0.5, 500_000)).abs() < 1e-9);
        assert_eq!(quantile(1_000_000, 0.5, 0.5).0, 500_000);
    }
}
