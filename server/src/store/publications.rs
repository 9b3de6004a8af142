//! Publications: written once, read ever after.

use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// What a publication is, without its tables.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Head {
    /// The row's id.
    pub id: i64,
    /// The period scheme.
    pub scheme: String,
    /// The period, as it is written.
    pub period: String,
    /// The version, from 1.
    pub version: i64,
    /// Why there is another version.
    pub note: String,
    /// When it was made, in milliseconds since 1970.
    pub frozen: i64,
    /// The first day that counts in it, `YYYYMMDD`.
    pub first_day: i64,
    /// The last one.
    pub last_day: i64,
    /// The whole of each question set, as JSON.
    pub summary: String,
    /// SHA-256 of what everybody reads.
    pub hash: Vec<u8>,
}

/// A publication to be kept; its id is drawn.
#[derive(Clone, Debug)]
pub struct New {
    /// What it is.
    pub head: Head,
    /// Every published row, as JSON.
    pub tables: String,
    /// The counts behind them, as JSON.
    pub sheets: String,
}

/// The columns of a [`Head`].
macro_rules! heads {
    ($rest:literal) => {
        concat!(
            "select id, scheme, period, version, note, frozen, first_day, last_day, summary, hash
             from publications ",
            $rest
        )
    };
}

/// Every publication, the newest days first and of a period the newest version first.
pub async fn all(db: &Db) -> Result<Vec<Head>, sqlx::Error> {
    const ALL: &str = heads!("order by last_day desc, first_day desc, version desc, id desc");
    reading!(db, pool => sqlx::query_as(ALL).fetch_all(pool).await)
}

/// The same, as a transaction sees them.
pub async fn all_in(tx: &mut Tx) -> Result<Vec<Head>, sqlx::Error> {
    const ALL: &str = heads!("order by last_day desc, first_day desc, version desc, id desc");
    within!(tx, conn => sqlx::query_as(ALL).fetch_all(conn).await)
}

/// The tables of a publication.
pub async fn tables(db: &Db, id: i64) -> Result<Option<String>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select tables from publications where id = $1")
            .bind(id).fetch_optional(pool).await
    })
}

/// The counts behind a publication.
pub async fn sheets(tx: &mut Tx, id: i64) -> Result<Option<String>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select sheets from publications where id = $1")
            .bind(id).fetch_optional(conn).await
    })
}

/// Keeps a publication, unless somebody kept that version of the period before; its id.
pub async fn add(tx: &mut Tx, new: &New) -> Result<Option<i64>, sqlx::Error> {
    let head = &new.head;
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into publications (scheme, period, version, note, frozen, first_day, last_day,
                 summary, tables, sheets, hash)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
             on conflict (scheme, period, version) do nothing returning id",
        )
        .bind(head.scheme.clone()).bind(head.period.clone()).bind(head.version)
        .bind(head.note.clone()).bind(head.frozen).bind(head.first_day).bind(head.last_day)
        .bind(head.summary.clone()).bind(new.tables.clone()).bind(new.sheets.clone())
        .bind(head.hash.clone()).fetch_optional(conn).await
    })
}
