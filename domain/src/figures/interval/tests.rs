//! Wilson's interval beside published ends, and its exact ends.

use super::*;

#[test]
fn wilson_gives_the_published_ends() {
    let golden = [
        (0, 12, 0.0, 0.242_494),
        (7, 9, 0.452_589, 0.936_775),
        (504, 600, 0.808_517, 0.867_158),
        (29, 30, 0.833_296, 0.994_091),
        (12, 12, 0.757_506, 1.0),
    ];
    for (x, n, low, high) in golden {
        let (l, h) = wilson(f64::from(x) / f64::from(n), u64::try_from(n).unwrap()).unwrap();
        assert!((l - low).abs() < 1e-6 && (h - high).abs() < 1e-6, "{x}/{n}: {l} {h}");
    }
    let (low, high) = Estimate::of(Share { num: 504, den: 600 }).unwrap().interval();
    assert!((low - 0.808_516_53).abs() < 5e-9 && (high - 0.867_157_51).abs() < 5e-9);
}

#[test]
fn nobody_and_everybody_end_exactly_at_nothing_and_at_all() {
    let (low, high) = wilson(1.0, 38).unwrap();
    assert!((low - 0.908_190_131_774_416_3).abs() < 1e-15);
    assert_eq!(high.to_bits(), 1.0f64.to_bits());
    let (low, high) = wilson(0.0, 77).unwrap();
    assert_eq!(low.to_bits(), 0.0f64.to_bits());
    assert!((high - 0.047_518_425_282_4).abs() < 1e-13);
    for n in 1..2000 {
        assert_eq!(wilson(1.0, n).unwrap().1.to_bits(), 1.0f64.to_bits());
        assert_eq!(wilson(0.0, n).unwrap().0.to_bits(), 0.0f64.to_bits());
    }
}

#[test]
fn one_answer_says_next_to_nothing() {
    let (low, high) = wilson(0.0, 1).unwrap();
    assert!(low == 0.0 && (high - 0.7935).abs() < 5e-5);
    assert_eq!(wilson(0.5, 0), None);
    assert_eq!(Estimate::of(Share::default()), None);
}

#[test]
fn the_ends_of_an_index_hold_its_value() {
    let share = Share { num: 504, den: 600 };
    assert_eq!(of_index(share, Method::TopTwo, 600), Some((8085, 8672)));
    assert_eq!(of_index(Share { num: 12, den: 12 }, Method::TopTwo, 12), Some((7575, 10_000)));
    assert_eq!(of_index(Share::default(), Method::TopTwo, 0), None);
    let (low, high) = of_index(Share { num: 14, den: 20 }, Method::Mean, 4).unwrap();
    assert!(low < 7000 && 7000 < high && low >= 2000);
}
