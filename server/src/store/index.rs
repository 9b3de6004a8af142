//! The tallies a question about the index needs. Ballots are never read for it.

use domain::day::Month;

use super::{
    Db, reading,
    tallies::{Counts, TallyKey, columns, from_stored},
};

const MONTHS: &str = concat!(
    "select ",
    columns!(),
    ", counts from tallies where instrument_id = $1 and period between $2 and $3"
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

/// The newest month with a ballot of an instrument.
pub async fn newest_month(db: &Db, instrument: i64) -> Result<Option<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select max(period) from tallies where instrument_id = $1 and period < 1000000",
        )
        .bind(instrument).fetch_one(pool).await
    })
}
