//! New baselines: proposed with a cause, made by a person, by itself only where the question set broke.

use super::*;
use crate::figures::{
    share::Share,
    trend::{
        laney,
        rules::{Better, MDC_2023},
    },
};

#[test]
fn a_baseline_is_its_first_months_and_then_frozen() {
    let whole = segments(&[true; 30], &[]);
    assert_eq!(whole, [Segment { months: 0..30, basis: 0..24 }]);
    let broken = segments(&[true; 30], &[Event::Instrument { at: 20 }]);
    assert_eq!(broken[0], Segment { months: 0..20, basis: 0..20 });
    assert_eq!(broken[1], Segment { months: 20..30, basis: 20..30 });
    assert_eq!(segments(&[true; 5], &[Event::Made { at: 5 }]).len(), 1, "not there yet");
    // Months without a figure are none of the 24.
    let gaps: Vec<bool> = (0..40).map(|at| at >= 5 && at != 10).collect();
    assert_eq!(segments(&gaps, &[])[0].basis, 0..30);
}

/// Shares of a hundred, the same every time, with a month in which nobody answered.
fn wobbling(months: usize) -> Vec<Share> {
    let num = |at: usize| 60 + (at as u64 * 37 + at as u64 * at as u64 * 11) % 30;
    let month =
        |at: usize| if at == 7 { Share::default() } else { Share { num: num(at), den: 100 } };
    (0..months).map(month).collect()
}

#[test]
fn months_that_come_later_change_no_earlier_limit_and_take_no_decision_back() {
    let judged = |months: usize| {
        let shares = wobbling(months);
        let has_figure: Vec<bool> = shares.iter().map(|share| share.den > 0).collect();
        let basis = segments(&has_figure, &[])[0].basis.clone();
        let chart = laney::chart(&shares, basis).unwrap();
        let special = MDC_2023.judge(&chart, Better::Higher);
        (chart, special)
    };
    let (first, decided) = judged(25);
    assert_eq!(first.basis, 24);
    for months in 26..90 {
        let (later, again) = judged(months);
        assert_eq!((later.centre, later.spread), (first.centre, first.spread), "{months}");
        assert_eq!(later.points[..25], first.points[..], "{months}");
        for (before, now) in decided.iter().zip(&again) {
            assert!(before.concern.is_none() || now.concern.is_some(), "{months}");
            assert!(before.improvement.is_none() || now.improvement.is_some(), "{months}");
        }
    }
}

#[test]
fn what_a_person_made_can_be_undone_and_a_break_cannot() {
    let made = [Event::Made { at: 12 }];
    assert_eq!(segments(&[true; 20], &made).len(), 2);
    assert_eq!(segments(&[true; 20], &[made[0], Event::Undone { at: 12 }]).len(), 1);
    let again = [made[0], Event::Undone { at: 12 }, made[0]];
    assert_eq!(segments(&[true; 20], &again).len(), 2, "undoing is an event like any other");
    assert_eq!(
        segments(&[true; 20], &[Event::Instrument { at: 12 }, Event::Undone { at: 12 }]).len(),
        2
    );
    assert_eq!(segments(&[true; 20], &[made[0], Event::Undone { at: 11 }]).len(), 2);
    assert_eq!(segments(&[true; 20], &[made[0], made[0]]).len(), 2);
    assert_eq!(segments(&[true; 20], &[Event::Undone { at: 0 }]).len(), 1, "the beginning stays");
}

fn chart(late: &[u64]) -> Chart {
    let early = [80, 82, 79, 81, 80, 83, 78, 80, 81, 79, 82, 80, 81];
    let months: Vec<Share> =
        early.iter().chain(late).map(|num| Share { num: *num, den: 100 }).collect();
    laney::chart(&months, 0..early.len()).unwrap()
}

#[test]
fn eight_on_one_side_and_a_cause_make_a_proposal() {
    // The last of the early months lies above the centre line too: the run begins there.
    let eight = chart(&[70, 90, 91, 90, 91, 90, 91, 90, 91]);
    assert_eq!(proposal(&eight, &[14]), Some(14));
    assert_eq!(proposal(&eight, &[13]), None, "the cause lies in another month");
    assert_eq!(proposal(&eight, &[]), None);
    let seven = chart(&[70, 90, 91, 90, 91, 90, 91, 90]);
    assert_eq!(proposal(&seven, &[14]), None);
    let over = chart(&[70, 90, 91, 90, 91, 90, 91, 90, 91, 70]);
    assert_eq!(proposal(&over, &[14]), None, "the run does not go on");
    let down = chart(&[90, 70, 71, 70, 71, 70, 71, 70, 71]);
    assert_eq!(proposal(&down, &[14]), Some(14), "downwards as well");
    let gap = Chart { points: vec![None], ..down };
    assert_eq!(proposal(&gap, &[0]), None);
}
