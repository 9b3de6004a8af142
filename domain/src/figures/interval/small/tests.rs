//! The simulation that found the rule: coverage of 95 % intervals, per hundred, printed as a table.

use fastrand::Rng;

use super::*;
use crate::figures::{chance, share::Share};

const ROUNDS: u32 = 3000;

/// How a column of the table makes an interval.
type Way = fn(&Moments, &Moments) -> Option<Estimate>;

const WAYS: [(&str, Way); 4] = [
    ("people", |group, _| {
        Some(Estimate { value: group.value(Method::TopTwo)?, effective: real(group.people) })
    }),
    ("own", |group, _| group.estimate(Method::TopTwo)),
    ("own, t", |group, _| estimate(group, &Moments::default(), Method::TopTwo)),
    ("rule", |group, whole| estimate(group, whole, Method::TopTwo)),
];

/// Per ten thousand, and the mean width in hundredths of a percent, of each way.
fn cover(rng: &mut Rng, n: u64, share: f64, correlation: f64) -> [(u32, u32); 4] {
    let mut found = [(0u32, 0.0); 4];
    let wholes: Vec<Moments> = (0..20).map(|_| whole(rng, share, correlation)).collect();
    for round in 0..ROUNDS {
        let group = chance::people(rng, n, share, correlation);
        let lender = &wholes[usize::try_from(round).unwrap() % wholes.len()];
        for ((_, way), (hits, width)) in WAYS.iter().zip(&mut found) {
            let (low, high) = way(&group, lender).unwrap().interval();
            *hits += u32::from(low <= share && share <= high);
            *width += high - low;
        }
    }
    found.map(|(hits, width)| (hits * 10_000 / ROUNDS, (width * 1e4 / f64::from(ROUNDS)) as u32))
}

/// Six units whose shares differ.
fn whole(rng: &mut Rng, share: f64, correlation: f64) -> Moments {
    let unit = |rng: &mut Rng| {
        let own = (share + (rng.f64() - 0.6) / 10.0).min(0.99);
        chance::people(rng, 100, own, correlation)
    };
    (0..6).map(|_| unit(rng)).sum()
}

#[test]
fn groups_of_every_size_hold_the_truth_as_often_as_they_say() {
    let mut rng = Rng::with_seed(11);
    println!(
        "correlation share  people | coverage (mean width), %: people, own, own with t, the rule"
    );
    for correlation in [0.2, 0.5] {
        for share in [0.80, 0.95] {
            for n in [10, 20, 30, 100, 300] {
                let found = cover(&mut rng, n, share, correlation);
                let cells = found.map(|(hits, width)| {
                    format!("{:6.2} ({:5.2})", f64::from(hits) / 100.0, f64::from(width) / 100.0)
                });
                println!("{correlation:11} {share:5} {n:7} | {}", cells.join("  "));
                let rule = found[3].0;
                assert!((9350..=9700).contains(&rule), "{n} at {share}, {correlation}: {rule}");
                assert!(found[3].1 < found[0].1, "never wider than with people alone");
            }
        }
    }
}

#[test]
fn a_group_all_alike_is_worth_its_people() {
    let alike: Moments = (0..10).map(|_| Moments::of(Share { num: 8, den: 8 })).sum();
    let mut rng = Rng::with_seed(3);
    let whole = chance::people(&mut rng, 200, 0.9, 0.2);
    assert!(whole.design(Method::TopTwo).unwrap() < 1.0);
    for whole in [&whole, &alike] {
        let worth = estimate(&alike, whole, Method::TopTwo).unwrap();
        assert_eq!(
            (worth.value, worth.effective),
            (1.0, 10.0),
            "no more than the people there are"
        );
    }
}

#[test]
fn the_group_itself_speaks_the_louder_the_larger_it_is() {
    let mut rng = Rng::with_seed(5);
    let group = chance::people(&mut rng, 100, 0.8, 0.5);
    let whole = chance::people(&mut rng, 100, 0.8, 0.2);
    let [own, lent] = [&group, &whole].map(|it| it.design(Method::TopTwo).unwrap());
    let mixed = estimate(&group, &whole, Method::TopTwo).unwrap();
    assert!((mixed.effective - 200.0 / (own + lent)).abs() < 1e-9, "half and half at a hundred");
    let few: Moments = (0..99).map(|_| Moments::of(Share { num: 1, den: 2 })).sum();
    let t = student::point(99).unwrap();
    let alone = estimate(&group, &few, Method::TopTwo).unwrap();
    assert!((alone.effective - 100.0 / own * (Z / t) * (Z / t)).abs() < 1e-9);
}
