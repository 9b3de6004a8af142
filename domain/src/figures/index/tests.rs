//! Rows pool items, count people, and are as doubtful as their people are alike.

use super::*;
use crate::{
    ballot::Mark,
    figures::{
        spread::{self, Parts, Products},
        tally::BALLOT,
    },
};

fn quick() -> Instrument {
    serde_json::from_str(crate::ballot::instrument::BUILT_IN[1]).unwrap()
}

fn cell(group: i64, item: i64, levels: [u64; 5], na: u64) -> Cell {
    Cell { group, item, tally: Tally { levels, na } }
}

#[test]
fn a_group_pools_its_items_and_counts_its_ballots() {
    let cells = [
        cell(7, BALLOT, [0; 5], 40),
        cell(7, 1, [0, 0, 10, 20, 10], 0),
        cell(7, 2, [10, 0, 0, 0, 10], 20),
    ];
    let groups = group(&cells, By::Unit, &quick());
    let row = row(&groups[&7], &groups[&7], By::Unit, &quick(), Method::TopTwo);
    assert_eq!((row.num, row.den, row.n), (Some(40), Some(60), Some(40)));
    assert_eq!(row.percent.as_deref(), Some("66.67"));
}

#[test]
fn an_item_counts_those_who_answered_it() {
    let cells = [cell(0, BALLOT, [0; 5], 9), cell(0, 2, [1, 0, 0, 0, 1], 2)];
    let groups = group(&cells, By::Item, &quick());
    assert_eq!(groups.keys().copied().collect::<Vec<_>>(), [2]);
    assert_eq!(row(&groups[&2], &groups[&2], By::Item, &quick(), Method::TopTwo).n, Some(2));
}

/// A person of a made-up group: two to four answers, some at the top, the others at level 2.
fn person(at: usize, factor: usize) -> Vec<Mark> {
    let answers = 2 + at % 3;
    let tops = at * factor % (answers + 1);
    let mut marks = vec![Mark::Blank; 3];
    marks.extend((0..answers).map(|it| Mark::Level(if it < tops { 5 } else { 2 })));
    marks
}

/// People as a group of the built-in form whose factor B, four items, they answered.
fn of_people(people: &[Vec<Mark>], set: &Instrument) -> Group {
    let mut group = Group::default();
    let mut sum = Products::default();
    for marks in people {
        sum += spread::of_ballot(marks, &Parts::of(set))[0];
        for (item, mark) in (1..).zip(marks) {
            let mut tally = Tally::default();
            if let Mark::Level(level) = mark {
                tally.levels[usize::from(*level) - 1] = 1;
            }
            group.add(&Cell { group: 0, item, tally });
        }
    }
    group.with(Some(sum))
}

/// Expected figures were computed apart, person by person and with the points of Student's t from an
/// integral, by a script in another language.
#[test]
fn a_small_group_borrows_from_the_whole_how_alike_its_answers_are() {
    let set = serde_json::from_str(crate::ballot::instrument::BUILT_IN[0]).unwrap();
    let people = |n: usize, factor| (0..n).map(|at| person(at, factor)).collect::<Vec<_>>();
    let (few, many) = (people(12, 5), people(120, 7));
    let alike = vec![[vec![Mark::Blank; 3], vec![Mark::Level(5); 4]].concat(); 6];
    let [few, all, many, alike] =
        [&few, &[many.clone(), few.clone()].concat(), &many, &alike].map(|it| of_people(it, &set));
    let worth = |group: &Group, whole: &Group, method| {
        group.estimate(whole, &set, method).unwrap().effective
    };
    for (method, expected) in [
        (Method::TopTwo, [17.36742272529651, 11.659153850560834, 6.0, 6.0, 183.39584877687187]),
        (Method::Mean, [34.672440260776206, 34.977461551682495, 6.0, 6.0, 340.5922905856189]),
    ] {
        let found = [
            worth(&few, &all, method),
            worth(&few, &few, method),
            worth(&alike, &many, method),
            worth(&alike, &alike, method),
            worth(&many, &many, method),
        ];
        for (found, expected) in found.into_iter().zip(expected) {
            assert!((found - expected).abs() < 1e-6 * expected, "{method:?}: {found}, {expected}");
        }
    }
}

#[test]
fn without_the_sums_people_are_counted_and_no_more() {
    let set = serde_json::from_str(crate::ballot::instrument::BUILT_IN[0]).unwrap();
    let people: Vec<_> = (0..12).map(|at| person(at, 5)).collect();
    let unknown = of_people(&people, &set).with(None);
    for whole in [&unknown, &of_people(&people, &set)] {
        assert_eq!(unknown.estimate(whole, &set, Method::TopTwo).unwrap().effective, 12.0);
    }
    // A whole that is not known lends nothing.
    let known = of_people(&people, &set);
    let alone = known.estimate(&known, &set, Method::TopTwo);
    assert_eq!(known.estimate(&unknown, &set, Method::TopTwo), alone);
}

#[test]
fn one_item_is_a_share_of_people_by_factor_too() {
    let set = quick();
    let cells = [cell(0, 2, [4, 0, 0, 8, 4], 2)];
    let by_item = &group(&cells, By::Item, &set)[&2];
    let row = row(by_item, by_item, By::Item, &set, Method::TopTwo);
    // Wilson's interval of 12 of 16.
    assert_eq!((row.ci_low.as_deref(), row.ci_high.as_deref()), (Some("50.50"), Some("89.82")));
    let by_factor = &group(&cells, By::Factor, &set)[&1];
    let ends = by_factor.ends(by_factor, &set, Method::TopTwo);
    assert_eq!(ends, by_item.ends(by_item, &set, Method::TopTwo));
}
