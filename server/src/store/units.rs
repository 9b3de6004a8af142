//! Units: identities with versions.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{books::catalogue::UnitVersion, day};
use sqlx::FromRow;

use super::{Tx, within};

/// A row as it is stored.
#[derive(FromRow)]
pub(super) struct StoredUnit {
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
pub(super) async fn rows(tx: &mut Tx) -> Result<Vec<StoredUnit>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, unit_id, code, name_vi, name_en, parent_id, valid_from, valid_to, decision,
                    note
             from unit_versions",
        )
        .fetch_all(conn).await
    })
}

/// A new identity.
pub async fn create(tx: &mut Tx) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("insert into units default values returning id").fetch_one(conn).await
    })
}

/// Writes a version of a unit; the one with the same code and first day is replaced. Its row.
pub async fn put(tx: &mut Tx, version: &UnitVersion) -> Result<i64, sqlx::Error> {
    let UnitVersion { code, name, period, .. } = version;
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into unit_versions (unit_id, code, name_vi, name_en, parent_id, valid_from,
                valid_to, decision, note)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (code, valid_from) do update set name_vi = excluded.name_vi,
                name_en = excluded.name_en, parent_id = excluded.parent_id,
                valid_to = excluded.valid_to, decision = excluded.decision, note = excluded.note
             returning id",
        )
        .bind(version.unit).bind(code.clone()).bind(name.vi.clone()).bind(name.en.clone())
        .bind(version.parent).bind(day::number(period.from)).bind(period.to.map(day::number))
        .bind(version.decision.clone()).bind(version.note.clone())
        .fetch_one(conn).await
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
