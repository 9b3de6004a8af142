//! The golden year, and months that are all alike.

use fastrand::Rng;

use super::*;
use crate::figures::{
    chance,
    trend::rules::{Better, MDC_2023},
};

const YEAR: [u64; 12] = [8402, 8291, 8466, 8212, 8550, 8377, 8421, 8280, 8589, 8305, 8431, 8518];

fn year() -> Vec<Share> {
    YEAR.map(|num| Share { num, den: 10_000 }).to_vec()
}

#[test]
fn the_golden_year_comes_out() {
    let chart = chart(&year(), 0..12).unwrap();
    assert!((chart.centre - 0.84035).abs() < 1e-15);
    assert!((chart.spread - 4.493_030_733_639).abs() < 1e-12);
    for point in chart.points.iter().flatten() {
        assert!((point.low - 0.790_978_626_692).abs() < 1e-12);
        assert!((point.high - 0.889_721_373_308).abs() < 1e-12);
    }
    let special = MDC_2023.judge(&chart, Better::Higher);
    assert!(special.iter().all(|it| it.concern.is_none() && it.improvement.is_none()));
}

#[test]
fn by_chance_alone_half_of_that_year_would_be_out() {
    let whole = year().into_iter().sum();
    let out = |month: &Share| score(*month, whole).abs() > LIMIT;
    let months: Vec<usize> =
        (1..).zip(year()).filter(|(_, it)| out(it)).map(|(at, _)| at).collect();
    assert_eq!(months, [2, 4, 5, 8, 9, 12]);
}

#[test]
fn seven_months_all_alike_are_not_below_themselves() {
    let alike = [(8394, 10_000), (4197, 5000), (12_591, 15_000)];
    let months: Vec<Share> =
        alike.iter().cycle().take(14).map(|&(num, den)| Share { num, den }).collect();
    let chart = chart(&months, 0..14).unwrap();
    assert!(chart.points.iter().flatten().all(|point| point.side.is_eq() && point.step.is_eq()));
    let special = MDC_2023.judge(&chart, Better::Higher);
    assert!(special.iter().all(|it| *it == Default::default()));
}

#[test]
fn a_month_without_ballots_is_a_gap_at_its_place() {
    let mut months = year();
    months[4] = Share::default();
    let chart = chart(&months, 0..12).unwrap();
    assert_eq!(chart.points.len(), 12);
    assert_eq!(chart.points[4], None);
    assert_eq!(chart.basis, 11);
    assert_eq!(chart.points[5].unwrap().step, Ordering::Equal, "nothing is told across a gap");
    // Nine distances are left: none into the gap, none out of it.
    let whole: Share = months.iter().copied().sum();
    let z = |at: usize| score(months[at], whole);
    let pairs = [(0, 1), (1, 2), (2, 3), (5, 6), (6, 7), (7, 8), (8, 9), (9, 10), (10, 11)];
    let mean = pairs.iter().map(|(a, b)| (z(*b) - z(*a)).abs()).sum::<f64>() / 9.0;
    assert!((chart.spread - mean / 1.128).abs() < 1e-12);
}

#[test]
fn limits_stay_within_nothing_and_all_and_frozen() {
    let months = [(9, 10), (10, 10), (9, 10), (1, 10)].map(|(num, den)| Share { num, den });
    let chart = chart(&months, 0..3).unwrap();
    assert!((chart.centre - 28.0 / 30.0).abs() < 1e-15, "the last month is not in the basis");
    let last = chart.points[3].unwrap();
    assert!(last.high <= 1.0 && last.value < last.low);
    assert_eq!(super::chart(&[Share::default()], 0..1), None);
    assert_eq!(super::chart(&months, 0..9), None);
    let all = [Share { num: 5, den: 5 }; 3];
    let all = super::chart(&all, 0..3).unwrap();
    assert!(
        (all.spread - 1.0).abs() < 1e-15 && all.points.iter().flatten().all(|it| it.side.is_eq())
    );
}

#[test]
fn months_that_really_differ_are_said_to_and_others_seldom() {
    assert_eq!(wobble(&chart(&year(), 0..12).unwrap()), Wobble::Real);
    let filled_in = [Share { num: 84, den: 100 }, Share { num: 85, den: 100 }].repeat(12);
    assert_eq!(wobble(&chart(&filled_in, 0..24).unwrap()), Wobble::TooAlike);
    let mut rng = Rng::with_seed(24);
    let (mut real, mut alike) = (0, 0);
    for _ in 0..600 {
        let mut month = || Share { num: chance::yes(&mut rng, 100, 0.84), den: 100 };
        let months: Vec<Share> = (0..24).map(|_| month()).collect();
        match wobble(&chart(&months, 0..24).unwrap()) {
            Wobble::Real => real += 1,
            Wobble::TooAlike => alike += 1,
            Wobble::Sampling => {}
        }
    }
    println!("600 charts of sampling alone: {real} said to wobble, {alike} too much alike");
    assert!(real + alike <= 45 && real > 0 && alike > 0);
}
