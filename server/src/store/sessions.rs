//! Sessions: who is signed in where, found by the hash of a token that only the browser has.

use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// A session with the account behind it, as every call of the office needs it.
#[derive(Clone, Debug, FromRow)]
pub struct Open {
    /// The session's row.
    pub id: i64,
    /// 0 while the second factor is still asked for.
    pub complete: i64,
    /// When it began, in milliseconds since 1970.
    pub begun: i64,
    /// When it was last used, within a minute.
    pub seen: i64,
    /// The account's row.
    pub account_id: i64,
    /// The account's name.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The account's role, as its number.
    pub role: i64,
    /// The account's unit.
    pub unit_id: Option<i64>,
    /// Whether the account has a second factor.
    pub has_totp: bool,
}

/// The session of a token, unless its account was disabled or waits for a second person.
pub async fn open(db: &Db, token_hash: &[u8]) -> Result<Option<Open>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select sessions.id, complete, begun, seen, account_id, name, full_name, role,
                    unit_id,
                    totp is not null as has_totp
             from sessions join accounts on accounts.id = sessions.account_id
             where token_hash = $1 and disabled is null and standing <> 2",
        )
        .bind(token_hash).fetch_optional(pool).await
    })
}

/// A session to begin.
pub struct New<'a> {
    /// The hash of its token.
    pub token_hash: &'a [u8],
    /// The account.
    pub account: i64,
    /// Whether nothing more is asked for.
    pub complete: bool,
    /// Now, in milliseconds since 1970.
    pub moment: i64,
    /// Browser and system in two words.
    pub device: &'a str,
}

/// Begins a session.
pub async fn begin(tx: &mut Tx, new: &New<'_>) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into sessions (token_hash, account_id, complete, begun, seen, device)
             values ($1, $2, $3, $4, $4, $5)",
        )
        .bind(new.token_hash).bind(new.account).bind(i64::from(new.complete)).bind(new.moment)
        .bind(new.device)
        .execute(conn).await.map(|_| ())
    })
}

/// Notes that a session was used.
pub async fn touch(db: &Db, id: i64, moment: i64) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    within!(&mut tx, conn => {
        sqlx::query("update sessions set seen = $2 where id = $1")
            .bind(id).bind(moment).execute(conn).await.map(|_| ())?
    });
    tx.commit().await
}

/// A session as its owner sees it.
#[derive(Clone, Debug, FromRow)]
pub struct OpenSession {
    /// The session's row.
    pub id: i64,
    /// Browser and system in two words.
    pub device: String,
    /// When it began, in milliseconds since 1970.
    pub begun: i64,
    /// When it was last used, within a minute.
    pub seen: i64,
}

/// The complete sessions of an account that were begun and seen after these moments, the last used
/// first.
pub async fn of_account(
    db: &Db,
    account: i64,
    begun: i64,
    seen: i64,
) -> Result<Vec<OpenSession>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, device, begun, seen from sessions
             where account_id = $1 and complete = 1 and begun > $2 and seen > $3
             order by seen desc, id desc",
        )
        .bind(account).bind(begun).bind(seen).fetch_all(pool).await
    })
}

/// Gives a session another token and makes it complete; whether it was still there.
pub async fn rotate(tx: &mut Tx, id: i64, token_hash: &[u8]) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update sessions set token_hash = $2, complete = 1 where id = $1")
            .bind(id).bind(token_hash).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Ends the session of a token, if there is one.
pub async fn end_token(tx: &mut Tx, token_hash: &[u8]) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from sessions where token_hash = $1")
            .bind(token_hash).execute(conn).await.map(|_| ())
    })
}

/// Ends every session that was begun before a moment, whoever's: they opened nothing any more.
pub async fn end_begun_before(tx: &mut Tx, moment: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from sessions where begun < $1")
            .bind(moment).execute(conn).await.map(|_| ())
    })
}

/// Ends one session of an account; whether there was one.
pub async fn end(tx: &mut Tx, account: i64, id: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from sessions where account_id = $1 and id = $2")
            .bind(account).bind(id).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Ends every session of an account.
pub async fn end_all(tx: &mut Tx, account: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from sessions where account_id = $1")
            .bind(account).execute(conn).await.map(|_| ())
    })
}

/// Ends every session of an account but one; how many.
pub async fn end_others(tx: &mut Tx, account: i64, but: i64) -> Result<u64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from sessions where account_id = $1 and id <> $2")
            .bind(account).bind(but).execute(conn).await.map(|done| done.rows_affected())
    })
}
