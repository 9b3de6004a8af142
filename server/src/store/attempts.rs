//! Tries that are held against somebody, under keyed hashes.

use super::{Tx, within};
use crate::keys::Key;

/// Counts a try and gives their number, if the next one is heard by now. Those before `forgotten`
/// do not count any more. In PostgreSQL the row stays locked until the transaction ends.
pub async fn count(
    tx: &mut Tx,
    key: &Key,
    now: i64,
    forgotten: i64,
) -> Result<Option<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into attempts (key, failures, until) values ($1, 1, $2)
             on conflict (key) do update set
                 failures = case when attempts.until < $3 then 1 else attempts.failures + 1 end
             where attempts.until <= $2
             returning failures",
        )
        .bind(key.as_slice()).bind(now).bind(forgotten).fetch_optional(conn).await
    })
}

/// Uses something up that counts once; whether this was the first time.
pub async fn once(tx: &mut Tx, key: &Key, now: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into attempts (key, failures, until) values ($1, 1, $2) on conflict do nothing",
        )
        .bind(key.as_slice()).bind(now).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// When the next try is heard, if any is held.
pub async fn until(tx: &mut Tx, key: &Key) -> Result<Option<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select until from attempts where key = $1")
            .bind(key.as_slice()).fetch_optional(conn).await
    })
}

/// Hears no further try before a moment.
pub async fn hold(tx: &mut Tx, key: &Key, until: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update attempts set until = $2 where key = $1")
            .bind(key.as_slice()).bind(until).execute(conn).await.map(|_| ())
    })
}

/// Forgets everything held under a key.
pub async fn clear(tx: &mut Tx, key: &Key) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from attempts where key = $1")
            .bind(key.as_slice()).execute(conn).await.map(|_| ())
    })
}

/// Takes one try back.
pub async fn take_back(tx: &mut Tx, key: &Key) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update attempts set failures = failures - 1 where key = $1 and failures > 0")
            .bind(key.as_slice()).execute(conn).await.map(|_| ())
    })
}

/// Takes one try back with the wait it brought: the next one is heard from now on.
pub async fn undo(tx: &mut Tx, key: &Key, now: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update attempts set failures = failures - 1, until = $2
             where key = $1 and failures > 0",
        )
        .bind(key.as_slice()).bind(now).execute(conn).await.map(|_| ())
    })
}

/// Forgets what nobody was held by since a moment.
pub async fn forget_before(tx: &mut Tx, moment: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from attempts where until < $1")
            .bind(moment).execute(conn).await.map(|_| ())
    })
}
