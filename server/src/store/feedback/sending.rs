//! What the sender of a case brings and comes back for: ids by their place, agreements.

use domain::ballot::consent::Consent;
use uuid::Uuid;

use super::super::{Db, Tx, reading, within};

/// Some ids between two, both included, in their order. A page that is not full is the last.
pub async fn ids(db: &Db, first: Uuid, last: Uuid, most: usize) -> Result<Vec<Uuid>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select id from feedback where id between $1 and $2 order by id limit $3")
            .bind(first).bind(last).bind(i64::try_from(most).unwrap_or(i64::MAX))
            .fetch_all(pool).await
    })
}

/// The hash of what a sender's id said first.
pub async fn hash_of(db: &Db, id: Uuid) -> Result<Option<Vec<u8>>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select content_hash from feedback where id = $1")
            .bind(id).fetch_optional(pool).await
    })
}

/// Notes what the sender of a case agreed to.
pub async fn add_consent(tx: &mut Tx, case: i64, given: &Consent) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("insert into feedback_consents (feedback, purpose, version) values ($1, $2, $3)")
            .bind(case).bind(given.purpose.clone()).bind(given.version)
            .execute(conn).await.map(|_| ())
    })
}
