//! What follows from sums that are known: linear algebra over a prime.

/// A prime above every number that occurs.
const PRIME: u64 = 2_147_483_647;

/// A sum of unknown numbers, each once, by their places.
#[derive(Clone, Debug, Default)]
pub(super) struct Sum(Vec<usize>);

impl Sum {
    /// Adds an unknown.
    pub(super) fn add(&mut self, place: usize) {
        self.0.push(place);
    }
}

/// Sums that are known, each reduced by those before it.
pub(super) struct Equations {
    width: usize,
    /// With the place of the first coefficient, which is one.
    rows: Vec<(usize, Vec<u64>)>,
}

impl Equations {
    /// Nothing known of so many unknowns.
    pub(super) fn new(width: usize) -> Self {
        Self { width, rows: Vec::new() }
    }

    /// A sum becomes known.
    pub(super) fn learn(&mut self, sum: Sum) {
        let mut left = self.reduced(&sum);
        let Some(first) = left.iter().position(|it| *it != 0) else { return };
        let inverse = power(left[first], PRIME - 2);
        left.iter_mut().for_each(|it| *it = *it * inverse % PRIME);
        self.rows.push((first, left));
    }

    /// Whether a sum follows from those that are known.
    pub(super) fn tell(&self, sum: Sum) -> bool {
        self.reduced(&sum).iter().all(|it| *it == 0)
    }

    fn reduced(&self, sum: &Sum) -> Vec<u64> {
        let mut left = vec![0; self.width];
        sum.0.iter().for_each(|place| left[*place] += 1);
        for (first, row) in &self.rows {
            let times = PRIME - left[*first];
            for (it, more) in left.iter_mut().zip(row) {
                *it = (*it + times * more) % PRIME;
            }
        }
        left
    }
}

fn power(base: u64, exponent: u64) -> u64 {
    let bits = (0..64).rev().map(|bit| exponent >> bit & 1);
    bits.fold(1, |sum, bit| {
        let square = sum * sum % PRIME;
        if bit == 1 { square * base % PRIME } else { square }
    })
}

#[test]
fn differences_of_what_is_known_follow_and_nothing_else() {
    let sum = |places: &[usize]| Sum(places.to_vec());
    let mut known = Equations::new(4);
    known.learn(sum(&[0, 1, 2]));
    known.learn(sum(&[1]));
    known.learn(sum(&[2, 3]));
    assert!(known.tell(sum(&[0, 2])) && known.tell(sum(&[1])));
    assert!(!known.tell(sum(&[0])) && !known.tell(sum(&[3])));
    known.learn(sum(&[3]));
    assert!(known.tell(sum(&[0])));
}
