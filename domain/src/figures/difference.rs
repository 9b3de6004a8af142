//! Whether two shares differ: one decision, from which words, colours, stars and order all come.
//!
//! The p-value comes from the interval that is shown: p < α where, and only where, the interval leaves
//! out nothing. Another test beside it would contradict it for some counts.

pub mod family;

use serde::{Deserialize, Serialize};

use crate::figures::{
    curve::{
        normal::{self, off_by},
        root,
    },
    interval::Estimate,
};

/// What may be said of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Tăng.
    Up,
    /// Giảm.
    Down,
    /// Chưa thấy khác biệt.
    NotSeen,
    /// Chưa đủ phiếu.
    TooFew,
}

/// Two shares side by side: what is asked is the first less the second.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The share of interest, mostly the later one.
    pub one: Estimate,
    /// What it is held against.
    pub other: Estimate,
}

impl Difference {
    /// The difference itself, −1 to 1.
    pub fn value(self) -> f64 {
        self.one.value - self.other.value
    }

    /// Newcombe's interval (1998, method 10) from the two Wilson intervals at `z`.
    ///
    /// d − √((p1−l1)² + (u2−p2)²) to d + √((u1−p1)² + (p2−l2)²), within −1 to 1.
    pub fn ends(self, z: f64) -> (f64, f64) {
        let (l1, u1) = self.one.ends(z);
        let (l2, u2) = self.other.ends(z);
        let (p1, p2, d) = (self.one.value, self.other.value, self.value());
        let low = d - (p1 - l1).hypot(u2 - p2);
        let high = d + (u1 - p1).hypot(p2 - l2);
        (low.max(-1.0), high.min(1.0))
    }

    /// How rare so large a difference is by chance: the α at which the interval just reaches 0.
    pub fn p_value(self) -> f64 {
        off_by(self.reach())
    }

    /// How many standard deviations wide the interval has to be to reach 0.
    fn reach(self) -> f64 {
        let past_zero = |z: f64| match self.ends(z) {
            (low, _) if self.value() > 0.0 => -low,
            (_, high) => high,
        };
        if self.value() == 0.0 {
            return 0.0;
        }
        let mut wide = 1.0;
        while past_zero(wide) < 0.0 {
            wide *= 2.0;
        }
        root(0.0, wide, past_zero)
    }

    /// The one decision for one comparison, with its interval at the same α.
    pub fn decide(self, alpha: f64) -> (Verdict, (f64, f64)) {
        let ends = self.ends(normal::point(alpha));
        (verdict(ends), ends)
    }
}

/// What an interval of a difference says.
pub fn verdict((low, high): (f64, f64)) -> Verdict {
    if low > 0.0 {
        Verdict::Up
    } else if high < 0.0 {
        Verdict::Down
    } else {
        Verdict::NotSeen
    }
}

#[cfg(test)]
mod tests;
