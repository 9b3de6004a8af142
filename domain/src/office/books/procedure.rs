//! Procedures as the office keeps them.

mod view;

use serde::{Deserialize, Serialize};

use crate::office::entry::{Fields, NAME, is_procedure_code};
use crate::{
    books::content::ProcedureText,
    day::Period,
    fault::{Fault, Reason},
    words::Words,
};

/// The longest time limit, in working days.
pub const MOST_DAYS: i64 = 1000;

/// One version of a procedure; in the list as it is today, or else as it last was or first will be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProcedureRow {
    /// The code.
    pub code: String,
    /// The name.
    pub name: Words,
    /// Lĩnh vực: the field it belongs to.
    pub field: String,
    /// The code of the unit that leads it.
    pub unit: Option<String>,
    /// The time limit in working days.
    pub days: Option<i64>,
    /// The first day of this version, `YYYY-MM-DD`.
    pub from: String,
    /// Its last day, if it is known.
    pub until: Option<String>,
    /// What readers should know.
    pub note: String,
    /// Whether it is so today.
    pub in_force: bool,
}

/// A procedure with all its versions, the oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProcedurePage {
    /// What a change names as `based_on`.
    pub state: String,
    /// The code.
    pub code: String,
    /// The versions.
    pub versions: Vec<ProcedureRow>,
}

/// A procedure that was not there before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewProcedure {
    /// The code, such as `2.000004`.
    pub code: String,
    /// The name.
    pub name: Words,
    /// Lĩnh vực.
    #[serde(default)]
    pub field: String,
    /// The code of the unit that leads it.
    pub unit: Option<String>,
    /// The time limit in working days.
    pub days: Option<i64>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// What readers should know.
    #[serde(default)]
    pub note: String,
}

/// A procedure as it is from a day on. The first day of a version puts that version right; any
/// other day begins a new version, and the one until then ends the day before.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ProcedureChange {
    /// The state that was seen.
    pub based_on: String,
    /// The name.
    pub name: Words,
    /// Lĩnh vực.
    #[serde(default)]
    pub field: String,
    /// The code of the unit that leads it.
    pub unit: Option<String>,
    /// The time limit in working days.
    pub days: Option<i64>,
    /// The first day, `YYYY-MM-DD`.
    pub from: String,
    /// The last day, if it is known.
    pub until: Option<String>,
    /// What readers should know.
    #[serde(default)]
    pub note: String,
}

impl NewProcedure {
    /// The code, the days and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(String, Period, ProcedureText), Vec<Fault>> {
        let mut fields = Fields::default();
        let code = fields.code("code", &self.code, is_procedure_code, Reason::BadProcedureCode);
        let text = self.text(&mut fields);
        fields.end(code.zip(text).map(|(code, (period, text))| (code, period, text)))
    }

    fn text(&self, fields: &mut Fields) -> Option<(Period, ProcedureText)> {
        let name = fields.words("name", &self.name);
        let field = fields.short("field", &self.field, NAME);
        let unit = fields.reference("unit", self.unit.as_deref());
        let days = self.days.and_then(|days| fields.whole("days", days, 1, MOST_DAYS));
        let period = fields.period(&self.from, self.until.as_deref());
        let note = fields.note("note", &self.note);
        let (name, field, unit) = (name?, field?, unit?);
        Some((period?, ProcedureText { name, field, unit, days, note: note? }))
    }
}

impl ProcedureChange {
    /// The days and the rest, or everything wrong with it.
    pub fn check(&self) -> Result<(Period, ProcedureText), Vec<Fault>> {
        let Self { based_on: _, name, field, unit, days, from, until, note } = self.clone();
        let code = String::new();
        let mut fields = Fields::default();
        let text =
            NewProcedure { code, name, field, unit, days, from, until, note }.text(&mut fields);
        fields.end(text)
    }
}
