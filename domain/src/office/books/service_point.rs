//! Service points as the office keeps them.

mod view;

use serde::{Deserialize, Serialize};

use crate::office::entry::{Fields, is_plain_code};
use crate::{
    books::content::ServicePointText,
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
    /// The code, the days and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(String, Period, ServicePointText), Vec<Fault>> {
        let mut fields = Fields::default();
        let code = fields.code("code", &self.code, is_plain_code, Reason::BadCode);
        let name = fields.words("name", &self.name);
        let period = fields.period(&self.from, self.until.as_deref());
        let text = name.map(|name| ServicePointText { name, channel: self.channel });
        fields.end(code.zip(period).zip(text).map(|((code, period), text)| (code, period, text)))
    }
}

impl ServicePointChange {
    /// The days and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(Period, ServicePointText), Vec<Fault>> {
        let mut fields = Fields::default();
        let name = fields.words("name", &self.name);
        let period = fields.period(&self.from, self.until.as_deref());
        let text = name.map(|name| ServicePointText { name, channel: self.channel });
        fields.end(period.zip(text))
    }
}
