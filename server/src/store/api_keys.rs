//! Keys of other programs, found by their hash.

use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// A key with the account that made it, as a call with it needs both.
#[derive(Clone, Debug, FromRow)]
pub struct Open {
    /// The key's row.
    pub id: i64,
    /// The unit it is bound to.
    pub bound_to: Option<i64>,
    /// What it may do: names, separated by spaces.
    pub actions: String,
    /// The channel it is for, as its number.
    pub channel: Option<i64>,
    /// When it was last used, within a minute.
    pub used: Option<i64>,
    /// The maker's row.
    pub account_id: i64,
    /// The maker's name.
    pub name: String,
    /// The maker's own name.
    pub full_name: String,
    /// The maker's role, as its number.
    pub role: i64,
    /// The maker's unit.
    pub unit_id: Option<i64>,
    /// Whether the maker has a second factor.
    pub has_totp: bool,
}

/// The key of a hash, unless it ran out, was revoked, or its maker's account was disabled or
/// waits for a second person.
pub async fn open(db: &Db, key_hash: &[u8], now: i64) -> Result<Option<Open>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select api_keys.id, api_keys.unit_id as bound_to, actions, channel, used, account_id, name,
                    full_name, role, accounts.unit_id as unit_id, totp is not null as has_totp
             from api_keys join accounts on accounts.id = api_keys.account_id
             where key_hash = $1 and expires > $2 and revoked is null and disabled is null and standing <> 2",
        )
        .bind(key_hash).bind(now).fetch_optional(pool).await
    })
}

/// Notes that a key was used.
pub async fn touch(db: &Db, id: i64, moment: i64) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    within!(&mut tx, conn => {
        sqlx::query("update api_keys set used = $2 where id = $1")
            .bind(id).bind(moment).execute(conn).await.map(|_| ())?
    });
    tx.commit().await
}

/// A key as it is listed.
#[derive(Clone, Debug, FromRow)]
pub struct ApiKey {
    /// The key's row.
    pub id: i64,
    /// What it is for.
    pub label: String,
    /// The name of the account that made it.
    pub maker: String,
    /// The unit it is bound to.
    pub unit_id: Option<i64>,
    /// What it may do: names, separated by spaces.
    pub actions: String,
    /// The channel it is for, as its number.
    pub channel: Option<i64>,
    /// When it was made.
    pub created: i64,
    /// Until when it opens anything.
    pub expires: i64,
    /// Since when it does not any more.
    pub revoked: Option<i64>,
    /// When it was last used, within a minute.
    pub used: Option<i64>,
}

/// Every key, the newest first.
pub async fn all(db: &Db) -> Result<Vec<ApiKey>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select api_keys.id, label, name as maker, api_keys.unit_id, actions, channel,
                    api_keys.created, expires, revoked, used
             from api_keys join accounts on accounts.id = api_keys.account_id
             order by api_keys.id desc",
        )
        .fetch_all(pool).await
    })
}

/// A key to add.
pub struct New<'a> {
    /// The hash of the key.
    pub key_hash: &'a [u8],
    /// What it is for.
    pub label: &'a str,
    /// The account that makes it.
    pub account: i64,
    /// The unit it is bound to.
    pub unit: Option<i64>,
    /// What it may do: names, separated by spaces.
    pub actions: &'a str,
    /// The channel it is for, as its number.
    pub channel: Option<i64>,
    /// Now.
    pub created: i64,
    /// Until when it opens anything.
    pub expires: i64,
}

/// Adds a key; its row.
pub async fn add(tx: &mut Tx, new: &New<'_>) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into api_keys (key_hash, label, account_id, unit_id, actions, created, expires,
                channel)
             values ($1, $2, $3, $4, $5, $6, $7, $8) returning id",
        )
        .bind(new.key_hash).bind(new.label).bind(new.account).bind(new.unit).bind(new.actions)
        .bind(new.created).bind(new.expires).bind(new.channel)
        .fetch_one(conn).await
    })
}

/// Revokes a key; whether it was still in force.
pub async fn revoke(tx: &mut Tx, id: i64, moment: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update api_keys set revoked = $2 where id = $1 and revoked is null")
            .bind(id).bind(moment).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}
