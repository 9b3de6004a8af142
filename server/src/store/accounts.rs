//! Accounts: who works here, and how they prove it.

use domain::people::standing::Standing;
use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// An account as it is kept.
#[derive(Clone, FromRow)]
pub struct Account {
    /// The row.
    pub id: i64,
    /// What is typed to sign in, in small letters.
    pub name: String,
    /// The person's name.
    pub full_name: String,
    /// The role, as its number.
    pub role: i64,
    /// The unit.
    pub unit_id: Option<i64>,
    /// The password's hash; none until the invitation is taken up.
    pub password: Option<String>,
    /// The second factor's secret, sealed.
    pub totp: Option<Vec<u8>>,
    /// A secret that was shown and not yet proved, sealed.
    pub totp_next: Option<Vec<u8>>,
    /// The last time step that was used.
    pub totp_step: i64,
    /// When it was made, in milliseconds since 1970.
    pub created: i64,
    /// Since when nobody can sign in with it.
    pub disabled: Option<i64>,
    /// How far it can be relied on, as its number.
    pub standing: i64,
}

impl Account {
    /// Whether nobody signs in with it: it is disabled, or a second person has not confirmed it.
    pub fn is_shut(&self) -> bool {
        self.disabled.is_some() || self.standing == Standing::Waiting.number()
    }
}

/// The account of a folded name.
pub async fn named(db: &Db, name: &str) -> Result<Option<Account>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, name, full_name, role, unit_id, password, totp, totp_next, totp_step,
                    created, disabled, standing
             from accounts where name = $1",
        )
        .bind(name).fetch_optional(pool).await
    })
}

/// The account of a row.
pub async fn get(db: &Db, id: i64) -> Result<Option<Account>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, name, full_name, role, unit_id, password, totp, totp_next, totp_step,
                    created, disabled, standing
             from accounts where id = $1",
        )
        .bind(id).fetch_optional(pool).await
    })
}

/// The account of a row, which nobody else changes before the transaction ends.
pub async fn hold(tx: &mut Tx, id: i64) -> Result<Option<Account>, sqlx::Error> {
    // Written as a change because that locks the row in both engines.
    within!(tx, conn => {
        sqlx::query_as(
            "update accounts set created = created where id = $1
             returning id, name, full_name, role, unit_id, password, totp, totp_next, totp_step,
                       created, disabled, standing",
        )
        .bind(id).fetch_optional(conn).await
    })
}

/// Every account, in the order of the names.
pub async fn all(db: &Db) -> Result<Vec<Account>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, name, full_name, role, unit_id, password, totp, totp_next, totp_step,
                    created, disabled, standing
             from accounts order by name",
        )
        .fetch_all(pool).await
    })
}

/// An account to add.
pub struct New<'a> {
    /// The folded name.
    pub name: &'a str,
    /// The person's name.
    pub full_name: &'a str,
    /// The role, as its number.
    pub role: i64,
    /// The unit.
    pub unit: Option<i64>,
    /// The password's hash, if there is one already.
    pub password: Option<&'a str>,
    /// Now, in milliseconds since 1970.
    pub created: i64,
    /// How far it can be relied on.
    pub standing: Standing,
}

/// Adds an account; its row, unless the name is taken.
pub async fn add(tx: &mut Tx, new: &New<'_>) -> Result<Option<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into accounts (name, full_name, role, unit_id, password, created, standing)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict (name) do nothing returning id",
        )
        .bind(new.name).bind(new.full_name).bind(new.role).bind(new.unit).bind(new.password)
        .bind(new.created).bind(new.standing.number())
        .fetch_optional(conn).await
    })
}

/// What can be changed about an account by those who keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountUpdate<'a> {
    /// The person's name.
    pub full_name: &'a str,
    /// The role, as its number.
    pub role: i64,
    /// The unit.
    pub unit: Option<i64>,
    /// Since when nobody can sign in with it.
    pub disabled: Option<i64>,
}

/// Changes an account.
pub async fn change(tx: &mut Tx, id: i64, to: &AccountUpdate<'_>) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update accounts set full_name = $2, role = $3, unit_id = $4, disabled = $5
             where id = $1",
        )
        .bind(id).bind(to.full_name).bind(to.role).bind(to.unit).bind(to.disabled)
        .execute(conn).await.map(|_| ())
    })
}

/// Sets how far an account can be relied on.
pub async fn stand(tx: &mut Tx, id: i64, standing: Standing) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update accounts set standing = $2 where id = $1")
            .bind(id).bind(standing.number()).execute(conn).await.map(|_| ())
    })
}

/// Has nobody sign in with an account from this moment on.
pub async fn disable(tx: &mut Tx, id: i64, moment: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update accounts set disabled = $2 where id = $1 and disabled is null")
            .bind(id).bind(moment).execute(conn).await.map(|_| ())
    })
}

/// Sets the password's hash.
pub async fn set_password(tx: &mut Tx, id: i64, hash: &str) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update accounts set password = $2 where id = $1")
            .bind(id).bind(hash).execute(conn).await.map(|_| ())
    })
}

/// Keeps a second factor's secret that was shown and not yet proved, unless one is in use; whether
/// it was kept.
pub async fn offer_secret(tx: &mut Tx, id: i64, sealed: &[u8]) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update accounts set totp_next = $2 where id = $1 and totp is null")
            .bind(id).bind(sealed).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Takes the secret that was shown into use, with the step of the code that proved it; whether it
/// is still the one that was shown.
pub async fn take_secret(
    tx: &mut Tx,
    id: i64,
    sealed: &[u8],
    step: i64,
) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update accounts set totp = totp_next, totp_next = null, totp_step = $3
             where id = $1 and totp_next = $2 and totp is null",
        )
        .bind(id).bind(sealed).bind(step).execute(conn).await
        .map(|done| done.rows_affected() > 0)
    })
}

/// Takes the second factor away.
pub async fn clear_secret(tx: &mut Tx, id: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update accounts set totp = null, totp_next = null where id = $1")
            .bind(id).execute(conn).await.map(|_| ())
    })
}

/// Uses up a time step and those before it, if the last one is still the one that was read; whether
/// it was.
pub async fn use_step(tx: &mut Tx, id: i64, step: i64, last: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update accounts set totp_step = $2 where id = $1 and totp_step = $3")
            .bind(id).bind(step).bind(last).execute(conn).await
            .map(|done| done.rows_affected() > 0)
    })
}

/// How many accounts of a role can be signed in with.
pub async fn able(tx: &mut Tx, role: i64) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "select cast(count(*) as bigint) from accounts
             where role = $1 and disabled is null and password is not null",
        )
        .bind(role).fetch_one(conn).await
    })
}
