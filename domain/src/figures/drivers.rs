//! What goes with overall satisfaction: Johnson's relative weights, with ranges over people.

mod eigen;
mod johnson;

use crate::figures::curve::real;

/// Fewer people than this, or than ten for each item, say too little.
const FEWEST: usize = 100;

/// So much of the draws is left out on either side of a range.
const SIDE: usize = 40;

/// Correlations as close to 1 as this are the same question.
const SAME: f64 = 1.0 - 1e-9;

/// One person's levels: each item in order, then overall satisfaction. Blank is nothing.
pub type Answers = Vec<Option<u8>>;

/// An item that is in no model, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Dropped {
    /// Everybody gave the same level.
    AllAlike(String),
    /// It says what another item says.
    SameAs(String, String),
}

/// Why there are no weights.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// People who answered everything, and how many it needs.
    TooFew(usize, usize),
    /// Everybody is equally satisfied overall.
    OverallAlike,
    /// No two items are left.
    NoItems,
    /// Items that add up to each other: none has a weight of its own.
    Entangled,
}

/// How much of overall satisfaction goes with an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Driver {
    /// The item's code.
    pub item: String,
    /// Its part of R²; all parts add up to R².
    pub weight: f64,
    /// The lower end of the 95 % range over people.
    pub low: f64,
    /// The upper end.
    pub high: f64,
}

/// The items in the order they came, and what was left out.
#[derive(Clone, Debug, PartialEq)]
pub struct Drivers {
    /// Each item with its weight.
    pub drivers: Vec<Driver>,
    /// Items without one.
    pub dropped: Vec<Dropped>,
    /// People who answered everything.
    pub people: usize,
    /// People with a blank: left out, since correlations over different people can be impossible.
    pub left_out: usize,
}

/// Weighs the items; ranges come from `draws` samples of the same people, by whoever `pick`s one of n.
///
/// # Errors
/// Why the answers carry no weights.
pub fn weigh(
    items: &[&str],
    answers: &[Answers],
    draws: usize,
    pick: &mut dyn FnMut(usize) -> usize,
) -> Result<Drivers, Refusal> {
    let complete: Vec<Vec<f64>> = answers
        .iter()
        .filter(|row| row.len() == items.len() + 1)
        .filter_map(|row| row.iter().map(|level| level.map(f64::from)).collect())
        .collect();
    let needed = FEWEST.max(10 * items.len());
    if complete.len() < needed {
        return Err(Refusal::TooFew(complete.len(), needed));
    }
    let (kept, dropped) = sound(items, &complete)?;
    let everybody: Vec<usize> = (0..complete.len()).collect();
    let weights = model(&complete, &kept, &everybody).ok_or(Refusal::Entangled)?;
    let mut samples = vec![];
    for _ in 0..draws {
        let sample: Vec<usize> = complete.iter().map(|_| pick(complete.len())).collect();
        samples.extend(model(&complete, &kept, &sample));
    }
    let driver = |(at, weight): (usize, f64)| {
        let (low, high) = range(samples.iter().map(|sample| sample[at]).collect(), weight);
        Driver { item: items[kept[at]].to_owned(), weight, low, high }
    };
    let drivers = weights.into_iter().enumerate().map(driver).collect();
    let left_out = answers.len() - complete.len();
    Ok(Drivers { drivers, dropped, people: complete.len(), left_out })
}

/// The items that can have a weight, and those that cannot, by name.
fn sound(items: &[&str], people: &[Vec<f64>]) -> Result<(Vec<usize>, Vec<Dropped>), Refusal> {
    let alike = |at: usize| people.iter().all(|row| row[at] == people[0][at]);
    if alike(items.len()) {
        return Err(Refusal::OverallAlike);
    }
    let everybody: Vec<usize> = (0..people.len()).collect();
    let (mut kept, mut dropped) = (Vec::<usize>::new(), vec![]);
    for (at, item) in items.iter().enumerate() {
        let is_same = |other: &&usize| correlation(people, &everybody, at, **other).abs() > SAME;
        if alike(at) {
            dropped.push(Dropped::AllAlike((*item).to_owned()));
        } else if let Some(other) = kept.iter().find(is_same) {
            dropped.push(Dropped::SameAs((*item).to_owned(), items[*other].to_owned()));
        } else {
            kept.push(at);
        }
    }
    if kept.len() < 2 { Err(Refusal::NoItems) } else { Ok((kept, dropped)) }
}

/// Relative weights over a sample of people; nothing where they are not to be told apart.
fn model(people: &[Vec<f64>], kept: &[usize], sample: &[usize]) -> Option<Vec<f64>> {
    let overall = people[0].len() - 1;
    let row = |a: &usize| kept.iter().map(|b| correlation(people, sample, *a, *b)).collect();
    let among: Vec<Vec<f64>> = kept.iter().map(row).collect();
    let with: Vec<f64> = kept.iter().map(|a| correlation(people, sample, *a, overall)).collect();
    let is_number = among.iter().flatten().chain(&with).all(|it| it.is_finite());
    if is_number { johnson::weights(&among, &with) } else { None }
}

/// Pearson's correlation of two columns; not a number where one does not vary.
fn correlation(people: &[Vec<f64>], sample: &[usize], a: usize, b: usize) -> f64 {
    let (mut sums, mut squares, mut both) = ([0.0; 2], [0.0; 2], 0.0);
    for person in sample {
        let (x, y) = (people[*person][a], people[*person][b]);
        sums = [sums[0] + x, sums[1] + y];
        squares = [squares[0] + x * x, squares[1] + y * y];
        both += x * y;
    }
    let n = real(u64::try_from(sample.len()).unwrap_or(u64::MAX));
    // Levels are small whole numbers, so these sums are exact, and 0 is 0.
    let spread = |at: usize| n * squares[at] - sums[at] * sums[at];
    (n * both - sums[0] * sums[1]) / (spread(0) * spread(1)).sqrt()
}

/// The middle 95 % of the draws; the weight alone where there are too few of them.
fn range(mut draws: Vec<f64>, weight: f64) -> (f64, f64) {
    draws.sort_by(f64::total_cmp);
    let cut = draws.len() / SIDE;
    if cut == 0 { (weight, weight) } else { (draws[cut], draws[draws.len() - 1 - cut]) }
}

#[cfg(test)]
mod tests;
