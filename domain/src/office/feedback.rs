//! Bodies about feedback, and about what a unit cannot mend alone: difficulties (khó khăn, vướng mắc),
//! each with an owner and a day.

pub mod bulk;
pub mod case;
pub mod due;
pub mod figures;
pub mod inbox;
pub mod lesson;
pub mod order;
pub mod outside;
pub mod register;
pub mod request;
pub mod template;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entry::{Fields, NAME};
use crate::fault::Fault;

/// A difficulty on the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Difficulty {
    /// What closing it names as `based_on`.
    pub state: String,
    /// Its number.
    pub id: i64,
    /// The newest code of the unit that has it.
    pub unit: String,
    /// What it is.
    pub text: String,
    /// Who answers for it.
    pub owner: String,
    /// Until when it shall be mended, `YYYY-MM-DD`.
    pub due: String,
    /// The day it was registered.
    pub opened: String,
    /// The day it was closed, and what was decided.
    pub closed: Option<String>,
    /// What was decided; empty while it is open.
    pub decision: String,
    /// Whether its day has passed and it is still open.
    pub overdue: bool,
}

/// A difficulty to be registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewDifficulty {
    /// The code of the unit that has it.
    pub unit: String,
    /// What it is.
    pub text: String,
    /// Who answers for it.
    pub owner: String,
    /// Until when it shall be mended, `YYYY-MM-DD`.
    pub due: String,
}

/// How a difficulty is closed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Closing {
    /// The state that was seen.
    pub based_on: String,
    /// What was decided.
    pub decision: String,
}

/// A difficulty with nothing wrong: unit, text, owner and day.
pub type Checked = (String, String, String, NaiveDate);

impl NewDifficulty {
    /// Its fields as they are stored, or everything wrong with them.
    pub fn check(&self) -> Result<Checked, Vec<Fault>> {
        let mut fields = Fields::default();
        let unit = fields.given("unit", &self.unit, NAME);
        let text = fields.given_note("text", &self.text);
        let owner = fields.given("owner", &self.owner, NAME);
        let due = fields.day("due", &self.due);
        let read = unit.zip(text).zip(owner).zip(due);
        fields.end(read.map(|(((unit, text), owner), due)| (unit, text, owner, due)))
    }
}

impl Closing {
    /// The decision as it is stored, or what is wrong with it.
    pub fn check(&self) -> Result<String, Vec<Fault>> {
        let mut fields = Fields::default();
        let decision = fields.given_note("decision", &self.decision);
        fields.end(decision)
    }
}
