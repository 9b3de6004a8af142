//! Units that become one, and one that becomes several, as the office decides it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::unit::{new_code, text};
use crate::office::entry::{Fields, NAME};
use crate::{
    books::content::UnitText,
    fault::{Fault, Reason},
    words::Words,
};

/// The most units in one merger or split.
pub const MOST_UNITS: usize = 50;

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

#[cfg(test)]
mod tests {
    use super::*;

    fn named(faults: &[Fault]) -> Vec<(&str, Reason)> {
        faults.iter().map(|fault| (fault.field(), fault.reason)).collect()
    }

    #[test]
    fn every_fault_of_a_merger_is_named() {
        let into = Successor { code: "A".to_owned(), ..Successor::default() };
        let from = vec!["A".to_owned(), "A".to_owned()];
        let merger = Merger { from, into, day: "2026-02-30".to_owned(), ..Merger::default() };
        let faults = merger.check().unwrap_err();
        let expected =
            [("from", Reason::Twice), ("into.code", Reason::Twice), ("day", Reason::BadDate)];
        assert_eq!(named(&faults), expected);
    }

    #[test]
    fn every_fault_of_a_split_is_named() {
        let takes = vec!["2.000004".to_owned()];
        let part = Part { code: "Đ".to_owned(), procedures: takes, ..Part::default() };
        let split = Split {
            unit: "U".to_owned(),
            into: vec![part.clone(), Part { code: "B".to_owned(), ..part }],
            day: "2026-02-01".to_owned(),
            ..Split::default()
        };
        let faults = split.check().unwrap_err();
        let expected = [
            ("into.0.code", Reason::BadCode),
            ("into.0.name.vi", Reason::Missing),
            ("into.1.name.vi", Reason::Missing),
            ("procedures.2.000004", Reason::Twice),
        ];
        assert_eq!(named(&faults), expected);
    }
}
