//! The office's own settings, which an administrator changes.

use serde::{Deserialize, Serialize};

use crate::role::Role;

/// How the office wants it. What is not set is as [`Default`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OfficeSettings {
    /// The body above, on the left of an official document's head.
    pub letterhead_above: String,
    /// The body itself, below that.
    pub letterhead: String,
    /// Where documents are dated, such as Đồng Nai.
    pub place: String,
    /// Roles that must have a second factor.
    pub second_factor: Vec<Role>,
    /// A session that is not used ends after this many minutes.
    pub idle_minutes: i64,
    /// A session ends after this many hours, however much it is used.
    pub session_hours: i64,
}

impl Default for OfficeSettings {
    fn default() -> Self {
        Self {
            letterhead_above: String::new(),
            letterhead: String::new(),
            place: String::new(),
            second_factor: vec![Role::Administrator],
            idle_minutes: 30,
            session_hours: 12,
        }
    }
}
