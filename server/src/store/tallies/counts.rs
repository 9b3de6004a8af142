//! The counts of one row of tallies, as they are stored.

use domain::{
    CheckedBallot, Tally,
    figures::{
        spread::{Parts, Products},
        tally,
    },
};

use super::spread::Spread;

/// The stored form of one row: six counts for the ballot itself, then six for each item; beside them
/// how one person's answers hang together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    counts: Vec<u32>,
    spread: Spread,
}

impl Counts {
    /// Reads stored bytes, and those of the sums beside them; a broken tail is read as nothing.
    pub fn read(bytes: &[u8], moments: Option<&[u8]>) -> Self {
        let four = |four: &[u8]| u32::from_le_bytes([four[0], four[1], four[2], four[3]]);
        let counts: Vec<u32> = bytes.chunks_exact(4).map(four).collect();
        let spread = Spread::read(moments, &counts);
        Self { counts, spread }
    }

    pub(super) fn with_items(items: usize) -> Self {
        Self { counts: Vec::with_capacity(6 * (1 + items)), spread: Spread::default() }
    }

    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 * self.counts.len());
        for count in &self.counts {
            bytes.extend_from_slice(&count.to_le_bytes());
        }
        bytes
    }

    /// The stored form of the sums; nothing, where they are not known.
    pub(in crate::store) fn moments(&self) -> Option<Vec<u8>> {
        self.spread.bytes(&self.counts)
    }

    /// The sums of products over people, the whole's first, then each factor's; nothing, where they are
    /// not known of every ballot.
    pub fn products(&self) -> Option<&[Products]> {
        self.spread.products()
    }

    /// Those of one part: 0 is the whole, the factors follow.
    pub fn products_of(&self, part: usize) -> Option<Products> {
        self.products().map(|parts| parts.get(part).copied().unwrap_or_default())
    }

    /// Counts one more ballot; without the parts of its question set the sums are not known any more.
    pub fn count(&mut self, ballot: &CheckedBallot, parts: Option<&Parts>) {
        for (item, slot) in tally::counts(ballot) {
            self.raise(item, slot);
        }
        self.spread.count(ballot, parts);
    }

    fn raise(&mut self, item: i64, slot: usize) {
        let place = usize::try_from(item).unwrap_or(0) * 6 + slot;
        if self.counts.len() <= place {
            self.counts.resize(place / 6 * 6 + 6, 0);
        }
        self.counts[place] += 1;
    }

    /// Adds another row's counts.
    pub fn add(&mut self, other: &Self) {
        if self.counts.len() < other.counts.len() {
            self.counts.resize(other.counts.len(), 0);
        }
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.spread.add(&other.spread);
    }

    /// Takes another row's counts away.
    pub(super) fn take(&mut self, other: &Self) {
        for (count, less) in self.counts.iter_mut().zip(&other.counts) {
            *count = count.saturating_sub(*less);
        }
        self.spread.take(&other.spread);
    }

    /// Whether both count the same, whatever is known beside.
    pub(in crate::store) fn counts_same(&self, other: &Self) -> bool {
        self.counts == other.counts
    }

    /// Whether nothing is counted here.
    pub fn is_empty(&self) -> bool {
        self.counts.iter().all(|count| *count == 0)
    }

    /// How many items there is room for, the ballot itself among them.
    pub(in crate::store) fn items(&self) -> usize {
        self.counts.len() / 6
    }

    /// The six counts of an item, the ballot itself under 0; zeros, where there is no room for it.
    pub(in crate::store) fn six(&self, item: usize) -> [u32; 6] {
        let six = self.counts.get(6 * item..6 * item + 6);
        six.and_then(|six| six.try_into().ok()).unwrap_or_default()
    }

    /// How many ballots are counted here.
    pub fn ballots(&self) -> u64 {
        let [.., ballots] = self.six(0);
        u64::from(ballots)
    }

    /// The tallies by item number, the ballot itself under 0; empty ones left out.
    pub fn tallies(&self) -> impl Iterator<Item = (i64, Tally)> + '_ {
        (0..).zip(self.counts.chunks_exact(6)).filter(|(_, six)| six.iter().any(|n| *n > 0)).map(
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
        two.add(&Counts::read(&one.bytes(), one.moments().as_deref()));
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
