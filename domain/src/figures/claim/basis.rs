//! What a claim rests on: whom it is about, of when, by which rules, from how many people.

use serde::{Deserialize, Serialize};

use crate::figures::share::{Method, Share};

/// Fewer people than this say nothing to staff either, whatever the floors of publications are
/// (DOMAIN §7: an index of a unit or procedure needs 10).
pub const FLOOR: u64 = 10;

/// What kind of figure a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The index.
    Index,
    /// One factor.
    Factor,
    /// One item.
    Item,
    /// A rate of feedback or dossiers.
    Rate,
}

/// What a claim rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Basis {
    /// What kind of figure.
    pub kind: Kind,
    /// The codes of the units it is about; none for the whole.
    pub units: Vec<String>,
    /// The code of the factor, item or rate, where it is about one.
    pub of: Option<String>,
    /// The code of the period scheme.
    pub scheme: String,
    /// The period, `2026-08`, `2026-q3` or `2026`.
    pub period: String,
    /// How answers become a share.
    pub method: Method,
    /// The question set, as `code/version`; empty where there is none.
    pub instrument: String,
    /// Numerator and denominator.
    pub share: Share,
    /// People.
    pub n: u64,
    /// All people there are (finished dossiers), where known.
    pub people: Option<u64>,
    /// The 95 % interval in hundredths of a percent; nothing where everybody was counted.
    pub interval: Option<(u64, u64)>,
    /// Fewer people than this say nothing.
    pub floor: u64,
}

impl Basis {
    /// Whether enough people answered to say anything: the floor, or everybody there is, if they are at
    /// least so many too.
    pub fn is_enough(&self) -> bool {
        self.share.den > 0 && self.n >= self.floor.max(1)
    }

    /// Whether everybody answered, so that nothing is left to chance.
    pub fn is_census(&self) -> bool {
        self.people == Some(self.n)
    }
}
