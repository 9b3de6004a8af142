//! Counting every ballot again and comparing with the tallies, cell by cell.

use std::collections::HashMap;

use domain::figures::spread::Products;

use super::{
    Db, campaigns,
    scan::{ALL_DAYS, Scan, Unreadable},
    tallies::{Counts, Sums, TallyKey, TallyRows, anew},
};
use crate::error::Error;

/// What a recount found.
#[derive(Debug, Default)]
pub struct Recount {
    /// Ballots counted again.
    pub ballots: u64,
    /// Cells compared.
    pub cells: u64,
    /// Every cell that differs, in words.
    pub differences: Vec<String>,
    /// Rows whose sums over people are not known. Nothing wrong is told of them: they do without.
    pub without_moments: u64,
}

/// Counts all ballots again and compares, in one state of the database, beside a running server too.
pub async fn recount(db: &Db) -> Result<Recount, Error> {
    watched(db, &mut |_| ()).await
}

/// The same; `progress` hears now and then how many ballots are counted.
pub async fn watched(db: &Db, progress: &mut dyn FnMut(u64)) -> Result<Recount, Error> {
    let tx = &mut db.snapshot().await?;
    let mut found = Recount::default();
    let mut sums = Sums::begin(tx).await?;
    let mut by_campaign: HashMap<i64, i64> = HashMap::new();
    let mut scan = Scan::new(tx, ALL_DAYS).await?;
    while let Some(page) = scan.page(tx).await? {
        found.ballots += page.len() as u64;
        for ballot in page {
            let campaign = match ballot {
                Ok(ballot) => {
                    sums.count(&ballot);
                    ballot.campaign
                }
                Err(Unreadable { id, campaign }) => {
                    found.differences.push(format!("ballot {id} cannot be read"));
                    campaign
                }
            };
            *by_campaign.entry(campaign).or_default() += 1;
        }
        progress(found.ballots);
    }
    let compared = compare(&sums.rows(), &anew::all(tx).await?);
    found.cells += compared.cells;
    found.without_moments = compared.without_moments;
    found.differences.extend(compared.differing.iter().map(Differing::to_string));
    for (campaign, ballots) in campaigns::counts(tx).await? {
        let counted = by_campaign.get(&campaign).copied().unwrap_or_default();
        found.cells += 1;
        if counted != ballots {
            let difference = format!("campaign {campaign}: counted {counted}, stored {ballots}");
            found.differences.push(difference);
        }
    }
    Ok(found)
}

/// Rows compared.
#[derive(Default)]
pub(super) struct Compared {
    /// Cells compared.
    pub(super) cells: u64,
    /// Those that differ.
    pub(super) differing: Vec<Differing>,
    /// Stored rows that do not say how a person's answers hang together.
    without_moments: u64,
}

/// A cell that is not what the ballots say.
pub(super) struct Differing {
    key: TallyKey,
    cell: Cell,
    counted: u64,
    stored: u64,
}

/// A cell of a row.
#[derive(Clone, Copy)]
enum Cell {
    /// How often an item was answered so: the level from 1; 6 is "không áp dụng".
    Count { item: usize, level: usize },
    /// A sum over people: in the whole, or in a factor by its place from 1.
    Sum { part: usize, name: &'static str },
}

impl std::fmt::Display for Cell {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Count { item: 0, .. } => f.write_str("ballots"),
            Self::Count { item, level: 6 } => write!(f, "item {item} not applicable"),
            Self::Count { item, level } => write!(f, "item {item} level {level}"),
            Self::Sum { part: 0, name } => write!(f, "all items {name}"),
            Self::Sum { part, name } => write!(f, "factor {part} {name}"),
        }
    }
}

impl std::fmt::Display for Differing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { key, cell, counted, stored } = self;
        write!(f, "{key} {cell}: counted {counted}, stored {stored}")
    }
}

/// Compares counted rows with stored ones.
pub(super) fn compare(counted: &TallyRows, stored: &TallyRows) -> Compared {
    let mut compared = Compared::default();
    let none = Counts::default();
    let keys = counted.keys().chain(stored.keys().filter(|key| !counted.contains_key(*key)));
    for key in keys {
        let (ours, theirs) = (counted.get(key).unwrap_or(&none), stored.get(key).unwrap_or(&none));
        for item in 0..ours.items().max(theirs.items()) {
            let six = |counts: &Counts| counts.six(item).map(u64::from);
            let cells = (1..=6).map(|level| Cell::Count { item, level });
            compared.six(key, cells, (six(ours), six(theirs)));
        }
        match (ours.products(), theirs.products()) {
            (Some(ours), Some(theirs)) => compared.sums(key, ours, theirs),
            (_, None) => compared.without_moments += 1,
            // The question set cannot be read: nothing can be said against what is stored.
            (None, Some(_)) => {}
        }
    }
    compared
}

impl Compared {
    /// Compares the sums of a row, part by part.
    fn sums(&mut self, key: &TallyKey, ours: &[Products], theirs: &[Products]) {
        for part in 0..ours.len().max(theirs.len()) {
            let six = |row: &[Products]| row.get(part).copied().unwrap_or_default().numbers();
            let cells = Products::NAMES.into_iter().map(|name| Cell::Sum { part, name });
            self.six(key, cells, (six(ours), six(theirs)));
        }
    }

    /// Compares six cells; none of them is one where both say nothing.
    fn six(
        &mut self,
        key: &TallyKey,
        cells: impl Iterator<Item = Cell>,
        (ours, theirs): ([u64; 6], [u64; 6]),
    ) {
        if ours == [0; 6] && theirs == [0; 6] {
            return;
        }
        self.cells += 6;
        for (cell, (counted, stored)) in cells.zip(ours.into_iter().zip(theirs)) {
            if counted != stored {
                self.differing.push(Differing { key: *key, cell, counted, stored });
            }
        }
    }
}
