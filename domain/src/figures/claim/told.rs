//! How exactly a share may be told: never "all" or "none" on the word of a few.

use serde::{Deserialize, Serialize};

use super::Basis;
use crate::figures::index::Precision;

/// From so many people on, a percentage has two decimals, and all or none may be told.
const MANY: u64 = 100;

/// The most that few people's "all" is told as, and the least of "none", in hundredths of a percent.
const NEARLY: (u64, u64) = (500, 9500);

/// A percentage, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "told")]
pub enum Told {
    /// Nobody answered: "—", never 0 and never 100.
    Nobody,
    /// "1 phiếu trên 8.145 hồ sơ: chưa đủ để kết luận".
    NotEnough {
        /// People who answered.
        n: u64,
        /// All people, where known.
        people: Option<u64>,
    },
    /// A percentage.
    Percent {
        /// Hundredths of a percent: whole percents as 8400.
        hundredths: u64,
        /// How exactly it is meant.
        precision: Precision,
    },
}

impl Told {
    /// How the share of a basis may be told to anybody.
    ///
    /// Below a hundred people whole percents, since two decimals give every fraction away; all alike
    /// below a hundred is "≥ 95 %" or "≤ 5 %"; no rounding makes all of nearly all.
    pub fn of(basis: &Basis) -> Self {
        let Some(exact) = basis.share.percent().filter(|_| basis.n > 0) else {
            return Self::Nobody;
        };
        if !basis.is_enough() {
            return Self::NotEnough { n: basis.n, people: basis.people };
        }
        let percent = |hundredths, precision| Self::Percent { hundredths, precision };
        let (least, most) = NEARLY;
        let is_few = basis.n < MANY;
        let shown = if is_few { (exact + 50) / 100 * 100 } else { exact };
        let (is_none, is_all) = (basis.share.num == 0, basis.share.num == basis.share.den);
        match shown {
            0 if is_few => percent(least, Precision::AtMost),
            10_000 if is_few => percent(most, Precision::AtLeast),
            0 if !is_none => percent(1, Precision::AtMost),
            10_000 if !is_all => percent(9999, Precision::AtLeast),
            _ if is_few => percent(shown, Precision::Whole),
            _ => percent(shown, Precision::Hundredths),
        }
    }
}
