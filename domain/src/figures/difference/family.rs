//! Everything a page compares, decided together, so that long lists do not shout by chance.
//!
//! Where some of a list truly differ, the step-up cut lets more pass beside them: it bounds the part of
//! what is marked that is false, not the chance that anything is. Sentences need the latter.

use crate::figures::{
    curve::{normal, real},
    difference::{Difference, Verdict, verdict},
};

/// How a list is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// Of what is marked, at most one in twenty is false on average: for lists to look through, colours,
    /// funnels (Benjamini and Hochberg 1995, step-up).
    Share,
    /// In at most one list of twenty is anything false: for sentences and places (Holm 1979, step-down).
    Any,
}

/// A comparison after all others of its page were heard.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decided {
    /// The one decision.
    pub verdict: Verdict,
    /// The interval of the difference at the family's own level; leaves out 0 where the verdict says so.
    pub interval: Option<(f64, f64)>,
    /// The adjusted p-value; nothing where too few answered.
    pub adjusted: Option<f64>,
}

impl Cut {
    /// p-values of many tests, adjusted for each other.
    ///
    /// `Share`: the smallest m·p/rank from its own rank upwards. `Any`: the largest (m−rank+1)·p up to its
    /// own rank. Order stays; an undefined test stays undefined and counts for nothing.
    pub fn adjust(self, p_values: &[Option<f64>]) -> Vec<Option<f64>> {
        let mut order: Vec<(usize, f64)> = (0..)
            .zip(p_values)
            .filter_map(|(at, p)| p.filter(|p| !p.is_nan()).map(|p| (at, p)))
            .collect();
        order.sort_by(|a, b| a.1.total_cmp(&b.1));
        let all = order.len();
        let mut adjusted = vec![None; p_values.len()];
        match self {
            Self::Share => {
                let mut least = 1.0f64;
                for (before, (at, p)) in order.into_iter().enumerate().rev() {
                    least = least.min(p * count(all) / count(before + 1));
                    adjusted[at] = Some(least);
                }
            }
            Self::Any => {
                let mut most = 0.0f64;
                for (before, (at, p)) in order.into_iter().enumerate() {
                    most = most.max(p * count(all - before)).min(1.0);
                    adjusted[at] = Some(most);
                }
            }
        }
        adjusted
    }

    /// The α at which intervals say what adjusted p-values say, where `seen` of `all` differ.
    ///
    /// `Share`: R·α/m (Benjamini and Yekutieli 2005); the next p lies above it. `Any`: α/(m−R); likewise.
    fn level(self, alpha: f64, seen: usize, all: usize) -> f64 {
        match self {
            Self::Share => alpha * count(seen.max(1)) / count(all.max(1)),
            Self::Any => alpha / count((all - seen).max(1)),
        }
    }

    /// Decides a page's comparisons together; those with too few answers come as nothing.
    ///
    /// An interval leaves out 0 where, and only where, the adjusted p < α.
    pub fn decide(self, comparisons: &[Option<Difference>], alpha: f64) -> Vec<Decided> {
        let p_values: Vec<_> = comparisons.iter().map(|it| it.map(Difference::p_value)).collect();
        let adjusted = self.adjust(&p_values);
        let all = adjusted.iter().flatten().count();
        let seen = adjusted.iter().flatten().filter(|p| **p < alpha).count();
        let z = normal::point(self.level(alpha, seen, all));
        let one = |(comparison, adjusted): (&Option<Difference>, Option<f64>)| {
            let interval = comparison.map(|it| it.ends(z));
            let is_seen = adjusted.is_some_and(|p| p < alpha);
            let verdict = match interval {
                None => Verdict::TooFew,
                Some(ends) if is_seen => verdict(ends),
                Some(_) => Verdict::NotSeen,
            };
            Decided { verdict, interval, adjusted }
        };
        comparisons.iter().zip(adjusted).map(one).collect()
    }
}

fn count(of: usize) -> f64 {
    real(u64::try_from(of).unwrap_or(u64::MAX))
}
