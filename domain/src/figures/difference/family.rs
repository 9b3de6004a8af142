//! Everything a page compares, decided together, so that long lists do not shout by chance.

use crate::figures::{
    curve::{normal, real},
    difference::{Difference, Verdict, verdict},
};

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

/// p-values of many tests, adjusted for each other (Benjamini and Hochberg 1995, step-up).
///
/// Each becomes the smallest m·p/rank from its own rank upwards. Order stays; an undefined test stays
/// undefined and counts for nothing.
pub fn adjust(p_values: &[Option<f64>]) -> Vec<Option<f64>> {
    let mut order: Vec<(usize, f64)> = (0..)
        .zip(p_values)
        .filter_map(|(at, p)| p.filter(|p| !p.is_nan()).map(|p| (at, p)))
        .collect();
    order.sort_by(|a, b| b.1.total_cmp(&a.1));
    let all = order.len();
    let mut adjusted = vec![None; p_values.len()];
    let mut least = 1.0f64;
    for (passed, (at, p)) in order.into_iter().enumerate() {
        least = least.min(p * count(all) / count(all - passed));
        adjusted[at] = Some(least);
    }
    adjusted
}

/// Decides a page's comparisons together; those with too few answers come as nothing.
///
/// Intervals are those of selected effects (Benjamini and Yekutieli 2005): at the level R·α/m, where R
/// of m comparisons differ. So an interval leaves out 0 where, and only where, the adjusted p < α.
pub fn decide(comparisons: &[Option<Difference>], alpha: f64) -> Vec<Decided> {
    let p_values: Vec<_> = comparisons.iter().map(|it| it.map(Difference::p_value)).collect();
    let adjusted = adjust(&p_values);
    let heard = adjusted.iter().flatten().count();
    let seen = adjusted.iter().flatten().filter(|p| **p < alpha).count();
    let z = normal::point(alpha * count(seen.max(1)) / count(heard.max(1)));
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

fn count(of: usize) -> f64 {
    real(u64::try_from(of).unwrap_or(u64::MAX))
}
