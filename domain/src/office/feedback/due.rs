//! Until when something is due, and why, as pages show it.

use serde::{Deserialize, Serialize};

/// Until when, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DueView {
    /// The last day in time, `YYYY-MM-DD`.
    pub on: String,
    /// Working days left.
    pub left: i64,
    /// The day the count starts after.
    pub from: String,
    /// Working days that are counted.
    pub days: u32,
    /// Working days of waiting among them.
    pub waited: u32,
    /// Whether the publication is meant, and not the answer.
    pub is_publication: bool,
    /// Holidays in between.
    pub holidays: Vec<String>,
    /// Make-up days in between.
    pub make_up_days: Vec<String>,
}
