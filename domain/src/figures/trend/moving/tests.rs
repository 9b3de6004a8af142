//! The golden series, ties on the mean, gaps.

use super::*;
use crate::figures::trend::rules::{Better, Cause, MDC_2023};

const GOLDEN: [i64; 18] = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1];

#[test]
fn the_golden_series_comes_out() {
    let values = GOLDEN.map(Some);
    let chart = chart(&values, 0..18, &MDC_2023).unwrap();
    assert!((chart.centre - 1.944_444_444_4).abs() < 1e-10);
    assert!((mean_range(&values) - 1.882_352_941_2).abs() < 1e-10);
    assert!((range_limit(&values, &MDC_2023) - 3.267 * 32.0 / 17.0).abs() < 1e-12);
    let first = chart.points[0].unwrap();
    assert!((first.low + 3.062_614_379_1).abs() < 1e-10);
    assert!((first.high - 6.951_503_268_0).abs() < 1e-10);
    let special = MDC_2023.judge(&chart, Better::Lower);
    for (at, it) in special.iter().enumerate() {
        assert_eq!(it.concern, (at == 4).then_some(Cause::Point), "{at}");
        assert_eq!(it.improvement, None);
    }
}

#[test]
fn values_on_the_mean_lie_on_it() {
    let alike = [Some(8394); 9];
    let chart = chart(&alike, 0..9, &MDC_2023).unwrap();
    assert!(chart.points.iter().flatten().all(|point| point.side.is_eq() && point.step.is_eq()));
    assert_eq!(MDC_2023.judge(&chart, Better::Higher), vec![Default::default(); 9]);
}

#[test]
fn a_gap_is_no_value_and_no_distance() {
    let values = [Some(4), None, Some(8), Some(6)];
    let chart = chart(&values, 0..4, &MDC_2023).unwrap();
    assert!((chart.centre - 6.0).abs() < 1e-15 && (mean_range(&values) - 2.0).abs() < 1e-15);
    assert_eq!((chart.basis, chart.points[1]), (3, None));
    assert_eq!(chart.points[2].unwrap().step, Ordering::Equal);
    assert_eq!(chart.points[3].unwrap().step, Ordering::Less);
    assert_eq!(super::chart(&[None], 0..1, &MDC_2023), None);
    assert_eq!(super::chart(&values, 2..9, &MDC_2023), None);
}
