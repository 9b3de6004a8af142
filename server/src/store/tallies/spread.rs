//! The stored form of what one row of tallies knows of how a person's answers hang together.

use domain::{
    CheckedBallot,
    figures::spread::{self, Parts, Products},
};

/// Sums for the whole, then for each factor; nothing, where one ballot of the row was not added up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Spread(Option<Vec<Products>>);

/// Nobody was added, so all of them are known.
impl Default for Spread {
    fn default() -> Self {
        Self(Some(Vec::new()))
    }
}

impl Spread {
    /// The sums, the whole's first; empty, where nobody answered anything that counts.
    pub(super) fn products(&self) -> Option<&[Products]> {
        self.0.as_deref()
    }

    /// Reads stored bytes. Nothing is known, where there are none, where they are broken, and where
    /// they do not belong to these counts: a program that does not know them has written the row.
    pub(super) fn read(bytes: Option<&[u8]>, counts: &[u32]) -> Self {
        Self(bytes.and_then(|bytes| numbers(bytes, mark(counts))))
    }

    /// The stored form beside these counts: their mark, then seven bits of a number in each byte, so
    /// that a day's row takes hardly more than a byte for each.
    pub(super) fn bytes(&self, counts: &[u32]) -> Option<Vec<u8>> {
        let parts = self.0.as_ref()?;
        let mut bytes = Vec::with_capacity(4 + 2 * Products::WIDTH * parts.len());
        bytes.extend_from_slice(&mark(counts).to_le_bytes());
        for mut number in parts.iter().flat_map(|products| products.numbers()) {
            while number >= 0x80 {
                bytes.push(low_seven(number) | 0x80);
                number >>= 7;
            }
            bytes.push(low_seven(number));
        }
        Some(bytes)
    }

    /// Adds one more ballot.
    pub(super) fn count(&mut self, ballot: &CheckedBallot, parts: Option<&Parts>) {
        self.add(&Self(parts.map(|parts| spread::of_ballot(&ballot.answers, parts))));
    }

    /// Adds another row's sums.
    pub(super) fn add(&mut self, other: &Self) {
        self.with(other, |sum, more| *sum += more);
    }

    /// Takes another row's sums away.
    pub(super) fn take(&mut self, other: &Self) {
        self.with(other, |sum, less| *sum -= less);
    }

    fn with(&mut self, other: &Self, each: impl Fn(&mut Products, Products)) {
        let (Some(ours), Some(theirs)) = (&mut self.0, &other.0) else {
            self.0 = None;
            return;
        };
        if ours.len() < theirs.len() {
            ours.resize(theirs.len(), Products::default());
        }
        for (our, their) in ours.iter_mut().zip(theirs) {
            each(our, *their);
        }
    }
}

/// What tells counts from others, as FNV-1a mixes them, a count at a time.
fn mark(counts: &[u32]) -> u32 {
    counts.iter().fold(0x811c_9dc5, |mark, count| (mark ^ count).wrapping_mul(0x0100_0193))
}

fn low_seven(number: u64) -> u8 {
    (number & 0x7f) as u8
}

/// The sums behind a mark; nothing, if it is another one or the rest is not ours.
fn numbers(bytes: &[u8], mark: u32) -> Option<Vec<Products>> {
    let rest = bytes.strip_prefix(mark.to_le_bytes().as_slice())?;
    let mut numbers = Vec::with_capacity(rest.len());
    let (mut number, mut shift) = (0_u64, 0);
    for byte in rest {
        number |= u64::from(byte & 0x7f).checked_shl(shift)?;
        shift += 7;
        if *byte < 0x80 {
            numbers.push(number);
            (number, shift) = (0, 0);
        }
    }
    let (parts, left) = numbers.as_chunks::<{ Products::WIDTH }>();
    (shift == 0 && left.is_empty())
        .then(|| parts.iter().map(|numbers| Products::from_numbers(*numbers)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    const LARGE: [u64; 12] = [0, 1, 127, 128, 16_383, 16_384, 300, 1 << 35, u64::MAX, 5, 9, 0];

    fn spread() -> Spread {
        let (parts, _) = LARGE.as_chunks();
        Spread(Some(parts.iter().map(|numbers| Products::from_numbers(*numbers)).collect()))
    }

    #[test]
    fn sums_survive_being_stored_beside_their_counts_alone() {
        for spread in [spread(), Spread::default()] {
            let bytes = spread.bytes(&[3, 4]).unwrap();
            assert_eq!(Spread::read(Some(&bytes), &[3, 4]), spread);
            for others in [&[4, 3][..], &[3], &[3, 5], &[3, 4, 0], &[]] {
                assert_eq!(Spread::read(Some(&bytes), others), Spread(None), "{others:?}");
            }
        }
    }

    #[test]
    fn broken_bytes_are_not_read_as_others() {
        let bytes = spread().bytes(&[7]).unwrap();
        for end in 0..bytes.len() {
            let torn = Spread::read(Some(&bytes[..end]), &[7]).0;
            assert!(torn.is_none_or(|parts| parts.len() < 2), "{end}");
        }
        let endless = [&bytes[..4], &[0xff; 11]].concat();
        assert_eq!(Spread::read(Some(&endless), &[7]), Spread(None));
    }

    #[test]
    fn what_is_unknown_stays_so() {
        let known = Spread(Some(vec![Products { people: 3, ..Products::default() }]));
        let mut sum = known.clone();
        sum.add(&Spread::read(None, &[]));
        assert_eq!(sum.products(), None);
        sum.take(&known);
        assert_eq!((sum.products(), sum.bytes(&[])), (None, None));
    }
}
