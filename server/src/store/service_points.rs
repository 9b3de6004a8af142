//! Service points.

use domain::{books::catalogue::ServicePoint, day};
use sqlx::FromRow;

use super::{Tx, within};

/// A row as it is stored.
#[derive(FromRow)]
pub(super) struct StoredServicePoint {
    pub(super) id: i64,
    pub(super) code: String,
    pub(super) name_vi: String,
    pub(super) name_en: String,
    pub(super) channel: i64,
    pub(super) valid_from: i64,
    pub(super) valid_to: Option<i64>,
}

/// Every row.
pub(super) async fn rows(tx: &mut Tx) -> Result<Vec<StoredServicePoint>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, code, name_vi, name_en, channel, valid_from, valid_to from service_points",
        )
        .fetch_all(conn).await
    })
}

/// Writes a service point; the one with the same code is replaced. Its row.
pub async fn put(tx: &mut Tx, point: &ServicePoint) -> Result<i64, sqlx::Error> {
    let ServicePoint { code, name, channel, period, .. } = point;
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into service_points (code, name_vi, name_en, channel, valid_from, valid_to)
             values ($1, $2, $3, $4, $5, $6)
             on conflict (code) do update set name_vi = excluded.name_vi,
                name_en = excluded.name_en, channel = excluded.channel,
                valid_from = excluded.valid_from, valid_to = excluded.valid_to
             returning id",
        )
        .bind(code.clone()).bind(name.vi.clone()).bind(name.en.clone()).bind(channel.number())
        .bind(day::number(period.from)).bind(period.to.map(day::number))
        .fetch_one(conn).await
    })
}
