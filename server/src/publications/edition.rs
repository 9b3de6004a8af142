//! What a publication says of one question set, as it is stored and read.

use std::collections::BTreeMap;

use domain::{
    Catalogue, Instrument, Lang, Sampling,
    figures::{
        index::{self, By, Index, IndexRow, SamplingCount},
        publish::{
            beside,
            sheet::{BREAKDOWNS, Sheet},
            table,
        },
    },
};
use serde::{Deserialize, Serialize};

use crate::figures::labels;

/// The figures of one question set in one period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// The question set, as `code/version`.
    pub instrument: String,
    /// All ballots.
    pub total: IndexRow,
    /// How they came about.
    pub sampling: Vec<SamplingCount>,
    /// The rows of each breakdown; empty where it is not told which there are. A summary has none.
    #[serde(default)]
    pub rows: BTreeMap<By, Vec<NamedRow>>,
    /// How many of all ballots name a unit, or a procedure.
    #[serde(default)]
    pub named: BTreeMap<By, String>,
}

/// A row with its name in the second language too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedRow {
    /// The row, named in Vietnamese.
    #[serde(flatten)]
    row: IndexRow,
    /// Its name in English.
    en: String,
}

impl Edition {
    /// Draws the tables of a sheet.
    pub(super) fn new(sheet: &Sheet, set: &Instrument, books: &Catalogue) -> Self {
        let named = |by: By| {
            let share = table::named(sheet, by)?;
            Some((by, index::named(share.num, share.den)?))
        };
        let mut sampling: Vec<SamplingCount> = table::rows(sheet, By::Sampling)
            .into_iter()
            .filter_map(|(kind, row)| {
                Some(SamplingCount { kind: Sampling::from_number(kind)?, n: row.n })
            })
            .collect();
        sampling.sort_by_key(|count| count.kind.number());
        Self {
            instrument: set.key(),
            total: table::whole(sheet),
            sampling,
            rows: BREAKDOWNS.map(|by| (by, rows(sheet, by, set, books))).into(),
            named: [By::Unit, By::Procedure].into_iter().filter_map(named).collect(),
        }
    }

    /// The whole alone.
    pub(super) fn summary(&self) -> Self {
        Self { rows: BTreeMap::new(), named: BTreeMap::new(), ..self.clone() }
    }

    /// How many rows there are, and how many of them are withheld.
    pub fn size(&self) -> (usize, usize) {
        let rows = || self.rows.values().flatten();
        (rows().count(), rows().filter(|named| named.row.suppressed).count())
    }

    /// Every table in the reader's language.
    pub fn tables(&self, lang: Lang, demo: bool) -> Vec<Index> {
        self.rows.keys().map(|by| self.index(*by, lang, demo)).collect()
    }

    /// One table in the reader's language.
    pub fn index(&self, by: By, lang: Lang, demo: bool) -> Index {
        let rows = self.rows.get(&by).map(Vec::as_slice).unwrap_or_default();
        let spoken = |named: &NamedRow| match lang {
            Lang::Vi => named.row.clone(),
            Lang::En => IndexRow { label: named.en.clone(), ..named.row.clone() },
        };
        let mut rows: Vec<IndexRow> = rows.iter().map(spoken).collect();
        beside::decide(by, &mut rows, &self.total);
        Index {
            method: table::METHOD,
            instrument: self.instrument.clone(),
            by,
            sampling: self.sampling.clone(),
            demo,
            rows,
            total: self.total.clone(),
            named: self.named.get(&by).cloned(),
            comparable: Vec::new(),
        }
    }
}

fn rows(sheet: &Sheet, by: By, set: &Instrument, books: &Catalogue) -> Vec<NamedRow> {
    let mut rows = table::rows(sheet, by);
    if by == By::Item {
        // Names of items go by their places from 1.
        rows.iter_mut().for_each(|(place, _)| *place += 1);
    }
    let mut english = rows.clone();
    labels::name(&mut rows, by, set, books, Lang::Vi);
    labels::name(&mut english, by, set, books, Lang::En);
    let pairs = rows.into_iter().zip(english);
    let mut named: Vec<NamedRow> =
        pairs.map(|((_, row), (_, english))| NamedRow { row, en: english.label }).collect();
    named.sort_by(|a, b| a.row.key.cmp(&b.row.key));
    named
}
