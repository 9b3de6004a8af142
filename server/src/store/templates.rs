//! Texts that answers begin with.

use sqlx::FromRow;

use super::{Tx, within};

/// A text as it is stored.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Template {
    /// The row's id.
    pub id: i64,
    /// The unit's identity; none: the whole house's.
    pub unit_id: Option<i64>,
    /// What it is for.
    pub title: String,
    /// The text.
    pub text: String,
}

/// Every text, by title.
pub async fn all(tx: &mut Tx) -> Result<Vec<Template>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as("select id, unit_id, title, text from reply_templates order by title, id")
            .fetch_all(conn).await
    })
}

/// Adds a text; its own id is drawn.
pub async fn add(tx: &mut Tx, new: &Template) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into reply_templates (unit_id, title, text) values ($1, $2, $3) returning id",
        )
        .bind(new.unit_id).bind(new.title.clone()).bind(new.text.clone()).fetch_one(conn).await
    })
}

/// Changes a text.
pub async fn set(tx: &mut Tx, id: i64, title: &str, text: &str) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update reply_templates set title = $2, text = $3 where id = $1")
            .bind(id).bind(title.to_owned()).bind(text.to_owned()).execute(conn).await.map(|_| ())
    })
}

/// Takes a text away.
pub async fn remove(tx: &mut Tx, id: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("delete from reply_templates where id = $1")
            .bind(id).execute(conn).await.map(|_| ())
    })
}
