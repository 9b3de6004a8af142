//! Which units came out of which.

use domain::{
    books::lineage::{Descent, Link},
    day,
};

use super::{Tx, values::unknown_number, within};
use crate::error::Error;

/// Every link, in order of days.
pub async fn all(tx: &mut Tx) -> Result<Vec<Link>, Error> {
    let rows: Vec<(i64, i64, i64, i64, String)> = within!(tx, conn => {
        sqlx::query_as(
            "select from_id, to_id, kind, day, decision from lineage order by day, from_id, to_id",
        )
        .fetch_all(conn).await?
    });
    let link = |(from, to, kind, number, decision)| {
        let kind = Descent::from_number(kind).ok_or_else(unknown_number)?;
        let day = day::from_number(number)
            .ok_or_else(|| Error::new(format!("a stored day is no day: {number}")))?;
        Ok(Link { from, to, kind, day, decision })
    };
    rows.into_iter().map(link).collect()
}

/// Adds a link.
pub async fn add(tx: &mut Tx, link: &Link) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into lineage (from_id, to_id, kind, day, decision) values ($1, $2, $3, $4, $5)",
        )
        .bind(link.from).bind(link.to).bind(link.kind.number()).bind(day::number(link.day))
        .bind(link.decision.clone())
        .execute(conn).await.map(|_| ())
    })
}
