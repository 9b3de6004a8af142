//! Made-up people for simulations; for tests alone, always from a fixed seed.

use fastrand::Rng;

use crate::figures::{interval::moments::Moments, share::Share};

/// Whether an event of this probability happens.
pub fn happens(rng: &mut Rng, probability: f64) -> bool {
    rng.f64() < probability
}

/// How many of `n` independent people say yes.
pub fn yes(rng: &mut Rng, n: u64, probability: f64) -> u64 {
    (0..n).map(|_| u64::from(happens(rng, probability))).sum()
}

/// One person's 6–16 answers, beta-binomial: an urn that gets another ball of each colour drawn.
///
/// `correlation` is that of two answers of one person.
pub fn person(rng: &mut Rng, share: f64, correlation: f64) -> Share {
    let balls = (1.0 - correlation) / correlation;
    let den = rng.u64(6..=16);
    let (mut num, mut seen) = (0.0, 0.0);
    for _ in 0..den {
        if happens(rng, (share * balls + num) / (balls + seen)) {
            num += 1.0;
        }
        seen += 1.0;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 16")]
    Share { num: num as u64, den }
}

/// The moments of so many people.
pub fn people(rng: &mut Rng, n: u64, share: f64, correlation: f64) -> Moments {
    (0..n).map(|_| Moments::of(person(rng, share, correlation))).sum()
}
