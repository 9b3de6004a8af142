//! Units as the office keeps them: versions, mergers, splits.

mod view;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::office::entry::{Fields, NAME, is_plain_code};
use crate::{
    books::{content::UnitText, lineage::Descent},
    fault::{Fault, Reason},
    words::Words,
};

/// A unit in the list: as it is today, or else as it last was or first will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitRow {
    /// The code.
    pub code: String,
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The first day of this version, `YYYY-MM-DD`.
    pub from: String,
    /// Its last day, if it is known.
    pub until: Option<String>,
    /// Whether it is there today.
    pub in_force: bool,
    /// How many versions there are.
    pub versions: usize,
}

/// One version of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitVersionRow {
    /// The code in that time.
    pub code: String,
    /// The name in that time.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// The number of the decision that made it so.
    pub decision: String,
    /// What readers should know.
    pub note: String,
}

/// A unit came out of another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineageRow {
    /// How.
    pub kind: Descent,
    /// The newest code of the unit it came from.
    pub from: String,
    /// The newest code of the unit it went to.
    pub to: String,
    /// The first day, `YYYY-MM-DD`.
    pub day: String,
    /// The number of the decision.
    pub decision: String,
}

/// A unit with all its versions, the oldest first, and where it came from and went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitPage {
    /// What a change names as `based_on`.
    pub state: String,
    /// The newest code.
    pub code: String,
    /// The versions.
    pub versions: Vec<UnitVersionRow>,
    /// Mergers and splits it took part in, the oldest first.
    pub lineage: Vec<LineageRow>,
}

/// A unit that was not there before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewUnit {
    /// The code.
    pub code: String,
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The number of the decision.
    #[serde(default)]
    pub decision: String,
    /// What readers should know.
    #[serde(default)]
    pub note: String,
}

/// A unit as it is from a day on: another name, another place in the tree, another code. The
/// version until then ends the day before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewUnitVersion {
    /// The state of the unit that was seen.
    pub based_on: String,
    /// The code.
    pub code: String,
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The number of the decision.
    #[serde(default)]
    pub decision: String,
    /// What readers should know.
    #[serde(default)]
    pub note: String,
}

/// A version put right. Once a ballot is stamped with it only its end can move.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitVersionChange {
    /// The state of the unit that was seen.
    pub based_on: String,
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// The number of the decision.
    #[serde(default)]
    pub decision: String,
    /// What readers should know.
    #[serde(default)]
    pub note: String,
}

impl NewUnit {
    /// The code, the first day and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(String, NaiveDate, UnitText), Vec<Fault>> {
        let mut fields = Fields::default();
        let code = new_code(&mut fields, "code", &self.code);
        let text = text(&mut fields, "", &self.name, self.parent.as_deref(), &self.note);
        let from = fields.day("from", &self.from);
        let decision = fields.short("decision", &self.decision, NAME).unwrap_or_default();
        let read = (code, from, text);
        let (Some(code), Some(from), Some(text)) = read else { return Err(fields.faults) };
        fields.end(Some((code, from, UnitText { decision, ..text })))
    }
}

impl NewUnitVersion {
    /// As of [`NewUnit::check`].
    pub fn check(&self) -> Result<(String, NaiveDate, UnitText), Vec<Fault>> {
        let Self { based_on: _, code, name, parent, from, decision, note } = self.clone();
        NewUnit { code, name, parent, from, decision, note }.check()
    }
}

impl UnitVersionChange {
    /// The last day and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(Option<NaiveDate>, UnitText), Vec<Fault>> {
        let mut fields = Fields::default();
        let text = text(&mut fields, "", &self.name, self.parent.as_deref(), &self.note);
        let decision = fields.short("decision", &self.decision, NAME).unwrap_or_default();
        let until = fields.last_day(self.until.as_deref());
        fields.end(text.map(|text| (until, UnitText { decision, ..text })))
    }
}

pub(super) fn new_code(fields: &mut Fields, field: &str, code: &str) -> Option<String> {
    fields.code(field, code, is_plain_code, Reason::BadCode)
}

pub(super) fn text(
    fields: &mut Fields,
    place: &str,
    name: &Words,
    parent: Option<&str>,
    note: &str,
) -> Option<UnitText> {
    let name = fields.words(&format!("{place}name"), name);
    let parent = fields.reference(&format!("{place}parent"), parent);
    let note = fields.note(&format!("{place}note"), note);
    Some(UnitText { name: name?, parent: parent?, decision: String::new(), note: note? })
}
