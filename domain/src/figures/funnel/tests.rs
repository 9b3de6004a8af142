//! Published limits, over-dispersion, and how often alike units fall out.

use fastrand::Rng;

use super::*;
use crate::figures::chance;

fn near(found: f64, expected: f64, digits: f64) {
    assert!((found - expected).abs() < digits, "{found} is not {expected}");
}

#[test]
fn exact_limits_come_out_as_published() {
    let fifty = limits(50, 0.98).unwrap();
    near(fifty.low, 0.922_387_327_830, 1e-12);
    near(fifty.far_low, 0.883_820_450_640, 1e-12);
    near(fifty.high, 0.998_627_013_650, 1e-12);
    let ten = limits(10, 0.8394).unwrap();
    near(ten.low, 0.524_109_283_672, 1e-12);
    near(ten.high, 0.985_603_717_512, 1e-12);
    near(ten.far_low, 0.344_151_163_178, 1e-12);
    let sample = limits(341, 0.8394).unwrap();
    near(sample.low, 0.798_029_410_642, 1e-12);
    near(sample.high, 0.875_992_636_197, 1e-12);
    near(sample.far_high, 0.896_457_885_828, 1e-11);
    let large = limits(5000, 0.8394).unwrap();
    near(large.low, 0.829_058_176_190, 1e-10);
    near(large.far_high, 0.855_150_602_261, 1e-10);
}

#[test]
fn one_person_lies_within_any_limits() {
    let one = limits(1, 0.84).unwrap();
    assert!(one.far_low <= 0.01 && one.far_high >= 0.99);
    assert_eq!(limits(0, 0.84), None);
    assert_eq!(limits(10, 0.0), None);
    assert_eq!(limits(10, 1.0), None);
}

fn eleven() -> Vec<Share> {
    let satisfied = [80, 170, 240, 45, 88, 300, 150, 95, 210, 40, 77];
    let people = [100, 200, 300, 50, 110, 330, 200, 100, 280, 60, 90];
    satisfied.into_iter().zip(people).map(|(num, den)| Share { num, den }).collect()
}

#[test]
fn units_that_differ_widen_the_funnel() {
    let found = Dispersion::of(&eleven()).unwrap();
    near(found.ratio, 5.742_722_462_056_876, 1e-12);
    near(found.between, 0.008_316_943_730_264_94, 1e-15);
    let fifty = found.limits(50).unwrap();
    near(fifty.low, 0.621_698_408_871_851_2, 1e-13);
    near(fifty.high, 0.956_500_046_267_596_2, 1e-13);
    near(fifty.far_low, 0.492_501_605_342_529_8, 1e-13);
    let five = found.limits(5).unwrap();
    assert!(five.high == 1.0 && five.far_high == 1.0, "past the quarter circle is all");
    assert_eq!(found.limits(0), None);
}

#[test]
fn units_that_are_alike_do_not() {
    let alike = [Share { num: 42, den: 50 }; 9];
    let found = Dispersion::of(&alike).unwrap();
    assert!(found.ratio < 1e-12 && found.between == 0.0);
    assert_eq!(Dispersion::of(&alike[..1]), None);
    let mut with_empty = eleven();
    with_empty.push(Share::default());
    assert_eq!(Dispersion::of(&with_empty), Dispersion::of(&eleven()));
}

#[test]
fn both_ends_are_pulled_in() {
    let scores: Vec<f64> = (0..20).map(f64::from).collect();
    let pulled = pull_in(scores.into_iter().rev().collect());
    assert_eq!((pulled[0], pulled[1], pulled[2]), (2.0, 2.0, 2.0));
    assert_eq!((pulled[17], pulled[18], pulled[19]), (17.0, 17.0, 17.0));
    assert_eq!(pull_in(vec![5.0, 1.0]), [1.0, 5.0], "a tenth of few is nobody");
}

#[test]
fn the_exact_chance_marks_a_unit_not_the_curve() {
    let placed = |num, den| place(Share { num, den }, 0.84).unwrap();
    let all_of_eight = limits(8, 0.84).unwrap();
    assert!(all_of_eight.high < 1.0, "the curve would mark them");
    assert_eq!(placed(8, 8), Place::Within);
    // .84¹⁹ = .036, .84²² = .022, .84³⁹ = .0011, .84⁴⁰ = .00094.
    assert_eq!((placed(19, 19), placed(22, 22)), (Place::Within, Place::Above));
    assert_eq!((placed(39, 39), placed(40, 40)), (Place::Above, Place::FarAbove));
    // .16² = .0256, .16³ = .0041, .16⁴ = .00066.
    assert_eq!((placed(0, 2), placed(0, 3), placed(0, 4)), {
        (Place::Within, Place::Below, Place::FarBelow)
    });
    assert_eq!(place(Share::default(), 0.84), None);
    assert_eq!(place(Share { num: 1, den: 2 }, 1.0), None);
    assert_eq!(place(Share { num: 1, den: 2 }, 0.0), None);
}

#[test]
fn alike_units_are_marked_no_more_often_than_chance_allows() {
    let mut rng = Rng::with_seed(98);
    let (mut near, mut far, mut drawn, rounds) = (0, 0, 0, 6000);
    for _ in 0..rounds {
        let n = rng.u64(8..120);
        let unit = Share { num: chance::yes(&mut rng, n, 0.84), den: n };
        let placed = place(unit, 0.84).unwrap();
        near += u32::from(placed != Place::Within);
        far += u32::from(matches!(placed, Place::FarBelow | Place::FarAbove));
        let limits = limits(n, 0.84).unwrap();
        let share = real(unit.num) / real(n);
        drawn += u32::from(share < limits.far_low || share > limits.far_high);
    }
    println!(
        "alike units of {rounds}: out of 95 % {near}, of 99.8 % {far}; of the drawn 99.8 % {drawn}"
    );
    assert!((120..=300).contains(&near) && far <= 24 && drawn > 3 * far);
}
