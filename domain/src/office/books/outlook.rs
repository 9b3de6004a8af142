//! What a change of the books would do, told before it is made.

use serde::{Deserialize, Serialize};

use crate::words::Words;

/// What a change would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Outlook {
    /// What goes from whom to whom, and what ends.
    pub moves: Vec<Move>,
}

/// What goes from one unit to another; or what names something that ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Move {
    /// The unit, procedure, service point or campaign.
    pub from: Words,
    /// The unit that has it from then on; nothing, if it goes to nobody.
    pub to: Option<Words>,
    /// How much of each.
    pub what: Affected,
}

/// How many of each kind are meant.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Affected {
    /// Units below it.
    pub units: i64,
    /// Procedures that it leads.
    pub procedures: i64,
    /// Campaigns that ask about it and are not over.
    pub campaigns: i64,
    /// Service points that name it.
    pub service_points: i64,
    /// Links of invited people who have not answered.
    pub invitations: i64,
    /// Accounts that have to be bound to another unit.
    pub accounts: i64,
    /// Ballots that came in already, and stay with it as they are stamped.
    pub ballots: i64,
}
