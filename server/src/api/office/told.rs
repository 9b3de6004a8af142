//! What the rules of the books find wrong, told as faults of the form it was sent in.

use domain::{Catalogue, Fault, Reason};

use crate::{
    books::versions::Laid,
    import::fault::{self, Reason as Found},
    problem::Problem,
};

/// Where a row of a change stands in the form.
#[derive(Clone, Debug, Default)]
pub struct Spot {
    /// Before the names of its fields, such as `into.0.`.
    place: String,
    /// The field that its days come from; its own, if there is none.
    days: Option<String>,
    /// The one field that all of it comes from, if it is one.
    whole: Option<String>,
}

impl Spot {
    /// A row of the form itself.
    pub fn form() -> Self {
        Self::default()
    }

    /// A row whose fields stand under a name.
    pub fn under(place: impl Into<String>) -> Self {
        Self { place: place.into(), ..Self::default() }
    }

    /// A row that follows from one field.
    pub fn of(field: impl Into<String>) -> Self {
        Self { whole: Some(field.into()), ..Self::default() }
    }

    /// The same, its days given by another field.
    pub fn dated(self, field: impl Into<String>) -> Self {
        Self { days: Some(field.into()), ..self }
    }

    fn field(&self, column: &str) -> String {
        if let Some(field) = &self.whole {
            return field.clone();
        }
        let own = match column {
            "valid_from" | "valid_to" if self.days.is_some() => {
                return self.days.clone().unwrap_or_default();
            }
            "valid_from" => "from",
            "valid_to" => "until",
            "name" => "name.vi",
            "name_en" => "name.en",
            column => column,
        };
        format!("{}{own}", self.place)
    }
}

/// Nothing, if nothing is wrong; `spots` are those of the rows, by their numbers.
pub fn sound(laid: Laid, spots: &[Spot]) -> Result<(), Problem> {
    let mut faults: Vec<Fault> = Vec::new();
    for found in &laid.faults {
        let told = told(found, spots);
        if !faults.contains(&told) {
            faults.push(told);
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Problem::faults(faults)) }
}

fn told(found: &fault::Fault, spots: &[Spot]) -> Fault {
    let reason = match &found.reason {
        Found::LeavesUnitBelow(code) => {
            return Fault::new(format!("units.{code}"), Reason::LeavesBehind);
        }
        Found::Duplicate(_) => Reason::Twice,
        Found::Overlap(day, _) => Reason::Overlap(*day),
        Found::UnknownUnit(_) => Reason::UnknownUnit,
        Found::UnitNotValidThen(_) => Reason::NotThereThen,
        Found::Circle => Reason::Circle,
        Found::Frozen => Reason::Frozen,
        Found::EndsBeforeBallots(day) => Reason::EndsBeforeBallots(*day),
        Found::InUse => Reason::InUse,
        // Reading a file finds the others; what a form says was read before.
        _ => Reason::UnknownChoice,
    };
    let field = spots.get(found.row).map(|spot| spot.field(&found.column));
    Fault::new(field.unwrap_or_default(), reason)
}

/// What was checked, unless something is wrong with its form or with what it names: all of it is
/// told at once, a field that has a fault already with no more.
pub fn all<T>(checked: Result<T, Vec<Fault>>, named: Vec<Fault>) -> Result<T, Problem> {
    let (checked, mut faults) = match checked {
        Ok(checked) => (Some(checked), Vec::new()),
        Err(faults) => (None, faults),
    };
    for fault in named {
        if faults.iter().all(|told| told.field != fault.field) {
            faults.push(fault);
        }
    }
    checked.filter(|_| faults.is_empty()).ok_or_else(|| Problem::faults(faults))
}

/// A fault, if a code is given that no unit ever had.
pub fn unknown_unit(books: &Catalogue, field: &str, code: Option<&str>) -> Option<Fault> {
    let code = code.map(str::trim).filter(|code| !code.is_empty())?;
    books.unit(code).is_empty().then(|| Fault::new(field, Reason::UnknownUnit))
}

/// A fault, if a new code is not new.
pub fn taken(field: &str, is_taken: bool) -> Option<Fault> {
    is_taken.then(|| Fault::new(field, Reason::Taken))
}
