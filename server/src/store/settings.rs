//! Facts about the database itself, by name.

use domain::office::OfficeSettings;

use super::{Db, Tx, reading, within};
use crate::error::Error;

/// Present where the database holds demo data.
pub const DEMO: &str = "demo";
/// Grows whenever the books change.
pub const BOOKS: &str = "books";
/// The setting that is written only to see whether anything can be.
const MARK: &str = "mark";
/// The office's own settings, as JSON.
pub const OFFICE: &str = "office";

/// The value of a setting.
pub async fn get(db: &Db, name: &str) -> Result<Option<String>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select value from settings where name = $1")
            .bind(name).fetch_optional(pool).await
    })
}

/// The office's own settings, or the usual ones.
pub async fn office(db: &Db) -> Result<OfficeSettings, Error> {
    read(get(db, OFFICE).await?)
}

/// The same, as a transaction sees them.
pub async fn office_in(tx: &mut Tx) -> Result<OfficeSettings, Error> {
    let text = within!(tx, conn => {
        sqlx::query_scalar("select value from settings where name = $1")
            .bind(OFFICE).fetch_optional(conn).await?
    });
    read(text)
}

fn read(text: Option<String>) -> Result<OfficeSettings, Error> {
    let Some(text) = text else { return Ok(OfficeSettings::default()) };
    serde_json::from_str(&text)
        .map_err(|error| Error::new(format!("the stored office settings cannot be read: {error}")))
}

/// Sets a setting.
pub async fn set(tx: &mut Tx, name: &str, value: &str) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into settings (name, value) values ($1, $2)
             on conflict (name) do update set value = excluded.value",
        )
        .bind(name).bind(value).execute(conn).await.map(|_| ())
    })
}

/// Sets a setting that has no value yet; its value then, whoever set it.
pub async fn keep_first(tx: &mut Tx, name: &str, value: &str) -> Result<String, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into settings (name, value) values ($1, $2)
             on conflict (name) do update set value = settings.value returning value",
        )
        .bind(name).bind(value).fetch_one(conn).await
    })
}

/// Writes a mark and commits it, to see whether anything can be kept; it is another one each time.
pub async fn mark(db: &Db) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    within!(&mut tx, conn => {
        sqlx::query(
            "insert into settings (name, value) values ($1, '0') on conflict (name)
             do update set value = case settings.value when '0' then '1' else '0' end",
        )
        .bind(MARK).execute(conn).await.map(|_| ())?
    });
    tx.commit().await
}

/// Marks that the books changed, so that running servers read them again.
pub async fn books_changed(tx: &mut Tx) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into settings (name, value) values ($1, '1') on conflict (name)
             do update set value = cast(cast(settings.value as bigint) + 1 as text)",
        )
        .bind(BOOKS).execute(conn).await.map(|_| ())
    })
}
