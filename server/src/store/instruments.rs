//! Question sets: taken in at start, frozen from their first ballot.

use domain::Instrument;

use super::{Db, Tx, reading, settings, within};
use crate::error::Error;

/// Takes in question sets; refuses one that changed under a version some ballot used.
///
/// Nothing is changed unless every set can be taken.
pub async fn take_in(db: &Db, sets: &[Instrument]) -> Result<(), Error> {
    let mut changed = Vec::new();
    for set in sets {
        let content = serde_json::to_string(set)
            .map_err(|error| Error::said(format!("instrument {}: {error}", set.key())))?;
        match stored(db, set).await? {
            Some((_, same)) if same == content => {}
            Some((id, _)) if used(db, id).await? => {
                return Err(Error::said(format!(
                    "instrument {} is frozen, ballots were given under it: put the change in a file with version {}",
                    set.key(),
                    set.version + 1
                )));
            }
            _ => changed.push((set, content)),
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    settings::books_changed(&mut tx).await?;
    for (set, content) in changed {
        put(&mut tx, set, &content).await?;
    }
    Ok(tx.commit().await?)
}

async fn stored(db: &Db, set: &Instrument) -> Result<Option<(i64, String)>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as("select id, content from instruments where code = $1 and version = $2")
            .bind(set.code.clone()).bind(i64::from(set.version)).fetch_optional(pool).await
    })
}

async fn used(db: &Db, id: i64) -> Result<bool, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar::<_, i64>(
            "select cast(1 as bigint) from ballots join campaigns on campaigns.id = campaign_id
             where instrument_id = $1 limit 1",
        )
        .bind(id).fetch_optional(pool).await.map(|row| row.is_some())
    })
}

async fn put(tx: &mut Tx, set: &Instrument, content: &str) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into instruments (code, version, content) values ($1, $2, $3)
             on conflict (code, version) do update set content = excluded.content",
        )
        .bind(set.code.clone()).bind(i64::from(set.version)).bind(content)
        .execute(conn).await.map(|_| ())
    })
}

/// The row, code and version of every instrument, as one transaction sees them.
pub async fn all(tx: &mut Tx) -> Result<Vec<(i64, String, i64)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as("select id, code, version from instruments").fetch_all(conn).await
    })
}
