//! What is behind one figure: its value and its doubt, its months, its levels, and the units beside
//! each other.

use serde::{Deserialize, Serialize};

use crate::{
    code::codes,
    figures::{claim::Claim, difference::Verdict, index::Precision},
    office::figures::trend::{Stretch, Trend},
};

codes! {
    /// What a figure is about.
    Subject {
        /// All that counts.
        Whole = 1 "whole",
        /// One unit and those below it.
        Unit = 2 "unit",
        /// One procedure.
        Procedure = 3 "procedure",
        /// One factor.
        Factor = 4 "factor",
        /// One item.
        Item = 5 "item",
    }
}

/// A share with all that it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = ShownFigure))]
pub struct Figure {
    /// Hundredths of a percent; nothing where too few answered to say anything.
    pub value: Option<u64>,
    /// How exactly the value is told.
    pub precision: Precision,
    /// The 95 % interval.
    pub interval: Option<Stretch>,
    /// The numerator.
    pub num: u64,
    /// The denominator.
    pub den: u64,
    /// People.
    pub n: u64,
}

/// A unit among the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct UnitRow {
    /// The unit's code.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// Its figure.
    pub figure: Figure,
    /// Whether it is above or below all others together, decided for the whole list.
    pub verdict: Verdict,
    /// The best and the worst place it may have; nothing where too few answered.
    pub places: Option<(usize, usize)>,
    /// Whether the figure of the page is this unit's.
    pub is_own: bool,
}

/// What is behind a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Behind {
    /// What it is about.
    pub subject: Subject,
    /// Its code; empty for the whole.
    pub key: String,
    /// What people call it; empty for the whole.
    pub label: String,
    /// The question set, as `code/version`; empty where there is no ballot yet.
    pub instrument: String,
    /// The code of the period scheme.
    pub scheme: String,
    /// The period, `2026-08`, `2026-q3` or `2026`.
    pub period: String,
    /// The period as people read it.
    pub period_label: String,
    /// The first and the last day that count, `YYYY-MM-DD`.
    pub days: Option<(String, String)>,
    /// Whether the period has ended.
    pub is_over: bool,
    /// The figure of the period.
    pub figure: Figure,
    /// What may be said of it.
    pub level: Option<Claim>,
    /// What may be said of the last month beside those before it.
    pub signal: Option<Claim>,
    /// Its months.
    pub trend: Trend,
    /// How often each level was given, 1 to 5; nothing where too few answered.
    pub levels: Option<[u64; 5]>,
    /// Units side by side, those that differ from the others first.
    pub rows: Vec<UnitRow>,
    /// Whether these are demo data.
    pub demo: bool,
}
