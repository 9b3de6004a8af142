//! How many are satisfied: counted whole, pooled whole, rounded once.

use serde::{Deserialize, Serialize};

use crate::figures::tally::Tally;

/// How a tally becomes a share; its code is stored with every published figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub enum Method {
    /// The two highest levels over all: the classical reading.
    #[default]
    #[serde(rename = "T2B")]
    TopTwo,
    /// The mean level over five.
    #[serde(rename = "MEAN5")]
    Mean,
}

impl Method {
    /// Both, the usual one first.
    pub const ALL: &'static [Self] = &[Self::TopTwo, Self::Mean];

    /// The stored code.
    pub fn code(self) -> &'static str {
        match self {
            Self::TopTwo => "T2B",
            Self::Mean => "MEAN5",
        }
    }

    /// The method of a code.
    pub fn read(code: &str) -> Option<Self> {
        match code {
            "T2B" => Some(Self::TopTwo),
            "MEAN5" => Some(Self::Mean),
            _ => None,
        }
    }
}

/// `num` out of `den`; pooling adds both.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Share {
    /// What counts for satisfaction: people (`T2B`) or level points (`MEAN5`).
    pub num: u64,
    /// All that could have.
    pub den: u64,
}

impl Share {
    /// The share of a tally by a method. Blank and "không áp dụng" are in neither number.
    pub fn of(tally: &Tally, method: Method) -> Self {
        let n = tally.answered();
        match method {
            Method::TopTwo => Self { num: tally.levels[3] + tally.levels[4], den: n },
            Method::Mean => {
                Self { num: (1..).zip(tally.levels).map(|(level, n)| level * n).sum(), den: 5 * n }
            }
        }
    }

    /// Which of two shares is the larger, cross-multiplied on whole numbers: 8394/10000 is 4197/5000.
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let [num, den, num2, den2] = [self.num, self.den, other.num, other.den].map(u128::from);
        (num * den2).cmp(&(num2 * den))
    }

    /// Hundredths of a percent, half up: 8394 reads 83.94 %. Nothing, if nobody answered.
    pub fn percent(self) -> Option<u64> {
        let (num, den) = (u128::from(self.num), u128::from(self.den));
        (num * 20_000 + den)
            .checked_div(2 * den)
            .and_then(|hundredths| u64::try_from(hundredths).ok())
    }
}

impl std::ops::AddAssign for Share {
    fn add_assign(&mut self, other: Self) {
        self.num += other.num;
        self.den += other.den;
    }
}

impl std::iter::Sum for Share {
    fn sum<I: Iterator<Item = Self>>(shares: I) -> Self {
        shares.fold(Self::default(), |mut sum, share| {
            sum += share;
            sum
        })
    }
}

/// Hundredths as a decimal text with a point, as JSON carries it: 8394 → `83.94`.
pub fn decimal(hundredths: u64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn halves_round_up_once() {
        assert_eq!(Share { num: 1, den: 8 }.percent(), Some(1250));
        assert_eq!(Share { num: 1, den: 3 }.percent(), Some(3333));
        assert_eq!(Share { num: 2, den: 3 }.percent(), Some(6667));
        assert_eq!(Share { num: 1, den: 20_000 }.percent(), Some(1));
        assert_eq!(Share { num: 12, den: 12 }.percent(), Some(10_000));
    }

    #[test]
    fn nobody_answered_is_no_percent() {
        assert_eq!(Share::default().percent(), None);
    }

    #[test]
    fn shares_are_compared_whole() {
        let compare = |a, b, c, d| Share { num: a, den: b }.compare(Share { num: c, den: d });
        assert!(compare(8394, 10_000, 4197, 5000).is_eq());
        assert!(compare(1, 3, 333_333, 1_000_000).is_gt());
        assert!(compare(0, 1, 1, 1 << 50).is_lt());
    }

    #[test]
    fn hundredths_are_told_with_two_decimals() {
        assert_eq!(decimal(8394), "83.94");
        assert_eq!(decimal(10_000), "100.00");
        assert_eq!(decimal(5), "0.05");
    }

    #[test]
    fn the_mean_counts_level_points() {
        let tally = Tally { levels: [1, 0, 1, 0, 2], na: 9 };
        assert_eq!(Share::of(&tally, Method::Mean), Share { num: 14, den: 20 });
        assert_eq!(Share::of(&tally, Method::TopTwo), Share { num: 2, den: 4 });
    }

    proptest! {
        #[test]
        fn a_percent_is_within_half_a_hundredth(num in 0u64..1 << 40, rest in 0u64..1 << 40) {
            let share = Share { num, den: num + rest };
            if let Some(hundredths) = share.percent() {
                let (num, den) = (u128::from(num), u128::from(share.den));
                let twice = 2 * u128::from(hundredths) * den;
                prop_assert!(twice <= 20_000 * num + den && 20_000 * num < twice + den);
            }
        }
    }
}
