//! What a body of another system said when it sent a case, as hashes field by field.

use super::super::{Tx, within};

/// Keeps them with the case.
pub async fn add(tx: &mut Tx, case: i64, fields: &[u8]) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("insert into feedback_pushed (feedback, fields) values ($1, $2)")
            .bind(case).bind(fields.to_vec()).execute(conn).await.map(|_| ())
    })
}

/// Those of a case; none where it came another way.
pub async fn of(tx: &mut Tx, case: i64) -> Result<Option<Vec<u8>>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select fields from feedback_pushed where feedback = $1")
            .bind(case).fetch_optional(conn).await
    })
}
