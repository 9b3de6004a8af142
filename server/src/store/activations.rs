//! Links by which a password is chosen, found by the hash of their token.

use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// Whom a link is for.
#[derive(Clone, Debug, FromRow)]
pub struct Invited {
    /// The account's row.
    pub account_id: i64,
    /// What is typed to sign in.
    pub name: String,
    /// The person's name.
    pub full_name: String,
}

/// Whom a link is for, if it can still be used.
pub async fn open(db: &Db, token_hash: &[u8], now: i64) -> Result<Option<Invited>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select account_id, name, full_name
             from invitations join accounts on accounts.id = invitations.account_id
             where token_hash = $1 and expires > $2 and disabled is null and standing <> 2
               and (confirmation_id is null or exists
                 (select 1 from confirmations where id = confirmation_id and outcome = 2))",
        )
        .bind(token_hash).bind(now).fetch_optional(pool).await
    })
}

/// Adds a link; where a second person has to confirm it, it opens nothing before that.
pub async fn add(
    tx: &mut Tx,
    token_hash: &[u8],
    account: i64,
    expires: i64,
    confirmation: Option<i64>,
) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into invitations (token_hash, account_id, expires, confirmation_id)
             values ($1, $2, $3, $4)",
        )
        .bind(token_hash).bind(account).bind(expires).bind(confirmation).execute(conn).await.map(|_| ())
    })
}

/// Uses a link up; whether it was still there. Two at once cannot both.
pub async fn take(tx: &mut Tx, token_hash: &[u8], now: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "delete from invitations where token_hash = $1 and expires > $2
               and (confirmation_id is null or exists
                 (select 1 from confirmations where id = confirmation_id and outcome = 2))",
        )
        .bind(token_hash).bind(now).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Takes back every link of an account.
pub async fn end_all(tx: &mut Tx, account: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from invitations where account_id = $1")
            .bind(account).execute(conn).await.map(|_| ())
    })
}
