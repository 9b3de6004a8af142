//! Departments whose truth is known: how often anything that is said of a month is false.
//!
//! Twelve units, thirty-six months, the first thirteen a baseline. `HAILONG_DEPARTMENTS` sets how many;
//! `cargo xtask bench figures` runs ten thousand.

mod delays;
mod ways;
mod world;

use fastrand::Rng;

use self::{
    ways::{WAYS, Way},
    world::{BASE, Department, MONTHS},
};

/// Enough for a test, so that it runs within a minute unoptimised.
const FEW: u64 = 100;

/// What a way said over all months.
#[derive(Clone, Copy, Default)]
struct Tally {
    sentences: u64,
    months: u64,
    false_months: u64,
    calm: (u64, u64),
    crisis: (u64, u64),
    steps: u64,
    found: [u64; 3],
}

/// After so many months with a changed share it is asked whether anybody has been told.
const WITHIN: [usize; 3] = [1, 3, 6];

#[test]
fn at_most_one_month_in_twenty_has_a_false_sentence() {
    let departments = std::env::var("HAILONG_DEPARTMENTS").ok().and_then(|it| it.parse().ok());
    let departments = departments.unwrap_or(FEW);
    let mut tallies = [Tally::default(); WAYS.len()];
    for seed in 0..departments {
        let department = Department::made(&mut Rng::with_seed(seed));
        for (tally, (_, way)) in tallies.iter_mut().zip(WAYS) {
            count(tally, &department, way);
        }
    }
    println!("{departments} departments, {} months each after the baseline", MONTHS - BASE);
    println!("                                | said in | months with a   | steps of 3–8 points");
    println!("                                | a month | false one, %:   | told within 1, 3, 6");
    println!("what speaks                     |         | all calm crisis | months, %");
    for (tally, (name, _)) in tallies.iter().zip(WAYS) {
        println!("{name:31} | {}", tally.row());
    }
    let ours = tallies[ways::OURS];
    assert!(20 * ours.false_months <= ours.months, "more than one month in twenty");
    let arrows = tallies[0];
    assert!(arrows.false_months * 10 > arrows.months * 9, "arrows move in nearly every month");
    assert!(ours.found[2] > 0, "silence is no answer either");
}

fn count(tally: &mut Tally, department: &Department, way: Way) {
    let mut told = vec![None; department.units.len()];
    for month in BASE..MONTHS {
        let sentences = way(department, month);
        tally.months += 1;
        tally.sentences += sentences.len() as u64;
        let is_false = u64::from(sentences.iter().any(|sentence| !sentence.is_true));
        tally.false_months += is_false;
        let kinds =
            [(department.is_calm, &mut tally.calm), (department.is_crisis, &mut tally.crisis)];
        for (_, (months, false_ones)) in kinds.into_iter().filter(|(is_kind, _)| *is_kind) {
            *months += 1;
            *false_ones += is_false;
        }
        for unit in
            sentences.iter().filter(|it| it.is_true && it.is_of_level).filter_map(|it| it.unit)
        {
            let is_after = department.units[unit].step.is_some_and(|step| month >= step);
            if is_after {
                told[unit].get_or_insert(month);
            }
        }
    }
    for (unit, told) in department.units.iter().zip(told) {
        let Some(step) = unit.step.filter(|step| step + WITHIN[2] <= MONTHS) else { continue };
        tally.steps += 1;
        for (found, within) in tally.found.iter_mut().zip(WITHIN) {
            *found += u64::from(told.is_some_and(|month| month < step + within));
        }
    }
}

impl Tally {
    fn row(&self) -> String {
        let percent = |part: u64, all: u64| part as f64 * 100.0 / all.max(1) as f64;
        let found = self.found.map(|found| format!("{:4.1}", percent(found, self.steps)));
        let sentences = self.sentences as f64 / self.months as f64;
        let kinds = [(self.months, self.false_months), self.calm, self.crisis];
        let false_ones = kinds.map(|(all, part)| format!("{:5.2}", percent(part, all)));
        format!("{sentences:7.2} | {} | {}", false_ones.join(" "), found.join(" "))
    }
}
