//! Targets: what an indicator shall reach, for whom, in which year, and where that is laid down.

use serde::{Deserialize, Serialize};

use crate::office::entry::{Fields, NOTE, YEARS};
use crate::{
    code::codes,
    fault::{Fault, Reason},
};

codes! {
    /// What a target is set for.
    Indicator {
        /// The satisfaction index, by the method `T2B`.
        Satisfaction = 1 "satisfaction",
        /// The mean level against the highest, by the method `MEAN5`.
        MeanLevel = 2 "mean_level",
        /// Dossiers finished in time.
        OnTime = 3 "on_time",
        /// Dossiers filed online.
        Online = 4 "online",
        /// Payments made without cash.
        Cashless = 5 "cashless",
        /// Dossiers and results kept in digital form.
        Digitised = 6 "digitised",
    }
}

/// A target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TargetRow {
    /// What a change names as `based_on`.
    pub state: String,
    /// The target's number.
    pub id: i64,
    /// What it is set for.
    pub indicator: Indicator,
    /// The newest code of the unit; none: the department as a whole.
    pub unit: Option<String>,
    /// The year.
    pub year: i64,
    /// Hundredths of a percent: 9000 reads 90.00 %.
    pub value: i64,
    /// Where it is laid down.
    pub basis: String,
}

/// A target to be set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NewTarget {
    /// What it is set for.
    pub indicator: Indicator,
    /// The code of the unit; none: the department as a whole.
    pub unit: Option<String>,
    /// The year.
    pub year: i64,
    /// Hundredths of a percent.
    pub value: i64,
    /// Where it is laid down.
    pub basis: String,
}

/// A target as it is to be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TargetChange {
    /// The state that was seen.
    pub based_on: String,
    /// Hundredths of a percent.
    pub value: i64,
    /// Where it is laid down.
    pub basis: String,
}

impl NewTarget {
    /// The unit's code and the basis as they are kept, or everything wrong with it.
    pub fn check(&self) -> Result<(Option<String>, String), Vec<Fault>> {
        let mut fields = Fields::default();
        let unit = fields.reference("unit", self.unit.as_deref());
        fields.whole("year", self.year, i64::from(*YEARS.start()), i64::from(*YEARS.end()));
        let basis = text(&mut fields, self.value, &self.basis);
        fields.end(unit.zip(basis))
    }
}

impl TargetChange {
    /// The basis as it is kept, or everything wrong with it.
    pub fn check(&self) -> Result<String, Vec<Fault>> {
        let mut fields = Fields::default();
        let basis = text(&mut fields, self.value, &self.basis);
        fields.end(basis)
    }
}

fn text(fields: &mut Fields, value: i64, basis: &str) -> Option<String> {
    if !(0..=10_000).contains(&value) {
        fields.fault::<()>("value", Reason::NotPercent);
    }
    fields.given("basis", basis, NOTE)
}
