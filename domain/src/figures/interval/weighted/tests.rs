//! The stratified set, its survey figures, and every way to fall back.

use fastrand::Rng;

use super::*;
use crate::figures::chance;

fn stratum(num: u64, den: u64, people: u64) -> Stratum {
    Stratum { share: Share { num, den }, people: Some(people) }
}

/// Four strata of published survey figures (R `survey` 4.1-1).
fn published() -> [Stratum; 4] {
    [stratum(58, 60, 1200), stratum(33, 40, 300), stratum(102, 120, 5000), stratum(15, 30, 80)]
}

#[test]
fn the_stratified_set_comes_out_to_the_last_digit() {
    let weighted = weighted(&published()).unwrap();
    assert!((weighted.estimate.value - 0.865_881_458_966_565_3).abs() < 1e-15);
    assert!((weighted.error() - 0.025_070_556_907_302_24).abs() < 1e-15);
    assert!((weighted.design - 1.4009).abs() < 5e-5);
    let (low, high) = weighted.plain_interval();
    assert!((low - 0.816_744_07).abs() < 5e-9 && (high - 0.915_018_85).abs() < 5e-9);
    let (low, high) = weighted.estimate.interval();
    assert!(low > 0.807 && high < 0.9083, "close to the logit interval: {low} {high}");
    assert_eq!(weighted.fallback, None);
}

#[test]
fn kish_knows_what_unequal_weights_cost() {
    let equal = weighted(&[stratum(40, 50, 100), stratum(30, 50, 100)]).unwrap();
    assert!((equal.kish - 100.0).abs() < 1e-9);
    // Weights 1 and 3 of one person each: 16/10.
    let unequal = weighted(&[stratum(1, 1, 1), stratum(1, 1, 3)]).unwrap();
    assert!((unequal.kish - 1.6).abs() < 1e-12);
    assert_eq!(
        unequal.estimate.effective, unequal.kish,
        "where nobody differs, weights alone speak"
    );
}

#[test]
fn without_weights_it_falls_back_and_says_so() {
    let fallback = |strata: &[Stratum]| {
        let weighted = weighted(strata).unwrap();
        assert!((weighted.estimate.value - 0.7).abs() < 1e-15, "the plain share");
        assert!((weighted.kish - weighted.estimate.effective).abs() < 1e-12);
        weighted.fallback
    };
    let known = stratum(40, 50, 100);
    let unknown = Stratum { people: None, ..stratum(30, 50, 0) };
    assert_eq!(fallback(&[known, unknown]), Some(Unweighted::Unknown));
    assert_eq!(fallback(&[known, stratum(30, 50, 0)]), Some(Unweighted::Zero));
    assert_eq!(fallback(&[known, stratum(30, 50, 49)]), Some(Unweighted::TooMany));
    assert_eq!(
        fallback(&[known, stratum(30, 50, 90), stratum(0, 0, 10)]),
        Some(Unweighted::Silent)
    );
    assert_eq!(weighted(&[]), None);
    assert_eq!(weighted(&[stratum(0, 0, 9)]), None);
}

#[test]
fn a_group_without_people_and_answers_changes_nothing() {
    let with = weighted(&[stratum(40, 50, 100), stratum(0, 0, 0)]);
    assert_eq!(with, weighted(&[stratum(40, 50, 100)]));
}

#[test]
fn weighted_intervals_hold_the_truth_as_often_as_they_say() {
    let mut rng = Rng::with_seed(44);
    let (mut hits, rounds) = (0, 2000);
    for _ in 0..rounds {
        let (mut strata, mut truth, mut all) = (vec![], 0.0, 0.0);
        for _ in 0..4 {
            let (den, share) = (rng.u64(15..80), 0.65 + 0.28 * rng.f64());
            let people = den * rng.u64(10..60);
            strata.push(stratum(chance::yes(&mut rng, den, share), den, people));
            truth += share * real(people);
            all += real(people);
        }
        let (low, high) = weighted(&strata).unwrap().estimate.interval();
        hits += u32::from(low <= truth / all && truth / all <= high);
    }
    let coverage = hits * 10_000 / rounds;
    println!("weighted to four strata: {coverage} per ten thousand");
    assert!((9350..=9700).contains(&coverage));
}
