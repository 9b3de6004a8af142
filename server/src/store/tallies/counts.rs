//! The counts of one row of tallies, as they are stored.

use domain::{CheckedBallot, Tally, figures::tally};

/// The stored form of one row: six counts for the ballot itself, then six for each item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(Vec<u32>);

impl Counts {
    /// Reads stored bytes; a broken tail is read as nothing.
    pub fn read(bytes: &[u8]) -> Self {
        Self(
            bytes
                .chunks_exact(4)
                .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
                .collect(),
        )
    }

    pub(super) fn with_items(items: usize) -> Self {
        Self(Vec::with_capacity(6 * (1 + items)))
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 * self.0.len());
        for count in &self.0 {
            bytes.extend_from_slice(&count.to_le_bytes());
        }
        bytes
    }

    /// Counts one more ballot.
    pub fn count(&mut self, ballot: &CheckedBallot) {
        for (item, slot) in tally::counts(ballot) {
            self.raise(item, slot);
        }
    }

    fn raise(&mut self, item: i64, slot: usize) {
        let place = usize::try_from(item).unwrap_or(0) * 6 + slot;
        if self.0.len() <= place {
            self.0.resize(place / 6 * 6 + 6, 0);
        }
        self.0[place] += 1;
    }

    /// Adds another row's counts.
    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (count, more) in self.0.iter_mut().zip(&other.0) {
            *count += more;
        }
    }

    /// Takes another row's counts away.
    pub(super) fn take(&mut self, other: &Self) {
        for (count, less) in self.0.iter_mut().zip(&other.0) {
            *count = count.saturating_sub(*less);
        }
    }

    /// Whether nothing is counted here.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|count| *count == 0)
    }

    /// How many items there is room for, the ballot itself among them.
    pub(in crate::store) fn items(&self) -> usize {
        self.0.len() / 6
    }

    /// The six counts of an item, the ballot itself under 0; zeros, where there is no room for it.
    pub(in crate::store) fn six(&self, item: usize) -> [u32; 6] {
        let six = self.0.get(6 * item..6 * item + 6);
        six.and_then(|six| six.try_into().ok()).unwrap_or_default()
    }

    /// How many ballots are counted here.
    pub fn ballots(&self) -> u64 {
        let [.., ballots] = self.six(0);
        u64::from(ballots)
    }

    /// The tallies by item number, the ballot itself under 0; empty ones left out.
    pub fn tallies(&self) -> impl Iterator<Item = (i64, Tally)> + '_ {
        (0..).zip(self.0.chunks_exact(6)).filter(|(_, six)| six.iter().any(|n| *n > 0)).map(
            |(item, six)| {
                let n = |slot: usize| u64::from(six[slot]);
                (item, Tally { levels: [n(0), n(1), n(2), n(3), n(4)], na: n(5) })
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_survive_being_stored_and_add_up() {
        let mut one = Counts::default();
        one.raise(0, 5);
        one.raise(3, 4);
        let mut two = Counts::default();
        two.raise(5, 0);
        two.add(&Counts::read(&one.bytes()));
        let tallies: Vec<(i64, Tally)> = two.tallies().collect();
        assert_eq!(tallies.iter().map(|(item, _)| *item).collect::<Vec<_>>(), [0, 3, 5]);
        assert_eq!(tallies[0].1.na, 1);
        assert_eq!(tallies[1].1.levels, [0, 0, 0, 0, 1]);
        two.take(&one);
        assert_eq!(two.tallies().map(|(item, _)| item).collect::<Vec<_>>(), [5]);
        assert!(!two.is_empty(), "the other ballot is still counted");
        one.take(&one.clone());
        assert!(one.is_empty());
    }
}
