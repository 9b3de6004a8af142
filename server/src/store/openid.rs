//! Who opens which account by way of the OpenID Connect provider, under keyed hashes.

use super::{Db, Tx, reading, within};
use crate::keys::Key;

/// The account that somebody at the provider opens.
pub async fn account(tx: &mut Tx, subject: &Key) -> Result<Option<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select account_id from openid_links where subject_hash = $1")
            .bind(subject.as_slice()).fetch_optional(conn).await
    })
}

/// Whether anybody at the provider opens an account.
pub async fn is_linked(db: &Db, account: i64) -> Result<bool, sqlx::Error> {
    let linked: Option<i64> = reading!(db, pool => {
        sqlx::query_scalar("select linked from openid_links where account_id = $1")
            .bind(account).fetch_optional(pool).await?
    });
    Ok(linked.is_some())
}

/// Links somebody to an account, unless either is linked already; whether it was done.
pub async fn link(
    tx: &mut Tx,
    subject: &Key,
    account: i64,
    moment: i64,
) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into openid_links (subject_hash, account_id, linked) values ($1, $2, $3)
             on conflict do nothing",
        )
        .bind(subject.as_slice()).bind(account).bind(moment)
        .execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Takes an account's link away; whether there was one.
pub async fn unlink(tx: &mut Tx, account: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from openid_links where account_id = $1")
            .bind(account).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}
