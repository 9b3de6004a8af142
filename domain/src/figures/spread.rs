//! How the answers of one person hang together, in whole numbers: sums of products over people.

use crate::{
    ballot::{Mark, instrument::Instrument},
    figures::{
        interval::{Estimate, moments::Moments, small},
        share::{Method, Share},
        tally::Tally,
    },
};

/// Which answers of a ballot are added up together: those of each factor, and those of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    factors: usize,
    /// The factor of each item, by place; none for what is asked beside the index.
    of_items: Vec<Option<usize>>,
}

impl Parts {
    /// The parts of a question set.
    pub fn of(set: &Instrument) -> Self {
        let place = |code: &str| set.factors.iter().position(|factor| factor.code == code);
        let of_item = |item: &crate::ballot::instrument::Item| {
            item.factor.as_deref().filter(|_| item.counts()).and_then(place)
        };
        Self { factors: set.factors.len(), of_items: set.items.iter().map(of_item).collect() }
    }
}

/// Sums over people of what each of them answered in one part. Who answered nothing there is nobody.
///
/// Both methods follow from them: with points as numerator, an answer is five in the denominator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Products {
    /// People who answered something that counts.
    pub people: u64,
    /// Σ answers².
    pub answers_answers: u64,
    /// Σ tops², where a top is an answer at one of the two highest levels.
    pub tops_tops: u64,
    /// Σ tops·answers.
    pub tops_answers: u64,
    /// Σ points², where an answer's points are its level.
    pub points_points: u64,
    /// Σ points·answers.
    pub points_answers: u64,
}

/// What one person answered in one part.
#[derive(Clone, Copy, Default)]
struct Person {
    answers: u64,
    tops: u64,
    points: u64,
}

impl Person {
    fn add(&mut self, level: u8) {
        self.answers += 1;
        self.tops += u64::from(level >= 4);
        self.points += u64::from(level);
    }

    fn products(self) -> Products {
        let Self { answers, tops, points } = self;
        Products {
            people: u64::from(answers > 0),
            answers_answers: answers * answers,
            tops_tops: tops * tops,
            tops_answers: tops * answers,
            points_points: points * points,
            points_answers: points * answers,
        }
    }
}

/// What one ballot adds: to the whole, then to each factor in the order of the question set.
pub fn of_ballot(answers: &[Mark], parts: &Parts) -> Vec<Products> {
    let mut people = vec![Person::default(); 1 + parts.factors];
    for (mark, factor) in answers.iter().zip(&parts.of_items) {
        if let (Mark::Level(level), Some(factor)) = (*mark, *factor) {
            people[0].add(level);
            people[1 + factor].add(level);
        }
    }
    people.into_iter().map(Person::products).collect()
}

impl Products {
    /// How many numbers there are.
    pub const WIDTH: usize = 6;

    /// What they are called, in the order in which they are stored.
    pub const NAMES: [&str; Self::WIDTH] =
        ["people", "answers²", "tops²", "tops·answers", "points²", "points·answers"];

    /// Those of a single item, which follow from how often each level was given.
    pub fn of_item(tally: &Tally) -> Self {
        let people = tally.answered();
        let Share { num: tops, .. } = Share::of(tally, Method::TopTwo);
        let Share { num: points, .. } = Share::of(tally, Method::Mean);
        let squares = (1..).zip(tally.levels).map(|(level, n): (u64, u64)| level * level * n);
        Self {
            people,
            answers_answers: people,
            tops_tops: tops,
            tops_answers: tops,
            points_points: squares.sum(),
            points_answers: points,
        }
    }

    /// The share on 0–1 and the people it is worth, in a whole of the same question set and period.
    ///
    /// Where nobody gave more than one answer, a share of people is what it is: Wilson's interval.
    pub fn estimate(self, share: Share, whole: &Moments, method: Method) -> Option<Estimate> {
        match method {
            Method::TopTwo if share.den == self.people => Estimate::of(share),
            _ => small::estimate(&self.moments(share, method), whole, method),
        }
    }

    /// The numbers in the order in which they are stored.
    pub fn numbers(self) -> [u64; Self::WIDTH] {
        let Self {
            people,
            answers_answers,
            tops_tops,
            tops_answers,
            points_points,
            points_answers,
        } = self;
        [people, answers_answers, tops_tops, tops_answers, points_points, points_answers]
    }

    /// The sums behind stored numbers.
    pub fn from_numbers(numbers: [u64; Self::WIDTH]) -> Self {
        let [people, answers_answers, tops_tops, tops_answers, points_points, points_answers] =
            numbers;
        Self { people, answers_answers, tops_tops, tops_answers, points_points, points_answers }
    }

    /// What a method makes of them, beside the share of the same answers.
    pub fn moments(self, Share { num, den }: Share, method: Method) -> Moments {
        let (num_num, num_den, a_five) = match method {
            Method::TopTwo => (self.tops_tops, self.tops_answers, 1),
            Method::Mean => (self.points_points, self.points_answers, 5),
        };
        Moments {
            people: self.people,
            num,
            den,
            num_num,
            num_den: a_five * num_den,
            den_den: a_five * a_five * self.answers_answers,
        }
    }

    /// Each number of the one with the same of the other.
    fn with(self, other: Self, each: impl Fn(u64, u64) -> u64) -> Self {
        let (mut ours, theirs) = (self.numbers(), other.numbers());
        for (our, their) in ours.iter_mut().zip(theirs) {
            *our = each(*our, their);
        }
        Self::from_numbers(ours)
    }
}

impl std::ops::AddAssign for Products {
    fn add_assign(&mut self, other: Self) {
        *self = self.with(other, u64::saturating_add);
    }
}

impl std::ops::SubAssign for Products {
    fn sub_assign(&mut self, other: Self) {
        *self = self.with(other, u64::saturating_sub);
    }
}

#[cfg(test)]
mod tests;
