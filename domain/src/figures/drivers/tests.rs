//! The golden weights, degenerate items by name, ranges that hold the truth.

use fastrand::Rng;

use super::*;

fn matrix(rows: [[f64; 3]; 3]) -> Vec<Vec<f64>> {
    rows.map(|row| row.to_vec()).to_vec()
}

#[test]
fn the_golden_weights_come_out() {
    let among = matrix([[1.0, 0.5, 0.3], [0.5, 1.0, 0.4], [0.3, 0.4, 1.0]]);
    let weights = johnson::weights(&among, &[0.6, 0.5, 0.4]).unwrap();
    for (weight, golden) in weights.iter().zip([0.238_098_31, 0.122_410_10, 0.081_265_77]) {
        assert!((weight - golden).abs() < 5e-9, "{weight}");
    }
    assert!((weights.iter().sum::<f64>() - 0.441_774_193_5).abs() < 5e-11);
}

#[test]
fn axes_are_found_and_a_row_of_nothing_ends_too() {
    let (mut values, _) =
        eigen::symmetric(&matrix([[2.0, 1.0, 0.0], [1.0, 2.0, 0.0], [0.0; 3]])).unwrap();
    values.sort_by(f64::total_cmp);
    for (value, known) in values.iter().zip([0.0, 1.0, 3.0]) {
        assert!((value - known).abs() < 1e-12);
    }
    assert_eq!(eigen::symmetric(&matrix([[f64::NAN; 3]; 3])), None, "bounded");
    let entangled = matrix([[1.0, 0.0, 0.7], [0.0, 1.0, 0.7], [0.7, 0.7, 0.98]]);
    assert_eq!(johnson::weights(&entangled, &[0.1, 0.1, 0.1]), None);
}

/// People whose overall level follows item 0 closely and item 1 loosely; item 2 is noise.
fn people(rng: &mut Rng, n: usize) -> Vec<Answers> {
    let person = |rng: &mut Rng| {
        let items = [rng.u8(1..=5), rng.u8(1..=5), rng.u8(1..=5)];
        let overall = (4 * u32::from(items[0]) + 2 * u32::from(items[1]) + rng.u32(1..=12)) / 8;
        let overall = u8::try_from(overall.clamp(1, 5)).unwrap();
        items.into_iter().chain([overall]).map(Some).collect()
    };
    (0..n).map(|_| person(rng)).collect()
}

fn weigh_with(items: &[&str], answers: &[Answers], draws: usize) -> Result<Drivers, Refusal> {
    let mut rng = Rng::with_seed(21);
    weigh(items, answers, draws, &mut |n| rng.usize(..n))
}

#[test]
fn what_drives_comes_first_and_noise_has_next_to_no_weight() {
    let answers = people(&mut Rng::with_seed(1), 400);
    let found = weigh_with(&["A1", "A2", "A3"], &answers, 200).unwrap();
    let [first, second, noise] = &found.drivers[..] else { panic!("three") };
    assert!(first.low > second.high && second.low > noise.high, "{found:?}");
    for driver in &found.drivers {
        assert!(driver.low <= driver.weight && driver.weight <= driver.high);
    }
    assert_eq!((found.people, found.left_out, found.dropped.len()), (400, 0, 0));
    assert_eq!(found, weigh_with(&["A1", "A2", "A3"], &answers, 200).unwrap(), "no chance within");
}

#[test]
fn ranges_hold_the_truth() {
    let mut rng = Rng::with_seed(2);
    let items = ["A1", "A2", "A3"];
    let truth = weigh_with(&items, &people(&mut rng, 20_000), 0).unwrap().drivers[1].weight;
    let hits = (0..60).filter(|_| {
        let found = weigh_with(&items, &people(&mut rng, 150), 80).unwrap();
        (found.drivers[1].low..=found.drivers[1].high).contains(&truth)
    });
    let hits = hits.count();
    println!("drivers: the range holds the weight in {hits} of 60 samples of 150 people");
    assert!(hits >= 53);
}

#[test]
fn degenerate_items_are_dropped_by_name() {
    let mut answers = people(&mut Rng::with_seed(3), 200);
    for row in &mut answers {
        let first = row[0];
        row.insert(3, Some(5));
        row.insert(4, first);
        row.insert(5, first.map(|level| 6 - level));
    }
    let found = weigh_with(&["A1", "A2", "A3", "flat", "twin", "mirror"], &answers, 0).unwrap();
    assert_eq!(found.drivers.len(), 3);
    assert_eq!(
        found.dropped,
        [
            Dropped::AllAlike("flat".into()),
            Dropped::SameAs("twin".into(), "A1".into()),
            Dropped::SameAs("mirror".into(), "A1".into()),
        ]
    );
    assert_eq!(found.drivers[0].low, found.drivers[0].weight, "no draws, no range");
}

#[test]
fn answers_that_carry_no_weights_are_refused() {
    let few = people(&mut Rng::with_seed(4), 99);
    assert_eq!(weigh_with(&["A1", "A2", "A3"], &few, 0), Err(Refusal::TooFew(99, 100)));
    let mut answers = people(&mut Rng::with_seed(5), 120);
    answers[7][1] = None;
    let blank = weigh_with(&["A1", "A2", "A3"], &answers, 0).unwrap();
    assert_eq!((blank.people, blank.left_out), (119, 1));
    let flat: Vec<Answers> = answers.iter().map(|row| [&row[..3], &[Some(4)]].concat()).collect();
    assert_eq!(weigh_with(&["A1", "A2", "A3"], &flat, 0), Err(Refusal::OverallAlike));
    let one: Vec<Answers> = answers.iter().map(|row| vec![row[0], Some(3), row[3]]).collect();
    assert_eq!(weigh_with(&["A1", "flat"], &one, 0), Err(Refusal::NoItems));
    let sum = |row: &Answers| Some(row[0]? + row[2]?);
    let tangled: Vec<Answers> =
        answers.iter().map(|row| vec![row[0], row[2], sum(row), row[3]]).collect();
    assert_eq!(weigh_with(&["A1", "A3", "both"], &tangled, 0), Err(Refusal::Entangled));
}
