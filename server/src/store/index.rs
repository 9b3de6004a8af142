//! The tallies a question about the index needs. Ballots are never read for it.

use domain::day::Month;

use super::{
    Db, reading,
    tallies::{Counts, RowKey, from_stored},
};

/// The month rows of an instrument, both ends included.
pub async fn months(
    db: &Db,
    instrument: i64,
    from: Month,
    to: Month,
) -> Result<Vec<(RowKey, Counts)>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select instrument_id, period, unit_version_id, procedure_id, channel, sampling, counts
             from tallies where instrument_id = $1 and period between $2 and $3",
        )
        .bind(instrument).bind(from.number()).bind(to.number()).fetch_all(pool).await
    })
    .map(|rows| rows.into_iter().map(from_stored).collect())
}

/// The instrument with a ballot in the newest month: what a reader most likely asks about.
pub async fn newest_instrument(db: &Db) -> Result<Option<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select instrument_id from tallies where period < 1000000
             order by period desc, instrument_id limit 1",
        )
        .fetch_optional(pool).await
    })
}

/// The first and last month with a ballot of an instrument.
pub async fn span(db: &Db, instrument: i64) -> Result<Option<(Month, Month)>, sqlx::Error> {
    let ends: (Option<i64>, Option<i64>) = reading!(db, pool => {
        sqlx::query_as(
            "select min(period), max(period) from tallies
             where instrument_id = $1 and period < 1000000",
        )
        .bind(instrument).fetch_one(pool).await?
    });
    let month = |number: Option<i64>| number.and_then(Month::from_number);
    Ok(month(ends.0).zip(month(ends.1)))
}
