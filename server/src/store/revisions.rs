//! How often ballots of a month were corrected, taken back or counted anew.

use std::ops::RangeInclusive;

use super::{Tx, within};

/// Notes one more change of ballots of a month, in the transaction of the change. After the tallies,
/// as everyone does, so that nobody waits in a circle.
pub(super) async fn raise(tx: &mut Tx, month: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into revisions (month, changes) values ($1, 1)
             on conflict (month) do update set changes = revisions.changes + 1",
        )
        .bind(month).execute(conn).await.map(|_| ())
    })
}

/// How many changes there were in these months. It never sinks.
pub(super) async fn sum(tx: &mut Tx, months: &RangeInclusive<i64>) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "select cast(coalesce(sum(changes), 0) as bigint) from revisions
             where month between $1 and $2",
        )
        .bind(*months.start()).bind(*months.end()).fetch_one(conn).await
    })
}
