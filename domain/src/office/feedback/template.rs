//! Texts that answers begin with, as they are kept and as a case fills them.

use serde::{Deserialize, Serialize};

use super::order::WORDS;
use crate::{
    fault::Fault,
    feedback::template::unknown,
    office::entry::{Fields, NAME},
};

/// No more are kept in the house.
pub const MOST: usize = 200;

/// A text that answers begin with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateRow {
    /// What changing it names as `based_on`.
    pub state: String,
    /// Its number.
    pub id: i64,
    /// The newest code of the unit whose it is; none: the whole house's.
    pub unit: Option<String>,
    /// What it is for.
    pub title: String,
    /// The text, with places such as `{ma}`.
    pub text: String,
}

/// Such a text to be kept.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TemplateForm {
    /// The state that was seen, where one is changed.
    #[serde(default)]
    pub based_on: String,
    /// The code of the unit whose it is; none: the whole house's. It stays whose it was.
    #[serde(default)]
    pub unit: Option<String>,
    /// What it is for.
    pub title: String,
    /// The text, with places such as `{ma}`.
    pub text: String,
}

/// A text as a case fills it; places that it says nothing for are left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FilledTemplate {
    /// Its number.
    pub id: i64,
    /// What it is for.
    pub title: String,
    /// The text.
    pub text: String,
}

impl TemplateForm {
    /// Title and text as they are stored, or everything wrong with them.
    pub fn check(&self) -> Result<(String, String), Vec<Fault>> {
        let mut fields = Fields::default();
        let title = fields.given("title", &self.title, NAME);
        let text = fields.given_text("text", &self.text, WORDS);
        let mut faults = fields.end(Some(())).err().unwrap_or_default();
        faults.extend(unknown("text", text.as_deref().unwrap_or_default()));
        match title.zip(text) {
            Some(checked) if faults.is_empty() => Ok(checked),
            _ => Err(faults),
        }
    }
}
