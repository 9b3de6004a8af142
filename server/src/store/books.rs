//! The office's books, read whole: they are small, and every ballot is checked against them.

use domain::{
    Campaign, Catalogue, Channel, Instrument, Sampling, Words,
    catalogue::{ProcedureVersion, ServicePoint, UnitVersion},
    day::{self, Period},
};
use sqlx::FromRow;

use super::{Db, reading};
use crate::error::Error;

/// Reads everything a ballot may refer to.
pub async fn load(db: &Db) -> Result<Catalogue, Error> {
    let mut books = Catalogue::default();
    for (id, content) in instruments(db).await? {
        let set: Instrument = serde_json::from_str(&content).map_err(|error| {
            Error::said(format!("stored instrument {id} cannot be read: {error}"))
        })?;
        books.instruments.insert(id, set);
    }
    books.campaigns = campaigns(db).await?.into_iter().map(|c| (c.code.clone(), c)).collect();
    books.service_points = points(db).await?.into_iter().map(|p| (p.code.clone(), p)).collect();
    books.units = units(db).await?;
    books.procedures = procedures(db).await?;
    // Databases sort text by rules of their own; look-ups here need the plain order of bytes.
    books.units.sort_by(|a, b| (&a.code, a.period.from).cmp(&(&b.code, b.period.from)));
    books.procedures.sort_by(|a, b| (&a.code, a.period.from).cmp(&(&b.code, b.period.from)));
    Ok(books)
}

/// The period behind two stored days.
pub(super) fn period(from: i64, to: Option<i64>) -> Result<Period, Error> {
    let broken = || Error::said(format!("a stored day is no day: {from} to {to:?}"));
    Ok(Period {
        from: day::from_number(from).ok_or_else(broken)?,
        to: to.map(|to| day::from_number(to).ok_or_else(broken)).transpose()?,
    })
}

async fn instruments(db: &Db) -> Result<Vec<(i64, String)>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as("select id, content from instruments").fetch_all(pool).await
    })
}

#[derive(FromRow)]
struct UnitRow {
    id: i64,
    unit_id: i64,
    code: String,
    name_vi: String,
    name_en: String,
    parent_id: Option<i64>,
    valid_from: i64,
    valid_to: Option<i64>,
    note: String,
}

async fn units(db: &Db) -> Result<Vec<UnitVersion>, Error> {
    let rows: Vec<UnitRow> = reading!(db, pool => {
        sqlx::query_as(
            "select id, unit_id, code, name_vi, name_en, parent_id, valid_from, valid_to, note
             from unit_versions",
        )
        .fetch_all(pool).await?
    });
    rows.into_iter()
        .map(|row| {
            Ok(UnitVersion {
                id: row.id,
                unit: row.unit_id,
                code: row.code,
                name: Words { vi: row.name_vi, en: row.name_en },
                parent: row.parent_id,
                period: period(row.valid_from, row.valid_to)?,
                note: row.note,
            })
        })
        .collect()
}

#[derive(FromRow)]
struct ProcedureRow {
    procedure_id: i64,
    code: String,
    name_vi: String,
    name_en: String,
    field: String,
    unit_id: Option<i64>,
    days: Option<i64>,
    valid_from: i64,
    valid_to: Option<i64>,
    note: String,
}

async fn procedures(db: &Db) -> Result<Vec<ProcedureVersion>, Error> {
    let rows: Vec<ProcedureRow> = reading!(db, pool => {
        sqlx::query_as(
            "select procedure_id, code, name_vi, name_en, field, unit_id, days, valid_from,
                    valid_to, note
             from procedure_versions",
        )
        .fetch_all(pool).await?
    });
    rows.into_iter()
        .map(|row| {
            Ok(ProcedureVersion {
                procedure: row.procedure_id,
                code: row.code,
                name: Words { vi: row.name_vi, en: row.name_en },
                field: row.field,
                unit: row.unit_id,
                days: row.days,
                period: period(row.valid_from, row.valid_to)?,
                note: row.note,
            })
        })
        .collect()
}

#[derive(FromRow)]
struct PointRow {
    id: i64,
    code: String,
    name_vi: String,
    name_en: String,
    channel: i64,
    valid_from: i64,
    valid_to: Option<i64>,
}

async fn points(db: &Db) -> Result<Vec<ServicePoint>, Error> {
    let rows: Vec<PointRow> = reading!(db, pool => {
        sqlx::query_as(
            "select id, code, name_vi, name_en, channel, valid_from, valid_to from service_points",
        )
        .fetch_all(pool).await?
    });
    rows.into_iter()
        .map(|row| {
            Ok(ServicePoint {
                id: row.id,
                code: row.code,
                name: Words { vi: row.name_vi, en: row.name_en },
                channel: Channel::from_number(row.channel).ok_or_else(unknown_number)?,
                period: period(row.valid_from, row.valid_to)?,
            })
        })
        .collect()
}

#[derive(FromRow)]
struct CampaignRow {
    id: i64,
    code: String,
    title_vi: String,
    title_en: String,
    instrument_id: i64,
    unit_id: Option<i64>,
    channel: i64,
    sampling: i64,
    valid_from: i64,
    valid_to: Option<i64>,
}

async fn campaigns(db: &Db) -> Result<Vec<Campaign>, Error> {
    let rows: Vec<CampaignRow> = reading!(db, pool => {
        sqlx::query_as(
            "select id, code, title_vi, title_en, instrument_id, unit_id, channel, sampling,
                    valid_from, valid_to
             from campaigns",
        )
        .fetch_all(pool).await?
    });
    rows.into_iter()
        .map(|row| {
            Ok(Campaign {
                id: row.id,
                code: row.code,
                title: Words { vi: row.title_vi, en: row.title_en },
                instrument: row.instrument_id,
                period: period(row.valid_from, row.valid_to)?,
                sampling: Sampling::from_number(row.sampling).ok_or_else(unknown_number)?,
                channel: Channel::from_number(row.channel).ok_or_else(unknown_number)?,
                unit: row.unit_id,
            })
        })
        .collect()
}

pub(super) fn unknown_number() -> Error {
    Error::said("a stored channel or sampling kind is not known to this program: use a newer one")
}
