//! XmR: single values through time, their spread taken from one to the next.

use std::{cmp::Ordering, ops::Range};

use crate::figures::trend::{Chart, Point, rules::Rules};

/// The chart of whole values (hundredths of a percent, days, cases), from the points of `basis`.
///
/// x̄ ± 2.66·M, where M is the mean distance between neighbours. Nothing without a value in the basis.
pub fn chart(values: &[Option<i64>], basis: Range<usize>, rules: &Rules) -> Option<Chart> {
    let base = values.get(basis)?;
    let seen: Vec<i128> = base.iter().flatten().map(|value| i128::from(*value)).collect();
    let count = i128::try_from(seen.len()).ok().filter(|count| *count > 0)?;
    let sum: i128 = seen.iter().sum();
    let centre = ratio(sum, count);
    let reach = rules.reach * mean_range(base);
    let point = |(at, value): (usize, &Option<i64>)| {
        let value = (*value)?;
        let before = at.checked_sub(1).and_then(|at| values[at]);
        Some(Point {
            value: ratio(i128::from(value), 1),
            side: (i128::from(value) * count).cmp(&sum),
            step: before.map_or(Ordering::Equal, |before| value.cmp(&before)),
            low: centre - reach,
            high: centre + reach,
        })
    };
    let points = values.iter().enumerate().map(point).collect();
    Some(Chart { centre, spread: 1.0, basis: seen.len(), points })
}

/// M: the mean distance between neighbours; none across a gap.
pub fn mean_range(values: &[Option<i64>]) -> f64 {
    let ranges: Vec<i128> = values
        .windows(2)
        .filter_map(|pair| Some((i128::from(pair[1]?) - i128::from(pair[0]?)).abs()))
        .collect();
    let count = i128::try_from(ranges.len()).unwrap_or(i128::MAX).max(1);
    ratio(ranges.iter().sum(), count)
}

/// The upper limit of the chart of ranges: 3.267·M.
pub fn range_limit(values: &[Option<i64>], rules: &Rules) -> f64 {
    rules.range_reach * mean_range(values)
}

#[expect(clippy::cast_precision_loss, reason = "one rounding of two whole numbers")]
fn ratio(sum: i128, count: i128) -> f64 {
    sum as f64 / count as f64
}

#[cfg(test)]
mod tests;
