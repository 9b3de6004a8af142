//! Published run lengths, refusals, and the walk against a simulation.

use fastrand::Rng;
use proptest::prelude::*;

use super::*;
use crate::figures::chance;

fn worse(num: u64, den: u64, weight: u32, height: u32) -> Alarm {
    Alarm::new(Share { num, den }, weight, height, Towards::Worse).unwrap()
}

#[test]
fn the_golden_table_comes_out() {
    let table = [
        (16, 5, 30, 0.244_461_009_71, 1_123.493_133, 100.9455),
        (16, 5, 40, 0.244_461_009_71, 3_577.396_259, 144.9445),
        (10, 7, 30, 0.194_357_958_29, 923.107_937, 65.2006),
        (2, 35, 100, 0.039_221_270_40, 1_002.203_427, 181.1002),
    ];
    for (percent, weight, height, sought, quiet, found) in table {
        let alarm = worse(percent, 100, weight, height);
        let share = alarm.sought().unwrap();
        assert!((share - sought).abs() < 1.1e-11, "{share}");
        assert!((alarm.false_alarm_after() - quiet).abs() < 5e-7, "{}", alarm.false_alarm_after());
        assert!((alarm.found_after(share) - found).abs() < 5e-5);
        assert_eq!(
            super::weight(f64::from(u32::try_from(percent).unwrap()) / 100.0, share),
            weight
        );
    }
}

#[test]
fn small_walks_come_out_exactly() {
    assert!((worse(1, 2, 2, 2).false_alarm_after() - 6.0).abs() < 1e-12);
    assert!((worse(1, 2, 2, 3).false_alarm_after() - 12.0).abs() < 1e-12);
    let fraction = 142_131_980.0 / 4_154_149.0;
    assert!((worse(1, 10, 7, 8).false_alarm_after() - fraction).abs() < 1e-12);
}

#[test]
fn a_walk_that_never_climbs_never_ends() {
    assert!(worse(1, 10, 1, 5).false_alarm_after().is_infinite());
    let long = worse(2, 100, 2, 15).false_alarm_after();

    // By exact fractions; elimination with subtraction gives a third of the size here.
    assert!((long / 2.396_761_445_841_841_7e25 - 1.0).abs() < 1e-12, "{long}");
}

#[test]
fn senseless_charts_are_refused() {
    let of = |num, den, weight, height, towards| {
        Alarm::new(Share { num, den }, weight, height, towards).err()
    };
    assert_eq!(of(0, 10, 5, 30, Towards::Worse), Some(Refusal::Usual));
    assert_eq!(of(10, 10, 5, 30, Towards::Worse), Some(Refusal::Usual));
    assert_eq!(of(0, 0, 5, 30, Towards::Better), Some(Refusal::Usual));
    assert_eq!(of(1, 10, 0, 30, Towards::Worse), Some(Refusal::Weight));
    assert_eq!(of(1, 10, 5, 4, Towards::Worse), Some(Refusal::OneAnswer));
    assert_eq!(of(1, 10, 5, 5, Towards::Worse), None);
    assert_eq!(of(1, 10, 5, 1, Towards::Better), Some(Refusal::OneAnswer));
    assert_eq!(of(1, 10, 5, 2, Towards::Better), None);
    assert_eq!(of(1, 10, 1, 0, Towards::Worse), Some(Refusal::OneAnswer));
}

#[test]
fn an_alarm_resets_the_sum() {
    let alarm = worse(16, 100, 5, 9);
    let mut state = State::default();
    let raised: Vec<bool> = [true, false, true, true, true, true, true]
        .map(|is_event| {
            let (next, is_alarm) = alarm.step(state, is_event);
            state = next;
            is_alarm
        })
        .to_vec();
    // 4, 3, 7, 11 ≥ 9: alarm, then 4, 8, 12: alarm.
    assert_eq!(raised, [false, false, false, true, false, false, true]);
    assert_eq!(state, State { sum: 0, alarms: 2 });
    assert_eq!(alarm.step(State::default(), false).0.sum, 0, "never below nothing");
}

#[test]
fn good_news_is_the_mirror() {
    let alarm = Alarm::new(Share { num: 24, den: 100 }, 5, 30, Towards::Better).unwrap();
    let (up, _) = alarm.step(State { sum: 10, alarms: 0 }, false);
    let (down, _) = alarm.step(State { sum: 10, alarms: 0 }, true);
    assert_eq!((up.sum, down.sum), (11, 6));
    let sought = alarm.sought().unwrap();
    assert!(sought < 0.2 && super::weight(0.24, sought) == 5);
    assert!(alarm.found_after(sought) < alarm.false_alarm_after() / 3.0);
    let deaf = Alarm::new(Share { num: 16, den: 100 }, 5, 30, Towards::Better).unwrap();
    assert_eq!(deaf.sought(), None, "a weight of 5 is too small to find less than 16 in 100");
    assert_eq!(worse(16, 100, 7, 30).sought(), None);
}

/// Answers until the first alarm, on average over many walks.
fn walked(alarm: Alarm, share: f64, rounds: u32) -> f64 {
    let mut rng = Rng::with_seed(6);
    let (mut state, mut answers) = (State::default(), 0u32);
    while state.alarms < rounds {
        state = alarm.step(state, chance::happens(&mut rng, share)).0;
        answers += 1;
    }
    f64::from(answers) / f64::from(rounds)
}

#[test]
fn walks_last_as_long_as_they_are_said_to() {
    let better = Alarm::new(Share { num: 24, den: 100 }, 5, 12, Towards::Better).unwrap();
    for alarm in [worse(16, 100, 5, 15), worse(10, 100, 7, 20), better] {
        let (said, seen) = (alarm.false_alarm_after(), walked(alarm, alarm.usual_share(), 4000));
        assert!((said / seen - 1.0).abs() < 0.06, "{alarm:?}: {said} {seen}");
    }
}

proptest! {
    #[test]
    fn a_higher_alarm_is_rarer(num in 1u64..50, weight in 1u32..12, height in 12u32..60) {
        for towards in [Towards::Worse, Towards::Better] {
            let make = |height| Alarm::new(Share { num, den: 100 }, weight, height, towards).unwrap();
            let (low, high) = (make(height).false_alarm_after(), make(height + 1).false_alarm_after());
            prop_assert!(high >= low, "{} {}", low, high);
            prop_assert!(low >= f64::from(height) / f64::from(weight));
        }
    }
}
