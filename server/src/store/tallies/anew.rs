//! Rows counted from nothing, and how they take the place of those that are there.

use std::{collections::HashMap, ops::RangeInclusive};

use domain::CheckedBallot;

use super::{
    Counts, Forms, StoredRow, TallyKey, TallyRow, TallyRows, WRITE, columns, from_stored, upsert,
};
use crate::store::{Tx, within};

/// Ballots counted from nothing.
///
/// Only their days are counted. A month is the sum of its days.
pub struct Sums {
    days: HashMap<TallyKey, Counts>,
    forms: Forms,
}

impl Sums {
    /// Nothing is counted yet.
    pub async fn begin(tx: &mut Tx) -> Result<Self, sqlx::Error> {
        Ok(Self { days: HashMap::new(), forms: Forms::all(tx).await? })
    }

    /// Counts one more ballot.
    pub fn count(&mut self, ballot: &CheckedBallot) {
        let row = self.days.entry(TallyKey::of(ballot)).or_default();
        row.count(ballot, self.forms.of(ballot));
    }

    /// The rows of the days and of their months.
    pub fn rows(self) -> TallyRows {
        let mut rows = TallyRows::new();
        for (day, counts) in self.days {
            rows.entry(day.month()).or_default().add(&counts);
            rows.insert(day, counts);
        }
        rows
    }
}

/// Every row that is stored.
pub async fn all(tx: &mut Tx) -> Result<TallyRows, sqlx::Error> {
    const ALL: &str = concat!("select ", columns!(), ", counts, moments from tallies");
    let rows: Vec<StoredRow> = within!(tx, conn => sqlx::query_as(ALL).fetch_all(conn).await?);
    Ok(rows.into_iter().map(from_stored).collect())
}

/// The stored rows of a month and its days.
pub async fn of_month(tx: &mut Tx, month: i64) -> Result<TallyRows, sqlx::Error> {
    const OF_MONTH: &str = concat!(
        "select ",
        columns!(),
        ", counts, moments from tallies where period = $1 or period between $2 and $3"
    );
    let rows: Vec<StoredRow> = within!(tx, conn => {
        sqlx::query_as(OF_MONTH).bind(month).bind(month * 100).bind(month * 100 + 99)
            .fetch_all(conn).await?
    });
    Ok(rows.into_iter().map(from_stored).collect())
}

/// How many ballots are counted in these months.
pub async fn ballots(tx: &mut Tx, months: &RangeInclusive<i64>) -> Result<u64, sqlx::Error> {
    let counts: Vec<Vec<u8>> = within!(tx, conn => {
        sqlx::query_scalar("select counts from tallies where period between $1 and $2")
            .bind(*months.start()).bind(*months.end()).fetch_all(conn).await?
    });
    Ok(counts.iter().map(|counts| Counts::read(counts, None).ballots()).sum())
}

/// Puts these rows in the place of all rows of a month and its days.
pub async fn replace(tx: &mut Tx, month: i64, rows: TallyRows) -> Result<(), sqlx::Error> {
    within!(&mut *tx, conn => {
        sqlx::query("delete from tallies where period = $1 or period between $2 and $3")
            .bind(month).bind(month * 100).bind(month * 100 + 99).execute(conn).await?;
    });
    let rows: Vec<TallyRow> = rows.into_iter().collect();
    upsert(tx, &WRITE, &rows).await.map(|_| ())
}

/// Waits until every count that is on its way is committed, and lets no other begin before this
/// transaction ends. What is then read of the ballots is what the tallies must say.
///
/// In SQLite whoever writes is alone already.
pub async fn wait_for_all(tx: &mut Tx) -> Result<(), sqlx::Error> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("lock table tallies in share row exclusive mode").execute(&mut **tx).await?;
    }
    Ok(())
}
