//! How exactly a share may be told: never "all" or "none" on the word of a few.

use serde::{Deserialize, Serialize};

use super::Basis;
use crate::figures::{index::Precision, share::Share};

/// From so many people on, a percentage has two decimals, and all or none may be told.
pub const MANY: u64 = 100;

/// The most that few people's "all" is told as, and the least of "none", in hundredths of a percent.
const NEARLY: (u64, u64) = (500, 9500);

/// A percentage, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
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
        if !basis.is_enough() && basis.share.den > 0 && basis.n > 0 {
            return Self::NotEnough { n: basis.n, people: basis.people };
        }
        Self::of_many(basis.share, basis.n)
    }

    /// The same where it is known that enough answered.
    fn of_many(share: Share, n: u64) -> Self {
        let Some(exact) = share.percent().filter(|_| n > 0) else { return Self::Nobody };
        let percent = |hundredths, precision| Self::Percent { hundredths, precision };
        let (least, most) = NEARLY;
        let is_few = n < MANY;
        let shown = if is_few { (exact + 50) / 100 * 100 } else { exact };
        let (is_none, is_all) = (share.num == 0, share.num == share.den);
        match shown {
            0 if is_few => percent(least, Precision::AtMost),
            10_000 if is_few => percent(most, Precision::AtLeast),
            0 if !is_none => percent(1, Precision::AtMost),
            10_000 if !is_all => percent(9999, Precision::AtLeast),
            _ if is_few => percent(shown, Precision::Whole),
            _ => percent(shown, Precision::Hundredths),
        }
    }

    /// The percentage for staff, who see two decimals of few people too; never all or none of them.
    pub fn for_staff(self, share: Share) -> Option<(u64, Precision)> {
        match self {
            Self::Percent { precision: Precision::Whole, .. } => {
                share.percent().map(|exact| (exact, Precision::Hundredths))
            }
            Self::Percent { hundredths, precision } => Some((hundredths, precision)),
            Self::Nobody | Self::NotEnough { .. } => None,
        }
    }

    /// What staff may be told of a share of so many people, where fewer than the floor say nothing.
    pub fn to_staff(share: Share, n: u64, floor: u64) -> Option<(u64, Precision)> {
        let is_enough = share.den > 0 && n >= floor.max(1);
        is_enough.then(|| Self::of_many(share, n))?.for_staff(share)
    }
}
