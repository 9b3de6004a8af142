//! The satisfaction index (Chỉ số hài lòng): tallies grouped, pooled, and shown with their doubt.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    ballot::instrument::Instrument,
    code::codes,
    figures::{
        interval,
        share::{Method, Share, decimal},
        tally::{BALLOT, Tally},
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
    /// Percent with two decimals, half up; nothing, if nobody answered.
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

/// The tallies of one group: its whole ballots and its items by place.
#[derive(Clone, Debug, Default)]
pub struct Group {
    ballots: u64,
    items: BTreeMap<usize, Tally>,
}

impl Group {
    /// Adds a cell.
    pub fn add(&mut self, cell: &Cell) {
        match usize::try_from(cell.item) {
            Ok(place) if cell.item > BALLOT => *self.items.entry(place).or_default() += cell.tally,
            _ => self.ballots += cell.tally.na,
        }
    }

    /// Pools the items that count by adding numerators and denominators, as the national method does (Quyết định 1001/QĐ-BNV).
    fn share(&self, set: &Instrument, method: Method) -> Share {
        self.counting(set).map(|tally| Share::of(tally, method)).sum()
    }

    /// The people who surely answered something that counts: the most that answered one item.
    fn people(&self, set: &Instrument) -> u64 {
        self.counting(set).map(Tally::answered).max().unwrap_or(0)
    }

    fn counting<'a>(&'a self, set: &'a Instrument) -> impl Iterator<Item = &'a Tally> {
        self.items.iter().filter_map(|(place, tally)| {
            set.items.get(place - 1).filter(|item| item.counts()).map(|_| tally)
        })
    }
}

/// How many of all ballots are in a row, in percent with two decimals; nothing, if there are none.
pub fn named(named: u64, all: u64) -> Option<String> {
    Share { num: named, den: all }.percent().map(decimal)
}

/// Groups cells by their row, or by factor or item where that is asked for.
pub fn group(cells: &[Cell], by: By, set: &Instrument) -> BTreeMap<i64, Group> {
    let mut groups: BTreeMap<i64, Group> = BTreeMap::new();
    for cell in cells {
        let key = match by {
            By::Item | By::Factor => match row_of_item(cell.item, by, set) {
                Some(row) => row,
                None => continue,
            },
            _ => cell.group,
        };
        groups.entry(key).or_default().add(cell);
    }
    groups
}

fn row_of_item(item: i64, by: By, set: &Instrument) -> Option<i64> {
    let asked = set.items.get(usize::try_from(item - 1).ok()?)?;
    let factor = asked.factor.as_deref()?;
    match by {
        By::Factor => {
            set.factors.iter().position(|f| f.code == factor).and_then(|at| i64::try_from(at).ok())
        }
        _ => Some(item),
    }
}

/// The row of a group, with its key and label still to be filled in.
pub fn row(group: &Group, by: By, set: &Instrument, method: Method) -> IndexRow {
    let share = group.share(set, method);
    let people = group.people(set);
    let ends = interval::of_index(share, method, people);
    IndexRow {
        num: Some(share.num),
        den: Some(share.den),
        n: Some(if matches!(by, By::Factor | By::Item) { people } else { group.ballots }),
        percent: share.percent().map(decimal),
        ci_low: ends.map(|(low, _)| decimal(low)),
        ci_high: ends.map(|(_, high)| decimal(high)),
        ..IndexRow::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quick() -> Instrument {
        serde_json::from_str(crate::ballot::instrument::BUILT_IN[1]).unwrap()
    }

    fn cell(group: i64, item: i64, levels: [u64; 5], na: u64) -> Cell {
        Cell { group, item, tally: Tally { levels, na } }
    }

    #[test]
    fn a_group_pools_its_items_and_counts_its_ballots() {
        let cells = [
            cell(7, BALLOT, [0; 5], 4),
            cell(7, 1, [0, 0, 1, 2, 1], 0),
            cell(7, 2, [1, 0, 0, 0, 1], 2),
        ];
        let groups = group(&cells, By::Unit, &quick());
        let row = row(&groups[&7], By::Unit, &quick(), Method::TopTwo);
        assert_eq!((row.num, row.den, row.n), (Some(4), Some(6), Some(4)));
        assert_eq!(row.percent.as_deref(), Some("66.67"));
    }

    #[test]
    fn an_item_counts_those_who_answered_it() {
        let cells = [cell(0, BALLOT, [0; 5], 9), cell(0, 2, [1, 0, 0, 0, 1], 2)];
        let groups = group(&cells, By::Item, &quick());
        assert_eq!(groups.keys().copied().collect::<Vec<_>>(), [2]);
        assert_eq!(row(&groups[&2], By::Item, &quick(), Method::TopTwo).n, Some(2));
    }
}
