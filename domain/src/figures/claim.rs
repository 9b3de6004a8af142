//! Everything the system may say of figures, as typed claims: what a sentence rests on, and what it is.
//!
//! There are no words here; a claim is put into words in one place. A claim cannot be made without its
//! decision, so no page can say more than chance allows.

mod basis;
mod told;

pub use basis::{Basis, FLOOR, Kind};
pub use told::{MANY, Told};

use serde::{Deserialize, Serialize, de::Error};

use crate::figures::{
    difference::{Verdict, family::Decided},
    initiative::{Effect, Outcome},
    trend::{
        assurance::{Assurance, Odds},
        rules::{Cause, Rules, Special},
    },
};

/// Hundredths of a percent point, from one end to the other.
pub type Ends = (i64, i64);

/// What is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Saying {
    /// A share, as exactly as its basis allows.
    Level {
        /// How it is told.
        told: Told,
    },
    /// How two shares compare.
    Change {
        /// The one decision.
        verdict: Verdict,
        /// The interval of the difference at the family's level.
        interval: Option<(i64, i64)>,
        /// The adjusted p-value in millionths.
        adjusted: Option<u64>,
    },
    /// What is special about the last point of a chart.
    Signal {
        /// The set of rules.
        rules: Named,
        /// For the better.
        improvement: Option<Cause>,
        /// For the worse.
        concern: Option<Cause>,
        /// Whether limits are firm.
        is_firm: bool,
    },
    /// Whether a target is met by itself.
    Target {
        /// What the limits say.
        assurance: Assurance,
        /// In how many of how many periods.
        hits: u64,
        /// Of so many.
        of: u64,
    },
    /// Whether an initiative worked.
    Initiative {
        /// The decision.
        outcome: Outcome,
        /// The interval of the effect.
        interval: (i64, i64),
    },
}

/// A code that is data of this program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Named(pub &'static str);

/// A sentence with all it rests on; its fields are shown on demand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Claim {
    /// What it rests on.
    pub basis: Basis,
    /// What it says.
    pub saying: Saying,
}

impl Claim {
    /// The level of a share.
    pub fn level(basis: Basis) -> Self {
        let saying = Saying::Level { told: Told::of(&basis) };
        Self { basis, saying }
    }

    /// How two shares compare. Too few people on the claim's side say nothing.
    pub fn change(basis: Basis, decided: &Decided) -> Self {
        let saying = if basis.is_enough() {
            Saying::Change {
                verdict: decided.verdict,
                interval: decided.interval.map(points),
                adjusted: decided.adjusted.map(millionths),
            }
        } else {
            Saying::Change { verdict: Verdict::TooFew, interval: None, adjusted: None }
        };
        Self { basis, saying }
    }

    /// What is special about the last point of a chart judged by a set of rules.
    pub fn signal(basis: Basis, rules: &'static str, special: Special, is_firm: bool) -> Self {
        let is_enough = basis.is_enough();
        let shown = |cause: Option<Cause>| cause.filter(|_| is_enough);
        let (improvement, concern) = (shown(special.improvement), shown(special.concern));
        let saying = Saying::Signal { rules: Named(rules), improvement, concern, is_firm };
        Self { basis, saying }
    }

    /// Whether a target is met by itself, and how often. Nothing from too few people.
    pub fn target(basis: Basis, assurance: Assurance, odds: Odds) -> Option<Self> {
        let saying = Saying::Target { assurance, hits: odds.hits, of: odds.of };
        basis.is_enough().then_some(Self { basis, saying })
    }

    /// Whether an initiative worked.
    pub fn initiative(basis: Basis, effect: &Effect) -> Self {
        let outcome = if basis.is_enough() { effect.outcome } else { Outcome::Open };
        Self { basis, saying: Saying::Initiative { outcome, interval: points(effect.interval) } }
    }
}

impl Serialize for Named {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Rules::read(&code).map(|rules| Self(rules.code)).ok_or_else(|| D::Error::custom("no rules"))
    }
}

/// Ends in hundredths of a percent point, outwards, so that what leaves out 0 may be told to do so: an
/// end never crosses or reaches 0 by rounding.
#[expect(clippy::cast_possible_truncation, reason = "between −20 000 and 20 000")]
fn points((low, high): (f64, f64)) -> Ends {
    let (down, up) = ((low * 1e4).floor() as i64, (high * 1e4).ceil() as i64);
    (if low > 0.0 { down.max(1) } else { down }, if high < 0.0 { up.min(-1) } else { up })
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to a million")]
fn millionths(p: f64) -> u64 {
    (p * 1e6).ceil() as u64
}

#[cfg(test)]
mod tests;
