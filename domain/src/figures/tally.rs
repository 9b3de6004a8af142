//! Counted answers. Every index, interval and re-scoring derives from these histograms exactly.

use crate::ballot::{CheckedBallot, NA_SLOT};

/// How often each level of an item was given, and how often "không áp dụng".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Answers at level 1 to 5; a three-step item uses the first three.
    pub levels: [u64; 5],
    /// Answers "không áp dụng". For the ballot itself: the ballots.
    pub na: u64,
}

impl Tally {
    /// People who gave a level.
    pub fn answered(&self) -> u64 {
        self.levels.iter().sum()
    }

    /// What is left when a part is taken away.
    #[must_use]
    pub fn without(mut self, part: Self) -> Self {
        for (level, less) in self.levels.iter_mut().zip(part.levels) {
            *level = level.saturating_sub(less);
        }
        self.na = self.na.saturating_sub(part.na);
        self
    }
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        for (level, more) in self.levels.iter_mut().zip(other.levels) {
            *level += more;
        }
        self.na += other.na;
    }
}

/// The item number under which whole ballots are counted (in `na`); items follow from 1.
pub const BALLOT: i64 = 0;

/// Every count one ballot raises: the item's place in the instrument from 1, or [`BALLOT`], and the
/// slot of the six that grows by one.
pub fn counts(ballot: &CheckedBallot) -> impl Iterator<Item = (i64, usize)> + '_ {
    let items = (1..).zip(&ballot.answers).filter_map(|(item, mark)| Some((item, mark.slot()?)));
    std::iter::once((BALLOT, NA_SLOT)).chain(items)
}
