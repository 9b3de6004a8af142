//! What a tally has to remember so that people, not answers, are counted as independent.

use serde::{Deserialize, Serialize};

use crate::figures::{
    curve::real,
    interval::{Estimate, scale},
    share::{Method, Share},
};

/// First and second moments of what people answered, summed over people; all whole.
///
/// A person adds what they count for in numerator and denominator of a [`Share`]: answers for `T2B`,
/// level points for `MEAN5`. Who answered nothing that counts adds nothing and is nobody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moments {
    /// People who answered something that counts.
    pub people: u64,
    /// Σ num.
    pub num: u64,
    /// Σ den.
    pub den: u64,
    /// Σ num².
    pub num_num: u64,
    /// Σ num·den.
    pub num_den: u64,
    /// Σ den².
    pub den_den: u64,
}

impl Moments {
    /// What one person adds.
    pub fn of(person: Share) -> Self {
        let Share { num, den } = person;
        Self {
            people: u64::from(den > 0),
            num,
            den,
            num_num: num * num,
            num_den: num * den,
            den_den: den * den,
        }
    }

    /// One item: everybody is a yes or a no.
    pub fn of_item(item: Share) -> Self {
        let Share { num, den } = item;
        Self { people: den, num, den, num_num: num, num_den: num, den_den: den }
    }

    /// Numerator and denominator.
    pub fn share(&self) -> Share {
        Share { num: self.num, den: self.den }
    }

    /// The share on 0–1 and the people it is worth. Nothing, if nobody answered.
    ///
    /// R = Σnum/Σden; v = n/(n−1)·Σ(num−R·den)²/(Σden)²; n_eff = R(1−R)/v (ratio of totals, Cochran,
    /// Sampling Techniques, ch. 6). So many as there are people where all are alike, or one alone.
    pub fn estimate(&self, method: Method) -> Option<Estimate> {
        let value = self.value(method)?;
        let effective = real(self.people) / self.design(method).unwrap_or(1.0);
        Some(Estimate { value, effective })
    }

    /// The share on 0–1: for `MEAN5`, a level of 1 is 0 and a level of 5 is 1.
    pub fn value(&self, method: Method) -> Option<f64> {
        let (floor, width) = scale(method);
        let ratio = real(self.num) / real(self.den);
        (self.den > 0).then(|| ((ratio - floor) / width).clamp(0.0, 1.0))
    }

    /// n·v/(R(1−R)): how much more the index varies than one yes or no of each person; mostly below 1.
    /// Nothing, where people are too few or too much alike to say.
    pub fn design(&self, method: Method) -> Option<f64> {
        let value = self.value(method)?;
        let (_, width) = scale(method);
        let rest = self.rest()? / (width * width);
        let n = real(self.people);
        let variance = n / (n - 1.0) * rest / (real(self.den) * real(self.den));
        (variance > 0.0 && value > 0.0 && value < 1.0)
            .then(|| n * variance / (value * (1.0 - value)))
    }

    /// Σ(num − R·den)², whole until its one division: Σnum² − 2R·Σnum·den + R²·Σden².
    fn rest(&self) -> Option<f64> {
        let [num, den, num_num, num_den, den_den] =
            [self.num, self.den, self.num_num, self.num_den, self.den_den].map(i128::from);
        let whole = num_num
            .checked_mul(den)?
            .checked_mul(den)?
            .checked_sub((2 * num).checked_mul(den)?.checked_mul(num_den)?)?
            .checked_add(num.checked_mul(num)?.checked_mul(den_den)?)?;
        #[expect(clippy::cast_precision_loss, reason = "one rounding of a whole number")]
        let rest = whole.max(0) as f64 / (real(self.den) * real(self.den));
        (self.people > 1).then_some(rest)
    }
}

impl std::ops::AddAssign for Moments {
    fn add_assign(&mut self, other: Self) {
        self.people += other.people;
        self.num += other.num;
        self.den += other.den;
        self.num_num += other.num_num;
        self.num_den += other.num_den;
        self.den_den += other.den_den;
    }
}

impl std::ops::SubAssign for Moments {
    fn sub_assign(&mut self, other: Self) {
        self.people -= other.people;
        self.num -= other.num;
        self.den -= other.den;
        self.num_num -= other.num_num;
        self.num_den -= other.num_den;
        self.den_den -= other.den_den;
    }
}

impl std::iter::Sum for Moments {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::default(), |mut sum, part| {
            sum += part;
            sum
        })
    }
}

#[cfg(test)]
mod tests;
