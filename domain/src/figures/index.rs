//! The satisfaction index (Chỉ số hài lòng): tallies grouped, pooled, and shown with their doubt.

mod beside;
mod group;

use serde::{Deserialize, Serialize};

pub use self::{
    beside::{Rows, beside},
    group::{Group, group},
};
use crate::{
    ballot::instrument::Instrument,
    code::codes,
    figures::{
        claim::{FLOOR, Told},
        difference::Verdict,
        share::{Method, Share, decimal},
        tally::Tally,
    },
};

codes! {
    /// What the index is broken down by.
    By {
        /// By unit.
        Unit = 1 "unit",
        /// By procedure.
        Procedure = 2 "procedure",
        /// By factor.
        Factor = 3 "factor",
        /// By item.
        Item = 4 "item",
        /// By month.
        Month = 5 "month",
        /// By channel.
        Channel = 6 "channel",
        /// By how people came to be asked.
        Sampling = 7 "sampling",
    }
}

codes! {
    /// How exactly a percentage is told.
    Precision {
        /// To two decimals.
        Hundredths = 1 "hundredths",
        /// As a whole percent.
        Whole = 2 "whole",
        /// It is this percentage or more.
        AtLeast = 3 "at_least",
        /// It is this percentage or less.
        AtMost = 4 "at_most",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro's list has no place for the mark")]
impl Default for Precision {
    fn default() -> Self {
        Self::Hundredths
    }
}

/// One sum of tallies as the store hands it over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The row the cell belongs to; its meaning depends on what was grouped by.
    pub group: i64,
    /// The item's place from 1, or [`BALLOT`].
    pub item: i64,
    /// The counts.
    pub tally: Tally,
}

/// One row of the index.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct IndexRow {
    /// The code of the unit, procedure, factor, item, month, channel or kind of sampling.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// The numerator; nothing where it is suppressed.
    pub num: Option<u64>,
    /// The denominator; nothing where it is suppressed.
    pub den: Option<u64>,
    /// People: whole ballots, or for a factor or item those who answered it.
    pub n: Option<u64>,
    /// Percent with two decimals, half up; nothing, if nobody answered or too few to say anything.
    pub percent: Option<String>,
    /// The lower end of the 95 % interval, percent with two decimals.
    pub ci_low: Option<String>,
    /// The upper end of the 95 % interval, percent with two decimals.
    pub ci_high: Option<String>,
    /// Whether the figures are withheld because the group is small.
    pub suppressed: bool,
    /// How exactly the percentage is told.
    #[serde(default)]
    pub precision: Precision,
    /// Whether it is above or below all others together, decided for all rows at once; nothing for months,
    /// for the whole, and where there is nothing beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<Verdict>,
    /// The question set of a month, as `code/version`, where months of several versions make one line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<String>,
}

/// The answer to a question about the index.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Index {
    /// The method's code.
    pub method: Method,
    /// The question set, as `code/version`; empty where there is none yet.
    pub instrument: String,
    /// What the rows are.
    pub by: By,
    /// How the ballots came about, as `kind` and how many: kinds are never mixed unsaid.
    pub sampling: Vec<SamplingCount>,
    /// Whether these are demo data.
    pub demo: bool,
    /// The rows, in the order of their keys.
    pub rows: Vec<IndexRow>,
    /// All ballots pooled, also those that name no unit or procedure and are in no row of those.
    pub total: IndexRow,
    /// By unit or procedure: how many of all ballots name one, in percent with two decimals. Nothing
    /// where the total is withheld, or there are no ballots.
    pub named: Option<String>,
    /// By month, where earlier versions of the question set are joined: the codes of the items that all of
    /// them ask alike. The rows count these alone, and the line breaks where another version begins.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparable: Vec<String>,
}

/// How many ballots came about in one way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SamplingCount {
    /// The kind of sampling.
    pub kind: crate::code::Sampling,
    /// Its ballots; nothing where they are too few to tell.
    pub n: Option<u64>,
}

/// How many of all ballots are in a row, in percent with two decimals; nothing, if there are none.
pub fn named(named: u64, all: u64) -> Option<String> {
    Share { num: named, den: all }.percent().map(decimal)
}

/// The row of a group of a whole as staff are told it, with its key and label still to be filled in. Fewer
/// people than the floor have counts and no percentage.
///
/// The whole are all ballots of the question set in these months: small groups borrow from it how far one
/// person's answers hang together. By factor or item it is the whole of the same factor or item.
pub fn row(group: &Group, whole: &Group, by: By, set: &Instrument, method: Method) -> IndexRow {
    let share = group.share(set, method);
    let people = group.people(set);
    let told = Told::to_staff(share, people, FLOOR);
    let ends = told.and_then(|_| group.ends(whole, set, method));
    IndexRow {
        num: Some(share.num),
        den: Some(share.den),
        n: Some(if matches!(by, By::Factor | By::Item) { people } else { group.ballots() }),
        percent: told.map(|(hundredths, _)| decimal(hundredths)),
        ci_low: ends.map(|(low, _)| decimal(low)),
        ci_high: ends.map(|(_, high)| decimal(high)),
        precision: told.map(|(_, precision)| precision).unwrap_or_default(),
        ..IndexRow::default()
    }
}

#[cfg(test)]
mod tests;
