//! What everybody is told of closed months: written once, never changed.

use sqlx::FromRow;

use super::super::{Db, Tx, reading, within};

/// A month as it is told.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct StoredCounters {
    /// The period scheme.
    pub scheme: String,
    /// `YYYYMM`.
    pub month: i64,
    /// The day as of which it was counted.
    pub as_of: i64,
    /// Formal cases that came, rounded; 0 where they are too few to tell anything.
    pub received: i64,
    /// Those that were answered.
    pub answered: i64,
    /// Answered in time.
    pub on_time: i64,
    /// Accepted by their senders.
    pub accepted: i64,
    /// Looked at again.
    pub reopened: i64,
    /// Published.
    pub published: i64,
}

/// Every month that is told, the newest first.
pub async fn all(db: &Db) -> Result<Vec<StoredCounters>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select scheme, month, as_of, received, answered, on_time, accepted, reopened, published
             from feedback_counters order by month desc",
        )
        .fetch_all(pool).await
    })
}

/// Adds a month; one that is there stays as it is.
pub async fn add(tx: &mut Tx, it: &StoredCounters) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into feedback_counters (scheme, month, as_of, received, answered, on_time,
                accepted, reopened, published)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (scheme, month) do nothing",
        )
        .bind(it.scheme.clone()).bind(it.month).bind(it.as_of).bind(it.received).bind(it.answered)
        .bind(it.on_time).bind(it.accepted).bind(it.reopened).bind(it.published)
        .execute(conn).await.map(|_| ())
    })
}

/// The first day on which a case came.
pub async fn first_day(db: &Db) -> Result<Option<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select min(sent) from feedback_facts").fetch_one(pool).await
    })
}
