//! Addresses of the office's pages that accounts come back to.

use sqlx::FromRow;

use super::{Tx, within};

/// An address as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct View {
    /// The row's id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// The address.
    pub address: String,
}

/// Those of an account, by name.
pub async fn of(tx: &mut Tx, account: i64) -> Result<Vec<View>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, name, address from saved_views where account_id = $1 order by name, id",
        )
        .bind(account).fetch_all(conn).await
    })
}

/// Adds one; its own id is drawn.
pub async fn add(tx: &mut Tx, account: i64, name: &str, address: &str) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into saved_views (account_id, name, address) values ($1, $2, $3) returning id",
        )
        .bind(account).bind(name.to_owned()).bind(address.to_owned()).fetch_one(conn).await
    })
}

/// Renames one of an account; whether it is there.
pub async fn rename(tx: &mut Tx, account: i64, id: i64, name: &str) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update saved_views set name = $3 where id = $2 and account_id = $1")
            .bind(account).bind(id).bind(name.to_owned()).execute(conn).await
            .map(|done| done.rows_affected() == 1)
    })
}

/// Takes one of an account away; whether it was there.
pub async fn remove(tx: &mut Tx, account: i64, id: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from saved_views where id = $2 and account_id = $1")
            .bind(account).bind(id).execute(conn).await.map(|done| done.rows_affected() == 1)
    })
}
