//! What is said of an entry of the books for a time, and where in a file or form it is said.

use crate::{
    day::Period,
    fault::{Fault, FileReason, Reason},
};

/// What one entry of the books says for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<T> {
    /// The code people write.
    pub code: String,
    /// When it is so.
    pub period: Period,
    /// What it says besides.
    pub content: T,
}

/// A version with the rows it is stored in.
#[derive(Clone, Debug)]
pub struct Stored<T> {
    /// The row that ballots name; the identity's, where they name that.
    pub id: i64,
    /// The identity behind all versions.
    pub identity: i64,
    /// What is stored.
    pub version: Version<T>,
}

/// A version that a file or form says.
#[derive(Clone, Debug)]
pub struct Proposal<T> {
    /// The line of a file, or the place among the rows of a form.
    pub number: usize,
    /// Where it stands.
    pub spot: Spot,
    /// What it says.
    pub version: Version<T>,
}

/// Where a row stands in what was sent in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// In a line of a file, the one of its number.
    Line,
    /// In a form, each column in a field of its own.
    Fields {
        /// Before the names of its fields, such as `into.0.`.
        prefix: String,
        /// The field that both its days come from; their own fields, if there is none.
        days: Option<String>,
    },
    /// In one field of a form that all of it follows from.
    Field(String),
}

impl Spot {
    /// The fields of the form itself.
    pub fn form() -> Self {
        Self::under("")
    }

    /// Fields whose names begin alike.
    pub fn under(prefix: impl Into<String>) -> Self {
        Self::Fields { prefix: prefix.into(), days: None }
    }

    /// The same, both days given by another field.
    pub fn dated(self, field: &str) -> Self {
        match self {
            Self::Fields { prefix, .. } => Self::Fields { prefix, days: Some(field.to_owned()) },
            other => other,
        }
    }
}

impl<T> Proposal<T> {
    /// A fault in one of its columns; `detail` is what the words about a file name besides.
    pub fn fault(&self, column: &str, reason: Reason, detail: &str) -> Fault {
        match &self.spot {
            Spot::Line => Fault::at(self.number, column, reason).about(detail),
            Spot::Field(field) => Fault::new(field, reason),
            Spot::Fields { prefix, days } => {
                let own = match (column, days) {
                    ("valid_from" | "valid_to", Some(field)) => return Fault::new(field, reason),
                    ("valid_from", None) => "from",
                    ("valid_to", None) => "until",
                    ("name", _) => "name.vi",
                    ("name_en", _) => "name.en",
                    (column, _) => column,
                };
                Fault::new(format!("{prefix}{own}"), reason)
            }
        }
    }

    /// The fault of shortening a unit, so that the unit of a code is left below nothing. A form
    /// names the unit that is left, a file the line that leaves it.
    pub fn leaves(&self, code: &str) -> Fault {
        match self.spot {
            Spot::Line => self.fault("valid_to", Reason::LeavesBehind, code),
            _ => Fault::new(format!("units.{code}"), Reason::LeavesBehind),
        }
    }

    /// The same for a procedure that the unit leads.
    pub fn leaves_procedure(&self, code: &str) -> Fault {
        match self.spot {
            Spot::Line => self.fault("valid_to", FileReason::LeavesProcedure.into(), code),
            _ => Fault::new(format!("procedures.{code}"), Reason::LeavesBehind),
        }
    }

    /// The same for a campaign about the unit.
    pub fn leaves_campaign(&self, code: &str) -> Fault {
        match self.spot {
            Spot::Line => self.fault("valid_to", FileReason::LeavesCampaign.into(), code),
            _ => Fault::new(format!("campaigns.{code}"), Reason::LeavesBehind),
        }
    }

    /// Its line, if it stands in a file.
    pub fn line(&self) -> Option<usize> {
        (self.spot == Spot::Line).then_some(self.number)
    }
}
