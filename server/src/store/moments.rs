//! Moments that rows of tallies do not have, counted from the ballots: those from before there were any,
//! and those that a program has written which does not know them.

use std::collections::BTreeSet;

use super::{
    Db, reading,
    rebuild::count,
    tallies::{StoredRow, anew, columns, from_stored},
};
use crate::error::Error;

const MONTHS: &str = concat!(
    "select ",
    columns!(),
    ", counts, moments from tallies
     where instrument_id in (select id from instruments) and period < 1000000"
);

/// The months, `YYYYMM`, in which a row lacks them, the newest first.
pub async fn lacking(db: &Db) -> Result<Vec<i64>, sqlx::Error> {
    let rows: Vec<StoredRow> = reading!(db, pool => sqlx::query_as(MONTHS).fetch_all(pool).await?);
    let rows = rows.into_iter().map(from_stored);
    let lacking = rows.filter(|(_, counts)| counts.products().is_none());
    let months: BTreeSet<i64> = lacking.map(|(key, _)| key.period).collect();
    Ok(months.into_iter().rev().collect())
}

/// Counts those of a month, in one transaction; whether its counts are right. Where they are not, all
/// stays as it is: that is for `hailong verify` to tell, and for somebody to decide.
///
/// Nobody who writes ballots may remember rows of the month meanwhile.
pub async fn fill(db: &Db, month: i64) -> Result<bool, Error> {
    let mut tx = db.begin().await?;
    anew::wait_for_all(&mut tx).await?;
    let (rows, _) = count(&mut tx, month).await?;
    let stored = anew::of_month(&mut tx, month).await?;
    let is_right = rows.len() == stored.len()
        && rows
            .iter()
            .all(|(key, counts)| stored.get(key).is_some_and(|stored| stored.counts_same(counts)));
    if is_right {
        anew::replace(&mut tx, month, rows).await?;
        tx.commit().await?;
    }
    Ok(is_right)
}

#[cfg(test)]
mod tests;
