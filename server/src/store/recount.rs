//! Counting every ballot again and comparing with the tallies, cell by cell.

use std::collections::HashMap;

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
}

/// Counts all ballots again and compares, in one state of the database, beside a running server too.
pub async fn recount(db: &Db) -> Result<Recount, Error> {
    watched(db, &mut |_| ()).await
}

/// The same; `progress` hears now and then how many ballots are counted.
pub async fn watched(db: &Db, progress: &mut dyn FnMut(u64)) -> Result<Recount, Error> {
    let tx = &mut db.snapshot().await?;
    let mut found = Recount::default();
    let mut sums = Sums::default();
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
}

/// A cell that is not what the ballots say.
pub(super) struct Differing {
    key: TallyKey,
    item: usize,
    /// The level from 1; 6 is "không áp dụng".
    level: usize,
    counted: u32,
    stored: u32,
}

impl std::fmt::Display for Differing {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { key, item, level, counted, stored } = self;
        write!(f, "{key} ")?;
        match (item, level) {
            (0, _) => f.write_str("ballots")?,
            (_, 6) => write!(f, "item {item} not applicable")?,
            _ => write!(f, "item {item} level {level}")?,
        }
        write!(f, ": counted {counted}, stored {stored}")
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
            let (ours, theirs) = (ours.six(item), theirs.six(item));
            if ours == [0; 6] && theirs == [0; 6] {
                continue;
            }
            compared.cells += 6;
            for (level, (counted, stored)) in (1..).zip(ours.into_iter().zip(theirs)) {
                if counted != stored {
                    let differing = Differing { key: *key, item, level, counted, stored };
                    compared.differing.push(differing);
                }
            }
        }
    }
    compared
}
