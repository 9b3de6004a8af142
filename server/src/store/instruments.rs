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
        match stored(db, set).await? {
            Some((_, content)) if says(&content, set) => {}
            Some((id, _)) if used(db, id).await? => {
                return Err(Error::new(format!(
                    "instrument {} is frozen, ballots were given under it: put the change in a file with version {}",
                    set.key(),
                    set.version + 1
                )));
            }
            _ => changed.push(set),
        }
    }
    if changed.is_empty() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    settings::books_changed(&mut tx).await?;
    for set in changed {
        let content = serde_json::to_string(set)
            .map_err(|error| Error::new(format!("instrument {}: {error}", set.key())))?;
        put(&mut tx, set, &content).await?;
    }
    Ok(tx.commit().await?)
}

/// Whether a stored text says the same as a set, even if another program wrote it differently.
fn says(content: &str, set: &Instrument) -> bool {
    serde_json::from_str::<Instrument>(content).is_ok_and(|stored| stored == *set)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::tests::{TREE, ballot, units, world};

    /// Writes a stored set as a program would that knows fewer fields.
    async fn write_shorter(db: &Db) {
        let mut tx = db.begin().await.unwrap();
        let shorter = "update instruments set content = replace(content, $1, '')";
        within!(&mut tx, conn => {
            sqlx::query(shorter).bind(",\"may_not_apply\":false").execute(conn).await.unwrap();
        });
        tx.commit().await.unwrap();
    }

    #[tokio::test]
    async fn a_used_set_is_frozen_in_what_it_says_and_not_in_how_it_is_written() {
        let (_folder, db) = world().await;
        units(&db, TREE).await;
        ballot(&db, "2026-03-31").await;
        let mut set: Instrument =
            serde_json::from_str(domain::ballot::instrument::BUILT_IN[3]).unwrap();
        write_shorter(&db).await;
        let (_, content) = stored(&db, &set).await.unwrap().unwrap();
        assert!(!content.contains("\"may_not_apply\":false"), "{content}");
        take_in(&db, std::slice::from_ref(&set)).await.unwrap();
        set.items[0].text.vi.push('?');
        let refused = take_in(&db, &[set]).await.unwrap_err().to_string();
        assert!(refused.contains("quick/2 is frozen"), "{refused}");
    }
}
