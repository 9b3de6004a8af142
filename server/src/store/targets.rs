//! Targets of indicators.

use sqlx::FromRow;

use super::{Tx, within};

/// A target as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Target {
    /// The row's id.
    pub id: i64,
    /// The indicator's number.
    pub indicator: i64,
    /// The unit; none: the department as a whole.
    pub unit_id: Option<i64>,
    /// The year.
    pub year: i64,
    /// Hundredths of a percent.
    pub value: i64,
    /// Where it is laid down.
    pub basis: String,
}

/// Every target, by year and indicator.
pub async fn all(tx: &mut Tx) -> Result<Vec<Target>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, indicator, unit_id, year, value, basis from targets
             order by year, indicator, id",
        )
        .fetch_all(conn).await
    })
}

/// Adds a target; its own id is drawn.
pub async fn add(tx: &mut Tx, target: &Target) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into targets (indicator, unit_id, year, value, basis)
             values ($1, $2, $3, $4, $5) returning id",
        )
        .bind(target.indicator).bind(target.unit_id).bind(target.year).bind(target.value)
        .bind(target.basis.clone()).fetch_one(conn).await
    })
}

/// Changes what a target says.
pub async fn set(tx: &mut Tx, id: i64, value: i64, basis: &str) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update targets set value = $2, basis = $3 where id = $1")
            .bind(id).bind(value).bind(basis).execute(conn).await.map(|_| ())
    })
}

/// Removes a target.
pub async fn remove(tx: &mut Tx, id: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from targets where id = $1").bind(id).execute(conn).await.map(|_| ())
    })
}
