//! Rows counted from nothing, to be held against those that are there.

use std::collections::HashMap;

use domain::CheckedBallot;

use super::{Counts, RowKey, Rows, StoredRow, columns, from_stored};
use crate::store::{Tx, within};

/// Ballots counted from nothing.
///
/// Only their days are counted. A month is the sum of its days.
#[derive(Default)]
pub struct Sums(HashMap<RowKey, Counts>);

impl Sums {
    /// Counts one more ballot.
    pub fn count(&mut self, ballot: &CheckedBallot) {
        self.0.entry(RowKey::of(ballot)).or_default().count(ballot);
    }

    /// The rows of the days and of their months.
    pub fn rows(self) -> Rows {
        let mut rows = Rows::new();
        for (day, counts) in self.0 {
            rows.entry(day.month()).or_default().add(&counts);
            rows.insert(day, counts);
        }
        rows
    }
}

/// Every row that is stored.
pub async fn all(tx: &mut Tx) -> Result<Rows, sqlx::Error> {
    const ALL: &str = concat!("select ", columns!(), ", counts from tallies");
    let rows: Vec<StoredRow> = within!(tx, conn => sqlx::query_as(ALL).fetch_all(conn).await?);
    Ok(rows.into_iter().map(from_stored).collect())
}
