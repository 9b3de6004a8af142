//! The register of difficulties.

use sqlx::FromRow;

use super::{Tx, within};

/// A difficulty as it is stored; days are `YYYYMMDD`.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Difficulty {
    /// The row's id.
    pub id: i64,
    /// The unit's identity.
    pub unit_id: i64,
    /// What it is.
    pub text: String,
    /// Who answers for it.
    pub owner: String,
    /// Until when it shall be mended.
    pub due: i64,
    /// The day it was registered.
    pub opened: i64,
    /// The day it was closed.
    pub closed: Option<i64>,
    /// What was decided; empty while it is open.
    pub decision: String,
}

/// Every difficulty, the first due first.
pub async fn all(tx: &mut Tx) -> Result<Vec<Difficulty>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, unit_id, text, owner, due, opened, closed, decision from difficulties
             order by due, id",
        )
        .fetch_all(conn).await
    })
}

/// One difficulty.
pub async fn one(tx: &mut Tx, id: i64) -> Result<Option<Difficulty>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, unit_id, text, owner, due, opened, closed, decision from difficulties
             where id = $1",
        )
        .bind(id).fetch_optional(conn).await
    })
}

/// Adds a difficulty; its own id is drawn.
pub async fn add(tx: &mut Tx, new: &Difficulty) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into difficulties (unit_id, text, owner, due, opened, decision)
             values ($1, $2, $3, $4, $5, '') returning id",
        )
        .bind(new.unit_id).bind(new.text.clone()).bind(new.owner.clone()).bind(new.due)
        .bind(new.opened).fetch_one(conn).await
    })
}

/// Closes a difficulty, unless somebody did before; whether this did it.
pub async fn close(tx: &mut Tx, id: i64, day: i64, decision: &str) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update difficulties set closed = $2, decision = $3 where id = $1 and closed is null")
            .bind(id).bind(day).bind(decision).execute(conn).await
            .map(|done| done.rows_affected() == 1)
    })
}
