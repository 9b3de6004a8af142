//! New baselines: proposed with a cause, made by a person, by itself only where the question set broke.

use super::*;
use crate::figures::{share::Share, trend::laney};

#[test]
fn a_baseline_is_its_first_months_and_then_frozen() {
    let whole = segments(30, &[]);
    assert_eq!(whole, [Segment { months: 0..30, basis: 0..24 }]);
    let broken = segments(30, &[Event::Instrument { at: 20 }]);
    assert_eq!(broken[0], Segment { months: 0..20, basis: 0..20 });
    assert_eq!(broken[1], Segment { months: 20..30, basis: 20..30 });
    assert_eq!(segments(5, &[Event::Made { at: 5 }]).len(), 1, "not there yet");
}

#[test]
fn what_a_person_made_can_be_undone_and_a_break_cannot() {
    let made = [Event::Made { at: 12 }];
    assert_eq!(segments(20, &made).len(), 2);
    assert_eq!(segments(20, &[made[0], Event::Undone { at: 12 }]).len(), 1);
    let again = [made[0], Event::Undone { at: 12 }, made[0]];
    assert_eq!(segments(20, &again).len(), 2, "undoing is an event like any other");
    assert_eq!(segments(20, &[Event::Instrument { at: 12 }, Event::Undone { at: 12 }]).len(), 2);
    assert_eq!(segments(20, &[made[0], Event::Undone { at: 11 }]).len(), 2);
    assert_eq!(segments(20, &[made[0], made[0]]).len(), 2);
    assert_eq!(segments(20, &[Event::Undone { at: 0 }]).len(), 1, "the beginning stays");
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
