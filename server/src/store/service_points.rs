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
    pub(super) kiosk: i64,
}

/// Every row.
pub(super) async fn rows(tx: &mut Tx) -> Result<Vec<StoredServicePoint>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, code, name_vi, name_en, channel, valid_from, valid_to, kiosk
             from service_points",
        )
        .fetch_all(conn).await
    })
}

/// Raises the number in the signed address of a service point's device.
pub async fn raise_kiosk(tx: &mut Tx, point: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update service_points set kiosk = kiosk + 1 where id = $1")
            .bind(point).execute(conn).await.map(|_| ())
    })
}

/// Which units, or which procedures, each service point serves: its row and their identities.
pub(super) async fn served(tx: &mut Tx, what: Served) -> Result<Vec<(i64, i64)>, sqlx::Error> {
    let all = match what {
        Served::Units => "select service_point_id, unit_id from served_units order by unit_id",
        Served::Procedures => {
            "select service_point_id, procedure_id from served_procedures order by procedure_id"
        }
    };
    within!(tx, conn => sqlx::query_as(all).fetch_all(conn).await)
}

/// What a service point may name.
#[derive(Clone, Copy, Debug)]
pub(super) enum Served {
    /// Units.
    Units,
    /// Procedures.
    Procedures,
}

/// Writes a service point with what it serves; the one with the same code is replaced. Its row.
pub async fn put(tx: &mut Tx, point: &ServicePoint) -> Result<i64, sqlx::Error> {
    let row = put_row(tx, point).await?;
    let (drop, add) = (
        "delete from served_units where service_point_id = $1",
        "insert into served_units (service_point_id, unit_id) values ($1, $2)",
    );
    put_served(tx, row, (drop, add), &point.units).await?;
    let (drop, add) = (
        "delete from served_procedures where service_point_id = $1",
        "insert into served_procedures (service_point_id, procedure_id) values ($1, $2)",
    );
    put_served(tx, row, (drop, add), &point.procedures).await?;
    Ok(row)
}

async fn put_served(
    tx: &mut Tx,
    row: i64,
    (drop, add): (&'static str, &'static str),
    served: &[i64],
) -> Result<(), sqlx::Error> {
    within!(&mut *tx, conn => sqlx::query(drop).bind(row).execute(conn).await.map(|_| ()))?;
    for one in served {
        let one = *one;
        within!(&mut *tx, conn => {
            sqlx::query(add).bind(row).bind(one).execute(conn).await.map(|_| ())
        })?;
    }
    Ok(())
}

async fn put_row(tx: &mut Tx, point: &ServicePoint) -> Result<i64, sqlx::Error> {
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
