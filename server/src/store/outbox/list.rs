//! Notices as administrators see them: how many are how far, which are stuck, and once more.

use sqlx::FromRow;

use super::super::{Db, Tx, reading, within};

/// A notice as it is listed.
#[derive(Clone, Debug, FromRow)]
pub struct Listed {
    /// The row.
    pub id: i64,
    /// The case.
    pub feedback: Option<i64>,
    /// The request.
    pub request_id: Option<i64>,
    /// The number of what it says.
    pub notice: i64,
    /// Whom of staff it is for.
    pub account: Option<String>,
    /// The program it is for.
    pub webhook: Option<String>,
    /// How far it is.
    pub stage: i64,
    /// When it was written.
    pub created: i64,
    /// When it goes out, or is tried again.
    pub due: Option<i64>,
    /// Tries so far.
    pub tries: i64,
    /// When it was sent.
    pub sent: Option<i64>,
    /// Why it did not arrive.
    pub hitch: Option<i64>,
}

/// The columns of a [`Listed`].
macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "select outbox.id, feedback, request_id, notice, accounts.name as account, webhooks.label as webhook,
                    stage, outbox.created, due, tries, sent, hitch
             from outbox left join accounts on accounts.id = account_id
             left join webhooks on webhooks.id = webhook_id ",
            $rest
        )
    };
}

/// How many notices are how far, by the number of their stage.
pub async fn counts(db: &Db) -> Result<Vec<(i64, i64)>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as("select stage, cast(count(*) as bigint) from outbox group by stage")
            .fetch_all(pool).await
    })
}

/// How many notices there are of a stage and of a case; 0 stands for any.
pub async fn count(db: &Db, (stage, case): (i64, i64)) -> Result<i64, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select cast(count(*) as bigint) from outbox
             where ($1 = 0 or stage = $1) and ($2 = 0 or feedback = $2)",
        )
        .bind(stage).bind(case).fetch_one(pool).await
    })
}

/// A page of them, the newest first.
pub async fn page(
    db: &Db,
    (stage, case): (i64, i64),
    (most, after): (i64, i64),
) -> Result<Vec<Listed>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(listed!(
            "where ($1 = 0 or stage = $1) and ($2 = 0 or feedback = $2)
             order by outbox.created desc, outbox.id desc limit $3 offset $4"
        ))
        .bind(stage).bind(case).bind(most).bind(after).fetch_all(pool).await
    })
}

/// One notice.
pub async fn one(tx: &mut Tx, id: i64) -> Result<Option<Listed>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(listed!("where outbox.id = $1")).bind(id).fetch_optional(conn).await
    })
}

/// Sends once more what a person has to decide: what failed, and what may have arrived. One notice,
/// with what went out in the same message, or all of a stage; how many.
pub async fn replay(tx: &mut Tx, (id, stage): (i64, i64), now: i64) -> Result<u64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update outbox set stage = 1, due = $3, tries = 0, unsure = 0, hitch = null
             where (stage = 5 or stage = 4 and due is null)
               and ($1 = 0 or id = $1
                    or batch = (select head.batch from outbox head where head.id = $1))
               and ($2 = 0 or stage = $2)",
        )
        .bind(id).bind(stage).bind(now).execute(conn).await.map(|done| done.rows_affected())
    })
}
