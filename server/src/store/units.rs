//! Units: identities with versions, as an import reads and writes them.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{Words, day};
use sqlx::FromRow;

use super::{
    Tx,
    books::period,
    versions::{Stored, Version},
    within,
};
use crate::error::Error;

/// What a version of a unit says besides its code and days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The name in that time.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The number of the decision that made it so.
    pub decision: String,
    /// What readers should know about this entry.
    pub note: String,
}

/// A row as it is stored.
#[derive(FromRow)]
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) unit_id: i64,
    pub(super) code: String,
    pub(super) name_vi: String,
    pub(super) name_en: String,
    pub(super) parent_id: Option<i64>,
    pub(super) valid_from: i64,
    pub(super) valid_to: Option<i64>,
    pub(super) decision: String,
    pub(super) note: String,
}

/// Every row.
pub(super) async fn rows(tx: &mut Tx) -> Result<Vec<Row>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, unit_id, code, name_vi, name_en, parent_id, valid_from, valid_to, decision,
                    note
             from unit_versions",
        )
        .fetch_all(conn).await
    })
}

/// Every version of every unit.
pub async fn all(tx: &mut Tx) -> Result<Vec<Stored<Unit>>, Error> {
    let mut rows = rows(tx).await?;
    // A unit above goes by its newest code.
    rows.sort_by_key(|row| row.valid_from);
    let codes: HashMap<i64, String> =
        rows.iter().map(|row| (row.unit_id, row.code.clone())).collect();
    rows.into_iter()
        .map(|row| {
            let content = Unit {
                name: Words { vi: row.name_vi, en: row.name_en },
                parent: row.parent_id.and_then(|id| codes.get(&id).cloned()),
                decision: row.decision,
                note: row.note,
            };
            let period = period(row.valid_from, row.valid_to)?;
            let version = Version { code: row.code, period, content };
            Ok(Stored { id: row.id, identity: row.unit_id, version })
        })
        .collect()
}

/// A new identity.
pub async fn create(tx: &mut Tx) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("insert into units default values returning id").fetch_one(conn).await
    })
}

/// Writes a version of a unit; the one with the same code and first day is replaced.
pub async fn put(
    tx: &mut Tx,
    unit: i64,
    parent: Option<i64>,
    version: &Version<Unit>,
) -> Result<(), sqlx::Error> {
    let Version { code, period, content } = version;
    within!(tx, conn => {
        sqlx::query(
            "insert into unit_versions (unit_id, code, name_vi, name_en, parent_id, valid_from,
                valid_to, decision, note)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (code, valid_from) do update set name_vi = excluded.name_vi,
                name_en = excluded.name_en, parent_id = excluded.parent_id,
                valid_to = excluded.valid_to, decision = excluded.decision, note = excluded.note",
        )
        .bind(unit).bind(code.clone()).bind(content.name.vi.clone()).bind(content.name.en.clone())
        .bind(parent).bind(day::number(period.from)).bind(period.to.map(day::number))
        .bind(content.decision.clone()).bind(content.note.clone())
        .execute(conn).await.map(|_| ())
    })
}

/// The last day with a ballot for each version that any ballot is stamped with.
///
/// Read from the day tallies: they agree with the ballots and are far fewer.
pub async fn last_days(tx: &mut Tx) -> Result<HashMap<i64, NaiveDate>, sqlx::Error> {
    let rows: Vec<(i64, i64)> = within!(tx, conn => {
        sqlx::query_as(
            "select unit_version_id, max(period) from tallies
             where period > 1000000 and unit_version_id > 0 group by unit_version_id",
        )
        .fetch_all(conn).await?
    });
    Ok(rows.into_iter().filter_map(|(id, last)| Some((id, day::from_number(last)?))).collect())
}
