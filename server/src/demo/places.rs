//! What is asked about and where: procedures and service points by how often they come up, and how
//! well each unit does.

use chrono::{Datelike, NaiveDate};
use fastrand::Rng;

/// A procedure, the unit that leads it, and how many in a thousand ballots name it.
const PROCEDURES: [(&str, &str, u32); 12] = [
    ("2.000004", "QLTM", 240),
    ("2.000002", "QLTM", 60),
    ("2.000001", "QLTM", 40),
    ("2.000591", "QLTM", 110),
    ("2.000535", "QLTM", 50),
    ("2.002620", "QLTM", 40),
    ("1.115377", "QLNL", 130),
    ("1.900001", "QLNL", 60),
    ("1.900002", "KTATMT", 120),
    ("1.900003", "QLCN", 60),
    ("1.900004", "TTKC", 40),
    ("1.900005", "TTXTTM", 50),
];

/// The campaign that is met at counters only.
pub const AT_COUNTER: &str = "nhanh";

/// Service points by how many in a hundred ballots of the full survey come from there.
const POINTS: [(&str, u32); 4] =
    [("quay-1", 33), ("quay-2", 24), ("truc-tuyen", 35), ("buu-chinh", 8)];

/// Draws a procedure and its unit.
pub fn procedure(rng: &mut Rng) -> (&'static str, &'static str) {
    let weights = PROCEDURES.map(|(.., weight)| weight);
    let (code, unit, _) = PROCEDURES[choose(rng, &weights)];
    (code, unit)
}

/// Draws a service point; a kiosk stands at a counter.
pub fn point(rng: &mut Rng, at_counter: bool) -> &'static str {
    let choices = if at_counter { &POINTS[..2] } else { &POINTS[..] };
    let weights: Vec<u32> = choices.iter().map(|(_, weight)| *weight).collect();
    choices[choose(rng, &weights)].0
}

/// How far above or below the others a unit lies in a factor, in levels.
///
/// There is something to find: the safety division kept people waiting for results until it
/// mended that, eight months before the end; the energy division is weak in guidance since its
/// reorganisation; the trade promotion centre is liked.
pub fn standing(unit: &str, factor: char, day: NaiveDate, today: NaiveDate) -> f64 {
    match (unit, factor) {
        ("KTATMT", 'D') if months(day, today) > 8 => -0.95,
        ("KTATMT", 'D') => 0.2,
        ("QLNL", 'C') if day.year() * 100 + day.month().cast_signed() >= 202_507 => -0.75,
        ("QLNL", _) => -0.3,
        ("QLCN", 'B') => -0.3,
        ("TTXTTM", _) => 0.3,
        ("TTKC", 'C') => 0.25,
        ("VP", 'A') => 0.15,
        _ => 0.0,
    }
}

/// How far above or below its factor an item lies.
pub fn ease(item: &str) -> f64 {
    match item {
        "A2" => -0.2,
        "A3" => -0.3,
        "B1" => 0.1,
        "B3" => 0.3,
        "B4" => -0.1,
        "C1" => 0.25,
        "C2" => -0.15,
        "D1" => -0.2,
        "D2" => 0.1,
        "E0" | "E1" => -0.1,
        "E2" => -0.25,
        "E3" => -0.4,
        _ => 0.0,
    }
}

/// Draws a place by weights.
pub fn choose(rng: &mut Rng, weights: &[u32]) -> usize {
    let mut left = rng.u32(0..weights.iter().sum());
    for (place, weight) in weights.iter().enumerate() {
        if left < *weight {
            return place;
        }
        left -= weight;
    }
    0
}

/// Whole months from one day's month to another's.
fn months(from: NaiveDate, to: NaiveDate) -> i32 {
    (to.year() - from.year()) * 12 + to.month().cast_signed() - from.month().cast_signed()
}
