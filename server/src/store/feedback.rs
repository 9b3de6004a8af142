//! Feedback: cases, their logs, and the words beside them.

pub mod beside;
pub mod calls;
pub mod cases;
pub mod counters;
pub mod facts;
pub mod lessons;
pub mod list;
pub mod log;
pub mod published;
pub mod pushed;
pub mod requests;
pub mod sending;

use std::collections::BTreeMap;

use domain::feedback::clock::Class;
use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// A deadline class as it is stored.
#[derive(FromRow)]
struct StoredClass {
    code: String,
    refuse: i64,
    ask: i64,
    resolve: i64,
    publish: i64,
    wait: i64,
    is_extended_by_waiting: i64,
    reopen: i64,
    escalate: i64,
}

/// Every deadline class, by its code.
pub async fn classes(db: &Db) -> Result<BTreeMap<String, Class>, sqlx::Error> {
    let rows: Vec<StoredClass> = reading!(db, pool => {
        sqlx::query_as(
            "select code, refuse, ask, resolve, publish, wait, is_extended_by_waiting, reopen,
                    escalate
             from deadline_classes",
        )
        .fetch_all(pool).await?
    });
    Ok(rows.into_iter().map(|row| (row.code.clone(), row.into())).collect())
}

impl From<StoredClass> for Class {
    fn from(row: StoredClass) -> Self {
        let days = |number| u32::try_from(number).unwrap_or_default();
        Self {
            refuse: days(row.refuse),
            ask: days(row.ask),
            resolve: days(row.resolve),
            publish: days(row.publish),
            wait: days(row.wait),
            is_extended_by_waiting: row.is_extended_by_waiting == 1,
            reopen: days(row.reopen),
            escalate: days(row.escalate),
            code: row.code,
        }
    }
}

/// The case of a sender's id, with the hash of what it said.
pub async fn by_id(tx: &mut Tx, id: uuid::Uuid) -> Result<Option<(i64, Vec<u8>)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as("select number, content_hash from feedback where id = $1")
            .bind(id).fetch_optional(conn).await
    })
}
