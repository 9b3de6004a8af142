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

/// No service point names more units or procedures that it serves: the one-stop counter of a department
/// has a few hundred.
pub const MOST_SERVED: usize = 500;

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
    /// The codes of the units it serves; none, where it does not name them.
    pub units: Vec<String>,
    /// The codes of the procedures it serves; none, where it does not name them.
    pub procedures: Vec<String>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// Whether it is in use today.
    pub in_force: bool,
}

/// Where the device at a service point is to begin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct KioskAddress {
    /// The whole signed address: ballots sent from there count as the kiosk's, so it belongs on that
    /// device alone.
    pub address: String,
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
    /// The codes of the units it serves: ballots from there are asked which, unless there is one.
    pub units: Option<Vec<String>>,
    /// The codes of the procedures it serves: these are asked for first; one needs no question.
    pub procedures: Option<Vec<String>>,
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
    /// The codes of the units it serves. Left out, they stay as they are.
    pub units: Option<Vec<String>>,
    /// The codes of the procedures it serves. Left out, they stay as they are.
    pub procedures: Option<Vec<String>>,
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
        let units = codes(&mut fields, "units", self.units.as_deref());
        let procedures = codes(&mut fields, "procedures", self.procedures.as_deref());
        let text = text(name, self.channel, units, procedures);
        fields.end(code.zip(period).zip(text).map(|((code, period), text)| (code, period, text)))
    }
}

impl ServicePointChange {
    /// The days and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(Period, ServicePointText), Vec<Fault>> {
        let mut fields = Fields::default();
        let name = fields.words("name", &self.name);
        let period = fields.period(&self.from, self.until.as_deref());
        let units = codes(&mut fields, "units", self.units.as_deref());
        let procedures = codes(&mut fields, "procedures", self.procedures.as_deref());
        let text = text(name, self.channel, units, procedures);
        fields.end(period.zip(text))
    }
}

/// The codes of a list, without blanks.
fn codes(fields: &mut Fields, field: &str, given: Option<&[String]>) -> Option<Vec<String>> {
    let given = given.unwrap_or_default();
    if given.len() > MOST_SERVED {
        return fields.fault(field, Reason::TooManyEntries(MOST_SERVED));
    }
    Some(given.iter().map(|code| code.trim().to_owned()).filter(|code| !code.is_empty()).collect())
}

fn text(
    name: Option<Words>,
    channel: Channel,
    units: Option<Vec<String>>,
    procedures: Option<Vec<String>>,
) -> Option<ServicePointText> {
    Some(ServicePointText { name: name?, channel, units: units?, procedures: procedures? })
}
