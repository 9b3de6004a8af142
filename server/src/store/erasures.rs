//! How far the file of what was taken back is known to the database, and what is looked for when an
//! older copy was put back.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Tx, reading, settings, values::Bulk, within};
use crate::keys::Key;

/// How many rows are read at a time.
const PAGE: i64 = 5000;

fn name(file: &str) -> String {
    format!("erasures.{file}")
}

/// The number of the last line of a file that this database knows; none, if it never met the file.
pub async fn place(db: &Db, file: &str) -> Result<Option<i64>, sqlx::Error> {
    Ok(settings::get(db, &name(file)).await?.and_then(|place| place.parse().ok()))
}

/// Notes that the database knows a file up to a line, in the transaction of what the line is about.
pub async fn reached(tx: &mut Tx, file: &str, seq: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into settings (name, value) values ($1, cast($2 as text))
             on conflict (name) do update set value = excluded.value
             where cast(settings.value as bigint) < $2",
        )
        .bind(name(file)).bind(seq).execute(conn).await.map(|_| ())
    })
}

/// The same, also where the database knew more lines than there are.
pub async fn set_place(tx: &mut Tx, file: &str, seq: i64) -> Result<(), sqlx::Error> {
    settings::set(tx, &name(file), &seq.to_string()).await
}

/// The ids of ballots after one, in order.
pub async fn ballots(db: &Db, after: Uuid) -> Result<Vec<Uuid>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select id from ballots where id > $1 order by id limit $2")
            .bind(after).bind(PAGE).fetch_all(pool).await
    })
}

/// The ballots that have a comment, after one, in order.
pub async fn comments(db: &Db, after: Uuid) -> Result<Vec<Uuid>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select ballot_id from comments where ballot_id > $1 order by ballot_id limit $2",
        )
        .bind(after).bind(PAGE).fetch_all(pool).await
    })
}

/// An agreement that holds.
#[derive(FromRow)]
pub struct Agreement {
    /// Its ballot.
    pub ballot_id: Uuid,
    /// What for.
    pub purpose: String,
}

/// The agreements that hold.
pub async fn agreements(db: &Db) -> Result<Vec<Agreement>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as("select ballot_id, purpose from consents where withdrawn is null")
            .fetch_all(pool).await
    })
}

/// What was taken back and is marked so.
#[derive(FromRow)]
pub struct Mark {
    /// The ballot.
    pub ballot_id: Uuid,
    /// 1, if all of it went.
    pub whole: i64,
    /// When.
    pub day: i64,
}

/// Everything that is marked as taken back.
pub async fn marked(db: &Db) -> Result<Vec<Mark>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as("select ballot_id, whole, day from withdrawn").fetch_all(pool).await
    })
}

static KEEP_OUT: Bulk =
    Bulk::new("insert into erased (mark, day)", 2, "on conflict (mark) do nothing");

/// Keeps out what was taken back and is not here.
pub async fn keep_out(tx: &mut Tx, marks: &[(Key, i64)]) -> Result<(), sqlx::Error> {
    for (statement, run) in KEEP_OUT.runs(tx, marks) {
        within!(&mut *tx, conn => {
            let mut query = sqlx::query(statement);
            for (mark, day) in run {
                query = query.bind(mark.to_vec()).bind(*day);
            }
            query.execute(conn).await?;
        });
    }
    Ok(())
}

/// Whatever is kept out.
pub async fn kept_out(db: &Db) -> Result<Vec<Vec<u8>>, sqlx::Error> {
    reading!(db, pool => sqlx::query_scalar("select mark from erased").fetch_all(pool).await)
}
