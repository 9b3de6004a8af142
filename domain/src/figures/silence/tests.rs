//! The golden sentence, and every answer the silent might give.

use proptest::prelude::*;

use super::*;

fn reach(num: u64, den: u64, people: u64) -> Reach {
    Reach::new(Share { num, den }, people).unwrap()
}

#[test]
fn the_golden_sentence_comes_out() {
    let reach = reach(504, 600, 2000);
    let (low, high) = reach.bounds();
    assert_eq!((low.percent(), high.percent()), (Some(2520), Some(9520)));
    let tipping = reach.tipping(Share { num: 80, den: 100 });
    let share = Share { num: 1096, den: 1400 };
    assert_eq!(tipping, Some(Tipping::If(share)));
    assert_eq!(share.percent(), Some(7829), "78.2857, half up");
    assert_eq!(reach.rate().percent(), Some(3000));
}

#[test]
fn some_targets_are_certain() {
    assert_eq!(reach(9, 9, 10).tipping(Share { num: 9, den: 10 }), Some(Tipping::Surely));
    assert_eq!(reach(5, 9, 10).tipping(Share { num: 9, den: 10 }), Some(Tipping::Never));
    let last = reach(8, 9, 10).tipping(Share { num: 9, den: 10 });
    assert_eq!(last, Some(Tipping::If(Share { num: 1, den: 1 })));
    assert_eq!(reach(8, 9, 10).tipping(Share::default()), None);
    assert_eq!(Reach::new(Share { num: 1, den: 11 }, 10), Err(TooMany));
    assert_eq!(
        reach(12, 12, 12).bounds(),
        (Share { num: 12, den: 12 }, Share { num: 12, den: 12 })
    );
}

#[test]
fn one_of_8145_leaves_everything_open() {
    let (low, high) = reach(0, 1, 8145).bounds();
    assert_eq!((low.percent(), high.percent()), (Some(0), Some(9999)));
    let open = reach(0, 1, 8145).tipping(Share { num: 1, den: 2 });
    assert_eq!(open, Some(Tipping::If(Share { num: 4073, den: 8144 })));
}

proptest! {
    #[test]
    fn the_tipping_point_tips(x in 0u64..40, rest in 0u64..40, silent in 0u64..40, t in 0u64..=20) {
        let reach = reach(x, x + rest, x + rest + silent);
        prop_assume!(reach.people > 0);
        let target = Share { num: t, den: 20 };
        let meets = |more: u64| !Share { num: x + more, den: reach.people }.compare(target).is_lt();
        match reach.tipping(target).unwrap() {
            Tipping::Surely => prop_assert!(meets(0)),
            Tipping::Never => prop_assert!(!meets(silent)),
            Tipping::If(share) => {
                prop_assert!(meets(share.num) && !meets(share.num - 1) && share.den == silent);
            }
        }
    }
}
