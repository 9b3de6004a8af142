//! Simpson's example, halves, and parts that cannot stand for themselves.

use proptest::prelude::*;

use super::*;

fn part(before: (u64, u64), after: (u64, u64)) -> Part {
    let share = |(num, den)| Share { num, den };
    Part { before: share(before), after: share(after) }
}

#[test]
fn both_channels_rose_and_the_whole_fell() {
    let mix = standardise(&[part((180, 200), (95, 100)), part((60, 100), (130, 200))]).unwrap();
    assert_eq!(mix.before.percent(), Some(8000));
    assert_eq!(mix.after.percent(), Some(7500));
    assert_eq!(mix.hundredths, 8500);
    assert!((mix.standardised.value - 0.85).abs() < 1e-15);
    assert!(mix.is_moved);
    // v = (2/3)²·.95·.05/100 + (1/3)²·.65·.35/200
    let variance = 4.0 / 9.0 * 0.0475 / 100.0 + 0.2275 / 9.0 / 200.0;
    assert!((mix.standardised.variance() - variance).abs() < 1e-15);
}

#[test]
fn at_the_same_mix_nothing_moved() {
    let mix = standardise(&[part((180, 200), (190, 200)), part((60, 100), (65, 100))]).unwrap();
    assert_eq!(mix.hundredths, 8500);
    assert_eq!(mix.after.percent(), Some(8500));
    assert!(!mix.is_moved);
    let same = standardise(&[part((1, 3), (2, 6)), part((2, 3), (4, 6))]).unwrap();
    assert!(!same.is_moved, "as before, twice as many");
    let halves = standardise(&[part((0, 1), (1, 800))]).unwrap();
    assert_eq!(halves.hundredths, 13, "half up on whole numbers: 0.125 % is 0.13");
}

#[test]
fn a_part_without_answers_cannot_be_held_still() {
    assert_eq!(standardise(&[part((180, 200), (0, 0))]), None);
    assert_eq!(standardise(&[part((0, 0), (3, 4))]), None);
    let new = standardise(&[part((8, 10), (16, 20)), part((0, 0), (0, 20))]).unwrap();
    assert!(new.is_moved && new.hundredths == 8000, "a new channel drew the whole down");
}

#[test]
fn a_part_that_nobody_answers_about_any_more_silences_nothing() {
    let parts = [part((180, 200), (95, 100)), part((60, 100), (130, 200)), part((9, 10), (0, 0))];
    let mix = standardise(&parts).unwrap();
    // (200·.95 + 100·.65 + 10·.9)/310
    assert_eq!((mix.unseen, mix.hundredths, mix.is_moved), (1, 8516, true));
    let bad = standardise(&[part((90, 100), (90, 100)), part((10, 100), (0, 0))]).unwrap();
    assert!(bad.is_moved, "the whole rose from 50 to 90 because nobody answers about the bad part");
    assert_eq!((bad.before.percent(), bad.hundredths), (Some(5000), 5000));
}

#[test]
fn parts_all_alike_are_worth_their_people() {
    let mix = standardise(&[part((10, 10), (30, 30)), part((10, 10), (30, 30))]).unwrap();
    assert!((mix.standardised.effective - 60.0).abs() < 1e-9);
}

proptest! {
    #[test]
    fn one_part_alone_is_the_whole(x in 0u64..=500, rest in 0u64..500, n in 1u64..500) {
        prop_assume!(x + rest > 0);
        let after = Share { num: x, den: x + rest };
        let mix = standardise(&[Part { before: Share { num: n / 2, den: n }, after }]).unwrap();
        prop_assert_eq!(Some(mix.hundredths), after.percent());
        prop_assert!(!mix.is_moved);
    }
}
