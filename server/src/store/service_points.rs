//! Service points, as an import reads and writes them.

use domain::{Channel, Words, day};
use sqlx::FromRow;

use super::{
    Tx,
    books::{period, unknown_number},
    versions::{Stored, Version},
    within,
};
use crate::error::Error;

/// What a service point is besides its code and days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServicePoint {
    /// What it is called.
    pub name: Words,
    /// How people are served there.
    pub channel: Channel,
}

/// A row as it is stored.
#[derive(FromRow)]
pub(super) struct Row {
    pub(super) id: i64,
    pub(super) code: String,
    pub(super) name_vi: String,
    pub(super) name_en: String,
    pub(super) channel: i64,
    pub(super) valid_from: i64,
    pub(super) valid_to: Option<i64>,
}

/// Every row.
pub(super) async fn rows(tx: &mut Tx) -> Result<Vec<Row>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, code, name_vi, name_en, channel, valid_from, valid_to from service_points",
        )
        .fetch_all(conn).await
    })
}

/// Every service point.
pub async fn all(tx: &mut Tx) -> Result<Vec<Stored<ServicePoint>>, Error> {
    let rows = rows(tx).await?;
    rows.into_iter()
        .map(|row| {
            let content = ServicePoint {
                name: Words { vi: row.name_vi, en: row.name_en },
                channel: Channel::from_number(row.channel).ok_or_else(unknown_number)?,
            };
            let period = period(row.valid_from, row.valid_to)?;
            let version = Version { code: row.code, period, content };
            Ok(Stored { id: row.id, identity: row.id, version })
        })
        .collect()
}

/// Writes a service point; the one with the same code is replaced.
pub async fn put(tx: &mut Tx, point: &Version<ServicePoint>) -> Result<(), sqlx::Error> {
    let Version { code, period, content } = point;
    within!(tx, conn => {
        sqlx::query(
            "insert into service_points (code, name_vi, name_en, channel, valid_from, valid_to)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (code) do update set name_vi = excluded.name_vi,
                name_en = excluded.name_en, channel = excluded.channel,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to",
        )
        .bind(code.clone()).bind(content.name.vi.clone()).bind(content.name.en.clone())
        .bind(content.channel.number())
        .bind(day::number(period.from)).bind(period.to.map(day::number))
        .execute(conn).await.map(|_| ())
    })
}
