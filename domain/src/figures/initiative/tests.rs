//! Thousands of departments with a true effect, and thousands without.

use fastrand::Rng;

use super::*;
use crate::figures::{chance, share::Share};

/// One observation of a share that wobbles between periods.
fn seen(rng: &mut Rng, n: u64, share: f64, wobble: f64) -> Estimate {
    // Twelve uniform numbers, less six, are close to normal.
    let off: f64 = (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0;
    let num = chance::yes(rng, n, (share + wobble * off).clamp(0.0, 1.0));
    Estimate::of(Share { num, den: n }).unwrap()
}

fn unit(rng: &mut Rng, wobble: f64, effect: f64, drift: f64) -> Unit {
    let (n, share) = (rng.u64(150..400), 0.75 + 0.17 * rng.f64());
    let halves = (seen(rng, n, share, wobble), seen(rng, n, share + drift, wobble));
    let change =
        Change { before: seen(rng, n, share, wobble), after: seen(rng, n, share + effect, wobble) };
    Unit { change, earlier: Some(Change { before: halves.0, after: halves.1 }) }
}

fn department(rng: &mut Rng, wobble: f64, effect: f64, drift: f64) -> Effect {
    let others: Vec<Unit> = (0..11).map(|_| unit(rng, wobble, 0.0, 0.0)).collect();
    super::effect(&unit(rng, wobble, effect, drift), &others).unwrap()
}

#[test]
fn intervals_hold_the_truth_and_nothing_is_seldom_called_something() {
    let mut rng = Rng::with_seed(12);
    println!("wobble effect | held, claimed for, claimed against (of 2000 departments)");
    for (wobble, effect) in [(0.0, 0.0), (0.0, 0.04), (0.02, 0.0), (0.02, 0.04), (0.0, -0.1)] {
        let found: Vec<Effect> =
            (0..2000).map(|_| department(&mut rng, wobble, effect, 0.0)).collect();
        let count = |holds: &dyn Fn(&Effect) -> bool| found.iter().filter(|it| holds(it)).count();
        let held = count(&|it| it.interval.0 <= effect && effect <= it.interval.1);
        let worked = count(&|it| it.outcome == Outcome::Worked);
        let backfired = count(&|it| it.outcome == Outcome::Backfired);
        println!("{wobble:6} {effect:6} | {held} {worked} {backfired}");
        assert!((1860..=1940).contains(&held), "{wobble} {effect}: {held}");
        if effect == 0.0 {
            assert!(worked + backfired <= 100);
        }
        assert!(effect >= 0.0 || backfired > 1200);
    }
}

#[test]
fn who_went_apart_before_proves_nothing() {
    let mut rng = Rng::with_seed(13);
    let found: Vec<Effect> = (0..100).map(|_| department(&mut rng, 0.0, 0.1, 0.12)).collect();
    let apart = found.iter().filter(|it| it.went_apart).count();
    assert!(apart > 50, "{apart}");
    assert!(found.iter().all(|it| !it.went_apart || it.outcome == Outcome::Open));
    let sound = department(&mut rng, 0.0, 0.2, 0.0);
    assert_eq!((sound.outcome, sound.untouched), (Outcome::Worked, 11));
}

fn fixed(before: u64, after: u64) -> Unit {
    let of = |num| Estimate::of(Share { num, den: 1000 }).unwrap();
    Unit { change: Change { before: of(before), after: of(after) }, earlier: None }
}

#[test]
fn two_differences_by_hand() {
    let others = [fixed(800, 810), fixed(800, 810), fixed(800, 810)];
    let found = effect(&fixed(800, 870), &others).unwrap();
    assert!((found.value - 0.06).abs() < 1e-12 && found.between == 0.0);
    let variance = fixed(800, 870).change.variance() + fixed(800, 810).change.variance() / 3.0;
    assert!((found.interval.1 - found.value - Z * variance.sqrt()).abs() < 1e-12);
    assert_eq!(effect(&fixed(800, 870), &others[..2]), None, "two are no measure");
    let worse = effect(&fixed(800, 700), &others).unwrap();
    assert_eq!(worse.outcome, Outcome::Backfired);
}

#[test]
fn untouched_units_that_jump_are_no_measure() {
    let others = [fixed(800, 900), fixed(800, 700), fixed(800, 800), fixed(800, 810)];
    let found = effect(&fixed(800, 950), &others).unwrap();
    assert!(found.between > 0.005);
    let calm = Effect { placebos: 0, ..found };
    assert!(calm.interval.0 < 0.0 && found.outcome == Outcome::Open);
    let pulled = [fixed(800, 800), fixed(800, 800), fixed(800, 800), fixed(800, 930)];
    let found = effect(&fixed(700, 990), &pulled).unwrap();
    assert_eq!(found.placebos, 1, "one of four is more than one in five");
    assert_eq!(found.outcome, Outcome::Open);
    assert_eq!(effect(&fixed(800, 800), &pulled).unwrap().outcome, Outcome::Open);
}
