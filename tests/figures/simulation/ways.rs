//! Ways to speak of a month: arrows, rules, and the claims that pages make.

use std::ops::Range;

use domain::{
    Method, Share,
    figures::{
        curve::normal::Z,
        difference::{
            Difference, Verdict,
            family::{Cut, Decided},
        },
        ranks,
        trend::{
            laney,
            rules::{Better, MDC_2023},
        },
    },
};

use super::world::{BASE, Department, Known};

/// Something that was said.
pub struct Sentence {
    /// Whether it is so.
    pub is_true: bool,
    /// The unit it is about; none for the whole.
    pub unit: Option<usize>,
    /// Whether it says that a unit is not what it was in its baseline.
    pub is_of_level: bool,
}

/// Everything that is said of a month.
pub type Way = fn(&Department, usize) -> Vec<Sentence>;

/// The pages' own way among all.
pub const OURS: usize = 6;

/// All ways, the loudest first.
pub const WAYS: [(&str, Way); 8] = [
    ("arrows", |it, month| arrows(it, month, 0.0)),
    ("arrows from 5 points on", |it, month| arrows(it, month, 0.05)),
    ("four rules on every chart", four_rules),
    ("each comparison at 5 %", |it, month| changes(it, month, Alone)),
    ("changes, step-up (BH) at 5 %", |it, month| changes(it, month, Listed(Cut::Share, 0.05))),
    ("changes, step-down at 5 %", |it, month| changes(it, month, Listed(Cut::Any, 0.05))),
    ("all claims of a month", claims),
    ("places alone, at 1 %", |it, month| places(it, month, PLACES)),
];

/// Of one chance in twenty a month, what changes and what places may use.
const CHANGES: f64 = 0.04;
const PLACES: f64 = 0.01;

/// How comparisons of a month are decided.
#[derive(Clone, Copy)]
enum Hearing {
    Alone,
    Listed(Cut, f64),
}

use Hearing::{Alone, Listed};

fn claims(department: &Department, month: usize) -> Vec<Sentence> {
    let mut said = changes(department, month, Listed(Cut::Any, CHANGES));
    said.extend(places(department, month, PLACES));
    said
}

/// Every unit beside the month before: whatever moved by more than so much gets an arrow.
fn arrows(department: &Department, month: usize, least: f64) -> Vec<Sentence> {
    let arrow = |unit: usize| {
        let [now, before] = [month, month - 1].map(|it| department.unit(unit, it..it + 1));
        let value = |known: &Known| known.seen.value(Method::TopTwo);
        let moved = value(&now)? - value(&before)?;
        let is_shown = moved.abs() >= 0.000_05 && moved.abs() >= least;
        let is_true = (now.truth - before.truth) * moved > 0.0;
        is_shown.then_some(Sentence { is_true, unit: Some(unit), is_of_level: false })
    };
    (0..department.units.len()).filter_map(arrow).collect()
}

/// Each unit's p′ chart over its baseline: what is special about the last point.
fn four_rules(department: &Department, month: usize) -> Vec<Sentence> {
    let mut said = vec![];
    for (at, unit) in department.units.iter().enumerate() {
        let months: Vec<Share> = unit.seen[..=month].iter().map(|seen| seen.share()).collect();
        let Some(chart) = laney::chart(&months, 0..BASE) else { continue };
        let special = MDC_2023.judge(&chart, Better::Higher)[month];
        let rose = unit.truth[month] - department.unit(at, 0..BASE).truth;
        let flags = [(special.improvement, rose > 1e-9), (special.concern, rose < -1e-9)];
        for (_, is_true) in flags.into_iter().filter(|(cause, _)| cause.is_some()) {
            said.push(Sentence { is_true, unit: Some(at), is_of_level: true });
        }
    }
    said
}

/// Every unit and the whole, beside the baseline and beside the month before.
fn changes(department: &Department, month: usize, hearing: Hearing) -> Vec<Sentence> {
    let mut pairs = vec![];
    for (reference, is_of_level) in [(0..BASE, true), (month - 1..month, false)] {
        for unit in 0..department.units.len() {
            pairs.push((
                pair(department, Some(unit), month, reference.clone()),
                Some(unit),
                is_of_level,
            ));
        }
        pairs.push((pair(department, None, month, reference), None, is_of_level));
    }
    let comparisons: Vec<_> = pairs.iter().map(|(pair, ..)| pair.map(|(it, _)| it)).collect();
    let verdicts = decide(&comparisons, hearing);
    let sentence = |((pair, unit, is_of_level), verdict): (_, Verdict)| {
        let (_, rose): (Difference, f64) = pair?;
        let is_true = match verdict {
            Verdict::Up => rose > 1e-9,
            Verdict::Down => rose < -1e-9,
            Verdict::NotSeen | Verdict::TooFew => return None,
        };
        Some(Sentence { is_true, unit, is_of_level })
    };
    pairs.into_iter().zip(verdicts).filter_map(sentence).collect()
}

/// A month beside a reference, and by how much the truth rose.
fn pair(
    department: &Department,
    unit: Option<usize>,
    month: usize,
    reference: Range<usize>,
) -> Option<(Difference, f64)> {
    let known = |months: Range<usize>| {
        let whole = department.whole(months.clone());
        let known = unit.map_or(whole, |unit| department.unit(unit, months));
        Some((known.estimate(&whole.seen)?, known.truth))
    };
    let ((one, now), (other, then)) = (known(month..month + 1)?, known(reference)?);
    Some((Difference { one, other }, now - then))
}

fn decide(comparisons: &[Option<Difference>], hearing: Hearing) -> Vec<Verdict> {
    match hearing {
        Alone => {
            let alone = |it: &Option<Difference>| {
                it.map_or(Verdict::TooFew, |it| domain::figures::difference::verdict(it.ends(Z)))
            };
            comparisons.iter().map(alone).collect()
        }
        Listed(cut, alpha) => {
            let verdict = |it: Decided| it.verdict;
            cut.decide(comparisons, alpha).into_iter().map(verdict).collect()
        }
    }
}

/// Every order of two units that the ranges of places tell.
fn places(department: &Department, month: usize, alpha: f64) -> Vec<Sentence> {
    let months = month..month + 1;
    let whole = department.whole(months.clone());
    let units: Vec<Known> =
        (0..department.units.len()).map(|unit| department.unit(unit, months.clone())).collect();
    let estimates: Vec<_> = units.iter().map(|unit| unit.estimate(&whole.seen)).collect();
    let places = ranks::places(&estimates, alpha);
    let mut said = vec![];
    for (a, first) in places.iter().enumerate() {
        for (b, second) in places.iter().enumerate() {
            if let (Some(first), Some(second)) = (first, second)
                && first.is_before(*second)
            {
                let is_true = units[a].truth > units[b].truth;
                said.push(Sentence { is_true, unit: Some(a), is_of_level: false });
            }
        }
    }
    said
}
