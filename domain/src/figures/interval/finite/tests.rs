//! Known populations: golden ends, census, faults, and coverage.

use fastrand::Rng;
use proptest::prelude::*;

use super::*;
use crate::figures::chance;

fn item(num: u64, den: u64, people: u64) -> Known {
    of_item(Share { num, den }, people).unwrap().unwrap()
}

#[test]
fn the_published_sample_of_2270_comes_out() {
    let plain = Estimate::of(Share { num: 290, den: 341 }).unwrap();
    let estimate = corrected(plain, 341, 2270);
    assert!((estimate.effective - 401.103_680_66).abs() < 1e-8);
    let (low, high) = estimate.interval();
    assert!((low - 0.812_220_771_0).abs() < 1e-10 && (high - 0.882_010_190_7).abs() < 1e-10);
    let (low, high) = plain.interval();
    assert!((low - 0.808_692_567_7).abs() < 1e-10 && (high - 0.884_379_549_6).abs() < 1e-10);
    assert_eq!(item(290, 341, 2270), Known::Measured(estimate.interval().0, estimate.interval().1));
    assert_eq!(counted(Draw { yes: 290, answered: 341, people: 2270 }), (1842, 2006));
}

#[test]
fn people_are_counted_one_by_one_where_they_are_few_or_many_answered() {
    assert_eq!(item(45, 53, 60), Known::Counted { low: 49, high: 52, people: 60 });
    assert!(matches!(item(8, 10, 2000), Known::Counted { .. }));
    assert!(matches!(item(8, 10, 2001), Known::Measured(..)));
    assert!(matches!(item(500, 1001, 5000), Known::Counted { .. }));
    assert!(matches!(item(500, 1000, 5000), Known::Measured(..)), "one in five is not more");
    let (low, high) = Known::Counted { low: 1842, high: 2006, people: 2270 }.interval();
    assert!((low - 0.811_453_744_5).abs() < 1e-10 && (high - 0.883_700_440_5).abs() < 1e-10);
}

#[test]
fn all_is_a_point_and_more_than_all_a_fault() {
    let everybody = item(12, 12, 12);
    assert_eq!(everybody, Known::Everybody(Share { num: 12, den: 12 }));
    assert_eq!(everybody.interval(), (1.0, 1.0));
    assert_eq!(of_item(Share { num: 12, den: 13 }, 12), Err(TooMany));
    assert_eq!(of_item(Share::default(), 12), Ok(None));
}

#[test]
fn one_of_8145_says_next_to_nothing() {
    let (low, high) = item(0, 1, 8145).interval();
    assert!(low == 0.0 && high > 0.79);
}

/// How often per ten thousand the interval holds the truth, over departments of random size and share.
fn coverage(rng: &mut Rng, size: std::ops::Range<u64>, asked: (f64, f64)) -> u32 {
    let (mut hits, rounds) = (0, 1500);
    for _ in 0..rounds {
        let people = rng.u64(size.clone());
        let share = 0.6 + 0.35 * rng.f64();
        let of = chance::yes(rng, people, share);
        let part = asked.0 + (asked.1 - asked.0) * rng.f64();
        let answered = ((real(people) * part) as u64).clamp(5, people - 1);
        let (mut yes, mut left) = (0, of);
        for at in 0..answered {
            if rng.u64(0..people - at) < left {
                (yes, left) = (yes + 1, left - 1);
            }
        }
        let (low, high) = item(yes, answered, people).interval();
        let truth = real(of) / real(people);
        hits += u32::from(low - 1e-12 <= truth && truth <= high + 1e-12);
    }
    hits * 10_000 / rounds
}

#[test]
fn intervals_hold_the_truth_as_often_as_they_say() {
    let mut rng = Rng::with_seed(7);
    let measured = coverage(&mut rng, 2001..6000, (0.02, 0.2));
    let counted = coverage(&mut rng, 200..2000, (0.2, 0.6));
    let tiny = coverage(&mut rng, 20..100, (0.2, 0.9));
    println!(
        "known N, coverage per ten thousand: measured {measured}, counted {counted}, tiny {tiny}"
    );
    assert!((9350..=9700).contains(&measured));
    assert!(counted >= 9450 && tiny >= 9450, "exact ends hold at least what they say");
}

proptest! {
    #[test]
    fn tails_are_whole(people in 2u64..120, a in 0u64..120, b in 0u64..120, c in 0u64..120) {
        let (answered, of) = (1 + a % people, b % (people + 1));
        let (least, most) = ((answered + of).saturating_sub(people), of.min(answered));
        let yes = least + c % (most - least + 1);
        let draw = Draw { yes, answered, people };
        let above = if yes < most { Draw { yes: yes + 1, ..draw }.tail(of, true) } else { 0.0 };
        prop_assert!((draw.tail(of, false) + above - 1.0).abs() < 1e-10);
    }

    #[test]
    fn exact_ends_are_the_last_counts_in_keeping(n in 1u64..40, x in 0u64..40, rest in 1u64..60) {
        let draw = Draw { yes: x.min(n), answered: n, people: n + rest };
        let (low, high) = counted(draw);
        let fits = |of: u64| draw.tail(of, true) > SIDE && draw.tail(of, false) > SIDE;
        let possible = draw.yes..=draw.people - (n - draw.yes);
        let slowly: Vec<u64> = possible.filter(|of| fits(*of)).collect();
        prop_assert_eq!(Some(&low), slowly.first());
        prop_assert_eq!(Some(&high), slowly.last());
    }
}
