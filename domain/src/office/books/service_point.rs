//! Service points as the office keeps them.

use serde::{Deserialize, Serialize};

use crate::office::entry::{Fields, is_plain_code};
use crate::{
    code::Channel,
    day::Period,
    fault::{Fault, Reason},
    words::Words,
};

/// A service point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServicePointRow {
    /// What a change names as `based_on`.
    pub state: String,
    /// The code in the address.
    pub code: String,
    /// What it is called.
    pub name: Words,
    /// How people are served there.
    pub channel: Channel,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// Whether it is in use today.
    pub in_force: bool,
}

/// A service point that was not there before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewServicePoint {
    /// The code, one no other point has.
    pub code: String,
    /// What it is called.
    pub name: Words,
    /// How people are served there.
    pub channel: Channel,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
}

/// A service point as it is to be. Ballots keep the channel they were given under.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ServicePointChange {
    /// The state that was seen.
    pub based_on: String,
    /// What it is called.
    pub name: Words,
    /// How people are served there.
    pub channel: Channel,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
}

impl NewServicePoint {
    /// The code, the name and the days, or everything wrong with it.
    pub fn check(&self) -> Result<(String, Words, Period), Vec<Fault>> {
        let mut fields = Fields::default();
        let code = fields.code("code", &self.code, is_plain_code, Reason::BadCode);
        let text = text(&mut fields, &self.name, &self.from, self.until.as_deref());
        fields.end(code.zip(text).map(|(code, (name, period))| (code, name, period)))
    }
}

impl ServicePointChange {
    /// The name and the days, or everything wrong with it.
    pub fn check(&self) -> Result<(Words, Period), Vec<Fault>> {
        let mut fields = Fields::default();
        let text = text(&mut fields, &self.name, &self.from, self.until.as_deref());
        fields.end(text)
    }
}

fn text(
    fields: &mut Fields,
    name: &Words,
    from: &str,
    until: Option<&str>,
) -> Option<(Words, Period)> {
    let (name, period) = (fields.words("name", name), fields.period(from, until));
    name.zip(period)
}
