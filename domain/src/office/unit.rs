//! Units as the office keeps them: versions, mergers, splits.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::entry::{Fields, NAME, is_plain_code};
use crate::{
    fault::{Fault, Reason},
    lineage::Descent,
    words::Words,
};

/// The most units in one merger or split.
pub const MOST_UNITS: usize = 50;

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

/// Units that become one on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Merger {
    /// The codes of those that end the day before.
    pub from: Vec<String>,
    /// The one they become: new, or there already and going on.
    pub into: Successor,
    /// The first day, `YYYY-MM-DD`.
    pub day: String,
    /// The number of the decision.
    #[serde(default)]
    pub decision: String,
}

/// What units are merged into.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Successor {
    /// The code: of a unit that goes on, or one nobody has had.
    pub code: String,
    /// The name; where it is left out a unit that goes on keeps its own.
    #[serde(default)]
    pub name: Option<Words>,
    /// The code of the unit above; where it is left out a unit that goes on stays where it is.
    #[serde(default)]
    pub parent: Option<String>,
    /// What readers should know.
    #[serde(default)]
    pub note: String,
}

/// A unit that becomes several on a day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Split {
    /// The unit's code.
    pub unit: String,
    /// Whether it goes on beside the new ones; otherwise it ends the day before.
    #[serde(default)]
    pub goes_on: bool,
    /// The new ones.
    pub into: Vec<Part>,
    /// The first day, `YYYY-MM-DD`.
    pub day: String,
    /// The number of the decision.
    #[serde(default)]
    pub decision: String,
}

/// A new unit out of a split, and what it takes with it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Part {
    /// The code, one nobody has had.
    pub code: String,
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    #[serde(default)]
    pub parent: Option<String>,
    /// What readers should know.
    #[serde(default)]
    pub note: String,
    /// The codes of the units that are below it from then on.
    #[serde(default)]
    pub units: Vec<String>,
    /// The codes of the procedures that it leads from then on.
    #[serde(default)]
    pub procedures: Vec<String>,
}

/// What a version says, nothing wrong with its form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitText {
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The number of the decision.
    pub decision: String,
    /// What readers should know.
    pub note: String,
}

/// What is new about the unit that others are merged into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuccessorText {
    /// The name, if it is given.
    pub name: Option<Words>,
    /// The code of the unit above, if it is given.
    pub parent: Option<String>,
    /// The number of the decision.
    pub decision: String,
    /// What readers should know.
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

impl Merger {
    /// The day and what is new about the successor, or everything wrong with the form of it.
    pub fn check(&self) -> Result<(NaiveDate, SuccessorText), Vec<Fault>> {
        let Successor { code, name, parent, note } = &self.into;
        let mut fields = Fields::default();
        several(&mut fields, "from", &self.from);
        if self.from.contains(code) {
            fields.fault::<()>("into.code", Reason::Twice);
        }
        new_code(&mut fields, "into.code", code);
        let name = name.as_ref().map(|name| fields.words("into.name", name));
        let parent = fields.reference("into.parent", parent.as_deref());
        let note = fields.note("into.note", note);
        let decision = fields.short("decision", &self.decision, NAME);
        let day = fields.day("day", &self.day);
        let text = SuccessorText {
            name: name.flatten(),
            parent: parent.unwrap_or_default(),
            decision: decision.unwrap_or_default(),
            note: note.unwrap_or_default(),
        };
        fields.end(day.map(|day| (day, text)))
    }
}

impl Split {
    /// The day and what each part is, or everything wrong with the form of it.
    pub fn check(&self) -> Result<(NaiveDate, Vec<UnitText>), Vec<Fault>> {
        let mut fields = Fields::default();
        let codes: Vec<&String> = self.into.iter().map(|part| &part.code).collect();
        several(&mut fields, "into", codes);
        let decision = fields.short("decision", &self.decision, NAME).unwrap_or_default();
        let mut parts = Vec::new();
        for (at, part) in self.into.iter().enumerate().take(MOST_UNITS) {
            let place = format!("into.{at}.");
            new_code(&mut fields, &format!("{place}code"), &part.code);
            let text = text(&mut fields, &place, &part.name, part.parent.as_deref(), &part.note);
            parts.extend(text.map(|text| UnitText { decision: decision.clone(), ..text }));
        }
        let (units, procedures) = (
            self.into.iter().flat_map(|part| &part.units),
            self.into.iter().flat_map(|part| &part.procedures),
        );
        for (list, taken) in [("units", repeated(units)), ("procedures", repeated(procedures))] {
            for code in taken {
                fields.fault::<()>(&format!("{list}.{code}"), Reason::Twice);
            }
        }
        let day = fields.day("day", &self.day);
        fields.end(day.map(|day| (day, parts)))
    }
}

/// A list of codes: some, not too many, none twice.
fn several<'a>(
    fields: &mut Fields,
    field: &str,
    codes: impl IntoIterator<Item = &'a String, IntoIter: ExactSizeIterator>,
) {
    let codes = codes.into_iter();
    match codes.len() {
        0 => drop(fields.fault::<()>(field, Reason::Missing)),
        1..=MOST_UNITS => {}
        _ => drop(fields.fault::<()>(field, Reason::TooManyEntries(MOST_UNITS))),
    }
    if !repeated(codes).is_empty() {
        fields.fault::<()>(field, Reason::Twice);
    }
}

fn repeated<'a>(codes: impl Iterator<Item = &'a String>) -> BTreeSet<&'a String> {
    let mut seen = BTreeSet::new();
    codes.filter(|code| !seen.insert(*code)).collect()
}

fn new_code(fields: &mut Fields, field: &str, code: &str) -> Option<String> {
    fields.code(field, code, is_plain_code, Reason::BadCode)
}

fn text(
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
