//! The hypergeometric distribution: how many of those who were reached say yes, of a known number of people.

use super::{ln_choose, real};

/// A share of a part of a known number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Draw {
    /// Satisfied people among those who answered.
    pub yes: u64,
    /// People who answered.
    pub answered: u64,
    /// People there are; at least those who answered.
    pub people: u64,
}

impl Draw {
    /// How likely at least (or at most) this many satisfied answers are, if `of` people are satisfied.
    pub fn tail(self, of: u64, is_upper: bool) -> f64 {
        let most = of.min(self.answered);
        let least = (self.answered + of).saturating_sub(self.people);
        let (from, to) = if is_upper { (self.yes, most) } else { (least, self.yes) };
        if (is_upper && from <= least) || (!is_upper && to >= most) {
            return 1.0;
        }
        if from > to {
            return 0.0;
        }
        self.sum(of, if is_upper { from } else { to }, if is_upper { to } else { from })
    }

    /// Adds probabilities from one count to another, each from the one before.
    fn sum(self, of: u64, from: u64, to: u64) -> f64 {
        let mut term = self.probability(of, from);
        let mut sum = term;
        let mut count = from;
        while count != to && term > sum * f64::EPSILON / 1024.0 {
            let up = count < to;
            let lower = if up { count } else { count - 1 };
            let ratio = self.ratio(of, lower);
            term *= if up { ratio } else { 1.0 / ratio };
            count = if up { count + 1 } else { count - 1 };
            sum += term;
        }
        sum
    }

    /// The probability of one more than `count` over that of `count`.
    fn ratio(self, of: u64, count: u64) -> f64 {
        let rest = self.people + count + 1 - of - self.answered;
        real(of - count) * real(self.answered - count) / (real(count + 1) * real(rest))
    }

    fn probability(self, of: u64, count: u64) -> f64 {
        let (no, missing) = (self.people - of, self.answered - count);
        (ln_choose(of, count) + ln_choose(no, missing) - ln_choose(self.people, self.answered))
            .exp()
    }
}
