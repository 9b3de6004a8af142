//! Targets above, below and between limits, and chances in words.

use super::*;

fn chart() -> (Chart, Share) {
    let months = [80, 84, 82, 86, 83].map(|num| Share { num, den: 100 });
    (laney::chart(&months, 0..5).unwrap(), months.into_iter().sum())
}

#[test]
fn a_target_beyond_the_limits_is_met_always_or_never() {
    let (chart, _) = chart();
    let last = chart.points[4].unwrap();
    let of = |target, better| Assurance::of(&chart, target, better).unwrap();
    assert_eq!(of(last.high + 0.001, Better::Higher), Assurance::Never);
    assert_eq!(of(last.low - 0.001, Better::Higher), Assurance::Always);
    assert_eq!(of(last.high + 0.001, Better::Lower), Assurance::Always);
    assert_eq!(of(last.low - 0.001, Better::Lower), Assurance::Never);
    for target in [last.low, chart.centre, last.high] {
        assert_eq!(of(target, Better::Higher), Assurance::Sometimes);
        assert_eq!(of(target, Better::Lower), Assurance::Sometimes);
    }
    let empty = Chart { points: vec![None], ..chart.clone() };
    assert_eq!(Assurance::of(&empty, 0.8, Better::Higher), None);
    let gap = Chart { points: vec![chart.points[4], None], ..chart };
    assert_eq!(Assurance::of(&gap, 0.0, Better::Higher), Some(Assurance::Always));
}

#[test]
fn the_chance_of_a_target_follows_the_normal_curve() {
    let (chart, whole) = chart();
    assert!(chart.spread < 1.0, "months more alike than chance do not make a target surer");
    let half = chance(&chart, whole, 100, chart.centre).unwrap();
    assert!((half - 0.5).abs() < 1e-12);
    let deviation = laney::deviation(whole, 100);
    let above = chance(&chart, whole, 100, chart.centre + deviation).unwrap();
    assert!((above - 0.158_655_253_931_457_05).abs() < 1e-9);
    let wild = Chart { spread: 2.0, ..chart.clone() };
    let wild = chance(&wild, whole, 100, chart.centre + 2.0 * deviation).unwrap();
    assert!((wild - above).abs() < 1e-9);
    assert_eq!(chance(&chart, Share { num: 5, den: 5 }, 100, 0.8), None);
    assert_eq!(chance(&chart, whole, 0, 0.8), None);
}

#[test]
fn chances_are_told_in_whole_periods() {
    let told = |chance| (odds(chance).hits, odds(chance).of);
    assert_eq!(told(0.13), (1, 8));
    assert_eq!(told(0.5), (1, 2));
    assert_eq!(told(0.9), (9, 10));
    assert_eq!(told(0.001), (1, 100));
    assert_eq!(told(0.999_999), (99, 100));
    assert_eq!(told(0.0), (1, 100));
}
