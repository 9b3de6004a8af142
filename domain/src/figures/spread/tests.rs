//! Sums of products against a walk over people, in any order, split and backwards.

use proptest::prelude::*;

use super::*;
use crate::ballot::instrument::BUILT_IN;

fn form() -> Instrument {
    serde_json::from_str(BUILT_IN[0]).unwrap()
}

/// What one person adds to a part as a method sees it, level by level.
fn person(set: &Instrument, answers: &[Mark], factor: Option<&str>, method: Method) -> Share {
    let counted = set.items.iter().zip(answers).filter(|(item, _)| {
        item.counts() && factor.is_none_or(|code| item.factor.as_deref() == Some(code))
    });
    let shares = counted.filter_map(|(_, mark)| {
        let Mark::Level(level) = *mark else { return None };
        let mut tally = Tally::default();
        tally.levels[usize::from(level) - 1] = 1;
        Some(Share::of(&tally, method))
    });
    shares.sum()
}

/// The whole first, then each factor.
fn parts(set: &Instrument) -> Vec<Option<&str>> {
    let factors = set.factors.iter().map(|factor| Some(factor.code.as_str()));
    [None].into_iter().chain(factors).collect()
}

fn sum(ballots: &[Vec<Mark>], parts: &Parts) -> Vec<Products> {
    let mut all = vec![Products::default(); 6];
    for ballot in ballots {
        for (sum, more) in all.iter_mut().zip(of_ballot(ballot, parts)) {
            *sum += more;
        }
    }
    all
}

fn ballots() -> impl Strategy<Value = Vec<Vec<Mark>>> {
    let mark = prop_oneof![
        1 => Just(Mark::Blank),
        1 => Just(Mark::NotApplicable),
        6 => (1u8..=5).prop_map(Mark::Level),
    ];
    prop::collection::vec(prop::collection::vec(mark, 18), 0..40)
}

#[test]
fn what_is_asked_beside_the_index_is_in_no_part() {
    let set = form();
    let mut answers = vec![Mark::Blank; 18];
    answers[16] = Mark::Level(3);
    answers[17] = Mark::Level(1);
    let none = vec![Products::default(); 6];
    assert_eq!(of_ballot(&answers, &Parts::of(&set)), none);
}

#[test]
fn one_ballot_by_hand() {
    let mut answers = vec![Mark::Blank; 18];
    (answers[0], answers[1], answers[3]) = (Mark::Level(5), Mark::Level(2), Mark::Level(4));
    let found = of_ballot(&answers, &Parts::of(&form()));
    // All: 3 answers, 2 at the top, 11 points. A: 2, 1, 7. B: 1, 1, 4.
    assert_eq!(found[0].numbers(), [1, 9, 4, 6, 121, 33]);
    assert_eq!(found[1].numbers(), [1, 4, 1, 2, 49, 14]);
    assert_eq!(found[2].numbers(), [1, 1, 1, 1, 16, 4]);
    assert_eq!(found[3..], [Products::default(); 3]);
}

proptest! {
    #[test]
    fn a_single_item_is_known_by_its_levels(levels in prop::array::uniform5(0u64..30)) {
        let mut set = form();
        set.items.truncate(1);
        let mut ballots = Vec::new();
        for (level, n) in (1..).zip(levels) {
            ballots.extend((0..n).map(|_| vec![Mark::Level(level)]));
        }
        let sums = sum(&ballots, &Parts::of(&set));
        prop_assert_eq!(sums[0], Products::of_item(&Tally { levels, na: 3 }));
    }

    #[test]
    fn sums_give_the_moments_of_a_walk_over_people(ballots in ballots()) {
        let set = form();
        let sums = sum(&ballots, &Parts::of(&set));
        for (products, part) in sums.into_iter().zip(parts(&set)) {
            for method in Method::ALL {
                let people = ballots.iter().map(|ballot| person(&set, ballot, part, *method));
                let slowly: Moments = people.map(Moments::of).sum();
                prop_assert_eq!(products.moments(slowly.share(), *method), slowly);
            }
        }
    }

    #[test]
    fn the_order_and_the_split_make_no_difference(ballots in ballots(), at in 0usize..40) {
        let parts = Parts::of(&form());
        let (one, other) = ballots.split_at(at.min(ballots.len()));
        let mut merged = sum(other, &parts);
        for (sum, more) in merged.iter_mut().zip(sum(one, &parts)) {
            *sum += more;
        }
        prop_assert_eq!(merged, sum(&ballots, &parts));
    }

    #[test]
    fn whoever_withdraws_never_answered(ballots in ballots(), at in 0usize..40) {
        prop_assume!(!ballots.is_empty());
        let parts = Parts::of(&form());
        let mut left = ballots.clone();
        let gone = left.remove(at % ballots.len());
        let mut sums = sum(&ballots, &parts);
        for (sum, less) in sums.iter_mut().zip(of_ballot(&gone, &parts)) {
            *sum -= less;
        }
        prop_assert_eq!(sums, sum(&left, &parts));
    }
}
