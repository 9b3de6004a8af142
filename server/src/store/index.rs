//! The tallies a question about the index needs. Ballots are never read for it.

use chrono::NaiveDate;
use domain::day::{self, Month};

use super::{
    Db, Tx, reading,
    tallies::{Counts, StoredRow, TallyKey, columns, from_stored},
    within,
};

const MONTHS: &str = concat!(
    "select ",
    columns!(),
    ", counts, moments from tallies where instrument_id = $1 and period between $2 and $3"
);

/// The month rows of an instrument, both ends included.
pub async fn months(
    db: &Db,
    instrument: i64,
    from: Month,
    to: Month,
) -> Result<Vec<(TallyKey, Counts)>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(MONTHS).bind(instrument).bind(from.number()).bind(to.number().min(Month::LAST.number())).fetch_all(pool).await
    })
    .map(|rows| rows.into_iter().map(from_stored).collect())
}

/// The rows of an instrument's days, both ends included, as a transaction sees them.
pub async fn days(
    tx: &mut Tx,
    instrument: i64,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<Vec<(TallyKey, Counts)>, sqlx::Error> {
    let rows: Vec<StoredRow> = within!(tx, conn => {
        sqlx::query_as(MONTHS).bind(instrument).bind(day::number(first)).bind(day::number(last))
            .fetch_all(conn).await?
    });
    Ok(rows.into_iter().map(from_stored).collect())
}

/// The first and the last day with a ballot, `YYYYMMDD`.
pub async fn first_and_last_day(tx: &mut Tx) -> Result<Option<(i64, i64)>, sqlx::Error> {
    let ends: (Option<i64>, Option<i64>) = within!(tx, conn => {
        sqlx::query_as("select min(period), max(period) from tallies where period > 1000000")
            .fetch_one(conn).await?
    });
    Ok(ends.0.zip(ends.1))
}

/// The oldest month with a ballot of an instrument.
pub async fn oldest_month(db: &Db, instrument: i64) -> Result<Option<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select min(period) from tallies where instrument_id = $1 and period < 1000000",
        )
        .bind(instrument).fetch_one(pool).await
    })
}

/// The newest month with a ballot of an instrument.
pub async fn newest_month(db: &Db, instrument: i64) -> Result<Option<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select max(period) from tallies where instrument_id = $1 and period < 1000000",
        )
        .bind(instrument).fetch_one(pool).await
    })
}
