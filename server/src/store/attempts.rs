//! Tries that are held against somebody, under keyed hashes.

use super::{Tx, within};
use crate::keys::Key;

/// How tries are held: all of it in milliseconds but `free`.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The time.
    pub now: i64,
    /// Nothing is held any more that nobody was held by since this moment.
    pub forgotten: i64,
    /// So many tries bring no wait.
    pub free: i64,
    /// No wait is longer.
    pub longest: i64,
}

/// Counts a try and gives their number, if the next one is heard by now. In PostgreSQL the row stays
/// locked until the transaction ends.
///
/// A clock may have run ahead when a wait was written. What no wait could bring is as good as over,
/// and the try that finds it is heard.
pub async fn count(tx: &mut Tx, key: &Key, rule: Rule) -> Result<Option<i64>, sqlx::Error> {
    let Rule { now, forgotten, free, longest } = rule;
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into attempts (key, failures, until) values ($1, 1, $2)
             on conflict (key) do update set
                 failures = case when attempts.until < $3 then 1 else attempts.failures + 1 end,
                 until = case when attempts.until > $2 then $2 else attempts.until end
             where attempts.until <= $2 or attempts.until > $2 + $4 or attempts.failures < $5
             returning failures",
        )
        .bind(key.as_slice()).bind(now).bind(forgotten).bind(longest).bind(free)
        .fetch_optional(conn).await
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
