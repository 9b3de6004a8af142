//! What the office's pages and the server tell each other, and the office's own settings.

pub mod books;
pub mod entry;
pub mod feedback;
pub mod figures;
pub mod notices;
pub mod people;
pub mod record;
pub mod settings;
pub mod surveys;
pub mod views;

use serde::{Deserialize, Serialize};

use crate::{
    people::{
        retention::Retention,
        role::{Action, Role},
    },
    words::Words,
};

/// The account that is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// What is typed to sign in.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The role.
    pub role: Role,
    /// The unit's name today.
    pub unit: Option<Words>,
    /// What the role may do at all; how far is a matter of the unit.
    pub actions: Vec<Action>,
    /// Whether a second factor is set up.
    pub second_factor: bool,
    /// Whether one must be set up before anything else can be done.
    pub needs_second_factor: bool,
    /// Whether this is a demo database.
    pub demo: bool,
}

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
    /// The telephone number people are told for questions and complaints; empty where there is none.
    pub hotline: String,
    /// Roles that must have a second factor.
    pub second_factor: Vec<Role>,
    /// A session that is not used ends after this many minutes.
    pub idle_minutes: i64,
    /// A session ends after this many hours, however much it is used.
    pub session_hours: i64,
    /// How long what names or traces people is kept.
    pub retention: Retention,
}

impl Default for OfficeSettings {
    fn default() -> Self {
        Self {
            letterhead_above: String::new(),
            letterhead: String::new(),
            place: String::new(),
            hotline: String::new(),
            second_factor: vec![Role::Administrator],
            idle_minutes: 30,
            session_hours: 12,
            retention: Retention::default(),
        }
    }
}
