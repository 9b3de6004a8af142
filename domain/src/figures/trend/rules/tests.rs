//! Each rule at its edge, in both directions, and what is shown where several hold.

use super::*;
use crate::figures::trend::moving;

/// What is shown for each value above and below, limits from the first `basis` values.
fn judge(values: &[i64], basis: usize, better: Better) -> Vec<Special> {
    let values: Vec<Option<i64>> = values.iter().copied().map(Some).collect();
    let chart = moving::chart(&values, 0..basis, &MDC_2023).unwrap();
    MDC_2023.judge(&chart, better)
}

/// Thirteen values around 0 with a mean range of 100, so that limits are ±266.
const CALM: [i64; 13] = [0, 50, -50, 50, -50, 50, -50, 50, -50, 50, -50, 100, -100];

fn after_calm(values: &[i64]) -> Vec<Special> {
    let calm = [0, 50, -50, 50, -50, 50, -50, 50, -50, 50, -50, 50, -50];
    let series: Vec<i64> = calm.iter().chain(values).copied().collect();
    judge(&series, calm.len(), Better::Higher).split_off(calm.len())
}

fn up(causes: &[Special]) -> Vec<Option<Cause>> {
    causes.iter().map(|it| it.improvement).collect()
}

fn down(causes: &[Special]) -> Vec<Option<Cause>> {
    causes.iter().map(|it| it.concern).collect()
}

/// The upper limit after the calm: 2.66 times the mean range of 12 steps (50 and eleven of 100).
const LIMIT: f64 = 2.66 * (50.0 + 11.0 * 100.0) / 12.0;

#[test]
fn a_point_is_special_strictly_beyond_its_limit() {
    assert!((254.0..255.0).contains(&LIMIT));
    assert_eq!(up(&after_calm(&[255, -40])), [Some(Cause::Point), None]);
    assert_eq!(up(&after_calm(&[254, -40])), [None, None]);
    assert_eq!(down(&after_calm(&[-255, 40])), [Some(Cause::Point), None]);
    assert_eq!(down(&after_calm(&[-254, 40])), [None, None]);
    let exactly = judge(&[0, 100, 0, 100, 316, 0], 4, Better::Higher);
    assert_eq!(exactly[4].improvement, None, "on the limit of 50 + 2.66·100 is not beyond it");
}

#[test]
fn a_shift_is_seven_in_a_row_and_a_point_on_the_mean_breaks_it() {
    let side = [10, 20, 10, 20, 10, 20, 10];
    assert_eq!(up(&after_calm(&side)), [Some(Cause::Shift); 7]);
    assert_eq!(up(&after_calm(&side[..6])), [None; 6]);
    assert_eq!(down(&after_calm(&side.map(|it| -it)))[1..], [Some(Cause::Shift); 6]);
    let broken = [10, 20, 10, 0, 10, 20, 10, 20, 10, 20];
    assert_eq!(up(&after_calm(&broken)), [None; 10]);
}

#[test]
fn a_trend_is_seven_points_both_ways_and_a_tie_breaks_it() {
    let rising = [-120, -80, -40, 1, 40, 80, 120];
    assert_eq!(up(&after_calm(&rising)), [Some(Cause::Trend); 7]);
    // The calm ends at −50: a fall from there is one point longer.
    let falling = [-60, -70, -80, -90, -100, -110];
    let found = after_calm(&falling);
    assert_eq!(down(&found), [Some(Cause::Trend); 6]);
    let short = after_calm(&[120, 80, 40, 1, -40, -80, -50]);
    assert_eq!(down(&short), [None; 7], "six points are five steps");
    assert_eq!(down(&after_calm(&[120, 80, 40, 1, -40, -80, -120])), [Some(Cause::Trend); 7]);
    assert_eq!(up(&after_calm(&[-120, -80, -40, -40, 1, 40, 80, 120])), [None; 8], "a tie");
}

#[test]
fn two_of_three_need_all_three_on_one_side() {
    assert_eq!(
        up(&after_calm(&[180, 10, 180])),
        [Some(Cause::TwoOfThree), None, Some(Cause::TwoOfThree)]
    );
    assert_eq!(up(&after_calm(&[180, -10, 180])), [None; 3], "one lies on the other side");
    assert_eq!(up(&after_calm(&[180, 0, 180])), [None; 3], "one lies on the centre line");
    assert_eq!(up(&after_calm(&[160, 10, 160])), [None; 3], "two thirds are 169");
    assert_eq!(down(&after_calm(&[-180, -180, -1]))[..2], [Some(Cause::TwoOfThree); 2]);
    let beyond = up(&after_calm(&[300, 180, 1]));
    assert_eq!(beyond, [Some(Cause::Point), Some(Cause::TwoOfThree), None], "beyond counts too");
    let opposite = after_calm(&[180, -180, 180]);
    assert_eq!((up(&opposite), down(&opposite)), (vec![None; 3], vec![None; 3]));
}

#[test]
fn point_before_trend_before_two_of_three_before_shift() {
    let found = up(&after_calm(&[10, 20, 30, 40, 180, 200, 300]));
    assert_eq!(found[..6], [Some(Cause::Trend); 6]);
    assert_eq!(found[6], Some(Cause::Point));
    let shifted = up(&after_calm(&[10, 20, 10, 20, 180, 175, 10]));
    assert_eq!(
        shifted[4..],
        [Some(Cause::TwoOfThree), Some(Cause::TwoOfThree), Some(Cause::Shift)]
    );
}

#[test]
fn better_and_worse_at_once_are_both_there() {
    let found = after_calm(&[160, 140, 120, 100, 80, 60, 40]);
    let last = found[6];
    assert_eq!((last.improvement, last.concern), (Some(Cause::Shift), Some(Cause::Trend)));
}

#[test]
fn where_lower_is_better_everything_is_mirrored() {
    let mut series = CALM.to_vec();
    series.push(1000);
    let (higher, lower) = (judge(&series, 13, Better::Higher), judge(&series, 13, Better::Lower));
    assert_eq!(higher[13].improvement, Some(Cause::Point));
    assert_eq!((lower[13].improvement, lower[13].concern), (None, Some(Cause::Point)));
}

#[test]
fn a_gap_breaks_every_run() {
    let mut values: Vec<Option<i64>> = CALM.map(Some).to_vec();
    values.extend([10, 20, 10].map(Some));
    values.push(None);
    values.extend([10, 20, 10, 20].map(Some));
    let chart = moving::chart(&values, 0..13, &MDC_2023).unwrap();
    let special = MDC_2023.judge(&chart, Better::Higher);
    assert_eq!(special[13..], [Special::default(); 8]);
}

#[test]
fn thirteen_points_make_firm_limits() {
    let chart = |n: usize| moving::chart(&vec![Some(1); n], 0..n, &MDC_2023).unwrap();
    assert!(MDC_2023.is_firm(&chart(13)) && !MDC_2023.is_firm(&chart(12)));
    assert_eq!(Rules::read("MDC-2023"), Some(MDC_2023));
    assert_eq!(Rules::read("WE"), None);
}
