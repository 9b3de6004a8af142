//! Moments against a sum over people one by one, and backwards.

use proptest::prelude::*;

use super::*;

/// v over people one by one, as the formula is written.
fn slowly(people: &[Share]) -> f64 {
    let n = real(u64::try_from(people.len()).unwrap());
    let whole: Share = people.iter().copied().sum();
    let ratio = real(whole.num) / real(whole.den);
    let squares: f64 =
        people.iter().map(|one| (real(one.num) - ratio * real(one.den)).powi(2)).sum();
    n / (n - 1.0) * squares / real(whole.den).powi(2)
}

#[test]
fn three_people_by_hand() {
    let people = [(2, 2), (1, 2), (0, 2)].map(|(num, den)| Share { num, den });
    let moments: Moments = people.into_iter().map(Moments::of).sum();
    // R = 1/2, Σ(num − den/2)² = 2, v = 3/2 · 2/36 = 1/12, n_eff = (1/4)/(1/12) = 3.
    let estimate = moments.estimate(Method::TopTwo).unwrap();
    assert!((estimate.value - 0.5).abs() < 1e-15 && (estimate.effective - 3.0).abs() < 1e-12);
}

#[test]
fn people_all_alike_or_one_alone_are_as_many_as_they_are() {
    let alike: Moments = (0..5).map(|_| Moments::of(Share { num: 4, den: 8 })).sum();
    assert_eq!(alike.estimate(Method::TopTwo).unwrap().effective, 5.0);
    let alone = Moments::of(Share { num: 4, den: 8 });
    assert_eq!(alone.estimate(Method::TopTwo).unwrap().effective, 1.0);
    assert_eq!(Moments::default().estimate(Method::TopTwo), None);
    assert_eq!(Moments::of(Share::default()).people, 0);
}

#[test]
fn a_mean_level_is_read_from_nothing_to_one() {
    let people = [(5, 1), (5, 1), (1, 1)];
    let moments: Moments =
        people.map(|(level, n)| Moments::of(Share { num: level, den: 5 * n })).into_iter().sum();
    let estimate = moments.estimate(Method::Mean).unwrap();
    assert!((estimate.value - 2.0 / 3.0).abs() < 1e-15);
    // One yes or no each: v = 3/2 · (2/3)/9 = 1/9, n_eff = (2/9)/(1/9) = 2.
    assert!((estimate.effective - 2.0).abs() < 1e-12, "{estimate:?}");
}

#[test]
fn an_item_is_a_yes_or_a_no_of_each() {
    let item = Moments::of_item(Share { num: 40, den: 50 });
    let one_by_one: Moments =
        (0..50).map(|at| Moments::of(Share { num: u64::from(at < 40), den: 1 })).sum();
    assert_eq!(item, one_by_one);
    let effective = item.estimate(Method::TopTwo).unwrap().effective;
    assert!((effective - 49.0).abs() < 1e-9, "n − 1, from the divisor of a sample: {effective}");
}

proptest! {
    #[test]
    fn moments_give_what_a_walk_over_people_gives(
        answers in prop::collection::vec((0u64..=16, 1u64..=16), 2..200),
    ) {
        let people: Vec<Share> =
            answers.into_iter().map(|(num, den)| Share { num: num.min(den), den }).collect();
        let moments: Moments = people.iter().copied().map(Moments::of).sum();
        let estimate = moments.estimate(Method::TopTwo).unwrap();
        let variance = slowly(&people);
        if variance > 1e-12 && estimate.value > 0.0 && estimate.value < 1.0 {
            prop_assert!((estimate.variance() - variance).abs() < 1e-9 * variance);
        }
    }

    #[test]
    fn whoever_withdraws_never_answered(
        answers in prop::collection::vec((0u64..=16, 0u64..=16), 1..50), at in 0usize..50,
    ) {
        let people: Vec<Moments> = answers
            .into_iter()
            .map(|(num, den)| Moments::of(Share { num: num.min(den), den }))
            .collect();
        let gone = at % people.len();
        let mut all: Moments = people.iter().copied().sum();
        all -= people[gone];
        let others: Moments =
            people.iter().enumerate().filter(|(at, _)| *at != gone).map(|(_, one)| *one).sum();
        prop_assert_eq!(all, others);
    }
}
