//! Figures of feedback as the office's page and the server exchange them.

use serde::{Deserialize, Serialize};

use crate::{
    code::codes,
    feedback::figures::figure::{Base, Figure, Measure},
};

codes! {
    /// What the rows are.
    Grouping {
        /// The unit a case counts for.
        Unit = 1 "unit",
        /// How it came.
        Source = 2 "source",
        /// What it is about.
        Kind = 3 "kind",
        /// The month of the scheme in which it first came.
        Month = 4 "month",
    }
}

/// The key of the row of cases that no unit has.
pub const NO_UNIT: &str = "none";

/// What is asked, as it stands in an address.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct FiguresQuery {
    /// What the rows are: `unit` (the default), `source`, `kind` or `month`.
    pub by: String,
    /// The period scheme: `calendar` (the default), `kstt` or `1022-hcm`.
    pub scheme: String,
    /// `2026-08`, `2026-q3`, `2026-h2`, `2026-n` (nine months) or `2026`, where the scheme has it; the
    /// running month otherwise.
    pub period: String,
    /// The code of a unit: it and what lies below it.
    pub unit: String,
    /// How it came: the name of a source.
    pub source: String,
    /// What it is about: the name of a kind.
    pub kind: String,
}

/// Figures of feedback of one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeedbackFigures {
    /// The period scheme.
    pub scheme: String,
    /// The period.
    pub period: String,
    /// Its first day, `YYYY-MM-DD`.
    pub first_day: String,
    /// Its last day.
    pub last_day: String,
    /// The day as of which it is counted: the last one, or today while it runs.
    pub as_of: String,
    /// What the rows are.
    pub by: Grouping,
    /// The rows.
    pub rows: Vec<FigureRow>,
    /// Every case that is asked for.
    pub total: FigureRow,
}

/// The figures of some cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FigureRow {
    /// The code of the unit, the name of source or kind, or the month; `none` for cases that no unit
    /// has, nothing for all.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// Every figure, in the order of the closed list.
    pub figures: Vec<FigureCell>,
}

/// A figure with numerator and denominator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FigureCell {
    /// Which.
    pub figure: Figure,
    /// What is counted: cases; transfers or working days where it is told per case; the days themselves
    /// where it is told in days.
    pub num: u64,
    /// How many cases it is measured against.
    pub den: u64,
    /// What these cases are.
    pub base: Base,
    /// In what it is told.
    pub measure: Measure,
    /// Percent or mean with two decimals, or whole working days; nothing where there is nothing to
    /// measure.
    pub value: Option<String>,
    /// How many cases the list holds.
    pub cases: u64,
    /// The page of the office that lists these cases; its query is that of `/api/v1/office/feedback`.
    pub list: String,
}
