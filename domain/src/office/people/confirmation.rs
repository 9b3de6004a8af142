//! What waits for a second person, and what owners learn of it.

use serde::{Deserialize, Serialize};

use crate::{
    people::{
        role::Role,
        standing::{Matter, Outcome},
    },
    words::Words,
};

/// Something that somebody asked for and another person confirms or refuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Confirmation {
    /// Its number.
    pub id: i64,
    /// The name that its owner types to sign in.
    pub account: String,
    /// The owner's name.
    pub full_name: String,
    /// The role of the account as it is now.
    pub role: Role,
    /// The name of the account's unit.
    pub unit_name: Option<Words>,
    /// What has to be confirmed.
    pub matter: Matter,
    /// What became of it.
    pub outcome: Outcome,
    /// The name and the account of whoever asked for it.
    pub asked_by: String,
    /// When, in milliseconds since 1970.
    pub asked: i64,
    /// The name and the account of whoever confirmed or refused it.
    pub decided_by: Option<String>,
    /// When that was, or when it lapsed.
    pub decided: Option<i64>,
}

/// The answer of the second person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Answer {
    /// Whether they agree.
    pub confirmed: bool,
}

/// How much of what was told its owner has seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Seen {
    /// The moment of the newest that was shown, in milliseconds since 1970.
    pub until: i64,
}

impl Confirmation {
    /// The moment since which it stands as it does.
    pub fn moment(&self) -> i64 {
        self.decided.unwrap_or(self.asked)
    }
}
