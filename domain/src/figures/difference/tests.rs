//! Newcombe's published ends, one decision, many comparisons.

use fastrand::Rng;
use proptest::prelude::*;

use super::{family::Cut, *};
use crate::figures::{chance, curve::normal::Z, share::Share};

fn between(x1: u64, n1: u64, x2: u64, n2: u64) -> Difference {
    let of = |num, den| Estimate::of(Share { num, den }).unwrap();
    Difference { one: of(x1, n1), other: of(x2, n2) }
}

#[test]
fn newcombe_gives_the_published_ends() {
    let golden = [
        (between(56, 70, 48, 80), 0.052_431_472_4, 0.333_872_654_0),
        (between(504, 600, 470, 600), 0.012_408_395_0, 0.100_739_156_5),
        (between(10, 10, 0, 20), 0.679_086_037_1, 1.0),
    ];
    for (difference, low, high) in golden {
        let (l, h) = difference.ends(Z);
        assert!((l - low).abs() < 5e-11 && (h - high).abs() < 5e-11, "{l} {h}");
    }
}

#[test]
fn overlapping_intervals_are_no_equality() {
    let difference = between(504, 600, 470, 600);
    assert!(difference.one.interval().0 < difference.other.interval().1, "the two overlap");
    assert_eq!(difference.decide(0.05).0, Verdict::Up);
}

#[test]
fn the_decision_never_leaves_the_interval_that_is_shown() {
    let difference = between(48, 50, 42, 50);
    let (verdict, (low, high)) = difference.decide(0.05);
    assert!((low + 0.001_740_887_8).abs() < 1e-10 && (high - 0.248_449_626_7).abs() < 1e-10);
    assert_eq!(verdict, Verdict::NotSeen, "a pooled z test would say p = 0.0455");
    assert!(difference.p_value() > 0.05);
    assert_eq!(between(470, 600, 504, 600).decide(0.05).0, Verdict::Down);
    assert!((between(3, 6, 4, 8).p_value() - 1.0).abs() < 1e-12);
}

fn near(adjusted: &[Option<f64>], expected: &[Option<f64>]) -> bool {
    adjusted.len() == expected.len()
        && adjusted.iter().zip(expected).all(|pair| match pair {
            (Some(a), Some(b)) => (a - b).abs() < 5e-8,
            (a, b) => a == b,
        })
}

#[test]
fn adjusted_p_values_come_out_as_published() {
    let three = Cut::Share.adjust(&[Some(0.02), Some(0.021), Some(0.9)]);
    assert!(near(&three, &[Some(0.0315), Some(0.0315), Some(0.9)]));
    let seven = Cut::Share.adjust(&[0.001, 0.008, 0.012, 0.04, 0.041, 0.2, 0.6].map(Some));
    let expected = [0.007, 0.028, 0.028, 0.0574, 0.0574, 0.233_333_3, 0.6].map(Some);
    assert!(near(&seven, &expected));
}

#[test]
fn a_list_in_which_nothing_may_be_false_is_cut_harder() {
    // R: p.adjust(c(.01, .04, .03, .005), "holm").
    let four = Cut::Any.adjust(&[0.01, 0.04, 0.03, 0.005].map(Some));
    assert!(near(&four, &[0.03, 0.06, 0.06, 0.02].map(Some)), "{four:?}");
    let with = Cut::Any.adjust(&[None, Some(0.6), Some(0.7)]);
    assert!(near(&with, &[None, Some(1.0), Some(1.0)]));
}

#[test]
fn an_undefined_test_stays_undefined_and_harms_no_other() {
    let with = Cut::Share.adjust(&[Some(0.9), None, Some(0.02), Some(f64::NAN), Some(0.021)]);
    assert!(near(&with, &[Some(0.9), None, Some(0.0315), None, Some(0.0315)]));
    assert_eq!(Cut::Share.adjust(&[]), []);
    let decided = Cut::Share.decide(&[None, Some(between(504, 600, 470, 600))], 0.05);
    assert_eq!(decided[0].verdict, Verdict::TooFew);
    assert_eq!(decided[0].interval, None);
    assert_eq!(decided[1].verdict, Verdict::Up);
}

#[test]
fn intervals_of_differences_hold_the_truth_as_often_as_they_say() {
    let mut rng = Rng::with_seed(17);
    let (mut hits, rounds) = (0, 4000);
    for _ in 0..rounds {
        let (n1, n2) = (rng.u64(10..200), rng.u64(10..200));
        let (p1, p2) = (0.6 + 0.35 * rng.f64(), 0.6 + 0.35 * rng.f64());
        let (x1, x2) = (chance::yes(&mut rng, n1, p1), chance::yes(&mut rng, n2, p2));
        let (low, high) = between(x1, n1, x2, n2).ends(Z);
        hits += u32::from(low <= p1 - p2 && p1 - p2 <= high);
    }
    let coverage = hits * 10_000 / rounds;
    println!("Newcombe, 10–200 people each: {coverage} per ten thousand");
    assert!((9350..=9700).contains(&coverage));
}

/// 95 communes that are all alike, compared month by month with the month before.
#[test]
fn alike_communes_are_flagged_in_few_months() {
    let mut rng = Rng::with_seed(95);
    let (mut flagged, mut naive, months) = (0, 0, 1000);
    for _ in 0..months {
        let mut count = || chance::yes(&mut rng, 60, 0.84);
        let lists: Vec<_> = (0..95).map(|_| Some(between(count(), 60, count(), 60))).collect();
        let is_flag = |verdict| matches!(verdict, Verdict::Up | Verdict::Down);
        flagged += u32::from(Cut::Share.decide(&lists, 0.05).iter().any(|it| is_flag(it.verdict)));
        naive += u32::from(lists.iter().flatten().any(|it| is_flag(it.decide(0.05).0)));
    }
    println!("95 alike communes, {months} months: flags in {flagged} after BH, in {naive} without");
    assert!(20 * flagged <= months && naive > months / 2);
}

proptest! {
    #[test]
    fn p_is_below_alpha_where_and_only_where_the_interval_leaves_out_nothing(
        n1 in 1u64..400, n2 in 1u64..400, a in 0u64..400, b in 0u64..400, alpha in 0.001f64..0.3,
    ) {
        let difference = between(a % (n1 + 1), n1, b % (n2 + 1), n2);
        let p = difference.p_value();
        prop_assume!((p - alpha).abs() > 1e-12);
        let (low, high) = difference.ends(normal::point(alpha));
        prop_assert_eq!(p < alpha, low > 0.0 || high < 0.0, "p {} of {} to {}", p, low, high);
        prop_assert_eq!(difference.decide(alpha).0 == Verdict::NotSeen, p >= alpha);
    }

    #[test]
    fn a_list_s_intervals_and_its_adjusted_p_values_say_the_same(
        counts in prop::collection::vec((0u64..=80, 0u64..=80, prop::bool::weighted(0.9)), 1..30),
    ) {
        let lists: Vec<_> =
            counts.into_iter().map(|(x, y, is_there)| is_there.then(|| between(x, 80, y, 80))).collect();
        let cuts = [Cut::Share, Cut::Any];
        for it in cuts.iter().flat_map(|cut| cut.decide(&lists, 0.05)) {
            if let (Some(adjusted), Some((low, high))) = (it.adjusted, it.interval) {
                prop_assume!((adjusted - 0.05).abs() > 1e-12);
                prop_assert_eq!(adjusted < 0.05, low > 0.0 || high < 0.0);
                prop_assert_eq!(it.verdict != Verdict::NotSeen, adjusted < 0.05);
            }
        }
    }

    #[test]
    fn the_two_sides_mirror_each_other(x in 0u64..=50, y in 0u64..=70) {
        let there = between(x, 50, y, 70);
        let back = Difference { one: there.other, other: there.one };
        let ((low, high), (l, h)) = (there.ends(Z), back.ends(Z));
        prop_assert!((low + h).abs() < 1e-12 && (high + l).abs() < 1e-12);
        prop_assert!((there.p_value() - back.p_value()).abs() < 1e-12);
    }
}
