//! The office's books, read whole: they are small, and every ballot is checked against them. A change
//! writes the rows it touches.

use std::collections::{HashMap, hash_map::Entry};

use domain::{
    Campaign, Catalogue, Channel, Instrument, Sampling, Words,
    books::{
        catalogue::{ProcedureVersion, ServicePoint, UnitVersion},
        draft::{Ballots, Draft},
        edits::Edits,
    },
    day::{self, Period},
};

use super::{
    Db, Tx, campaigns, consents, lineage, procedures,
    service_points::{self, Served},
    units,
    values::unknown_number,
    within,
};
use crate::error::Error;

/// Reads everything a ballot may refer to, as it stood at one moment.
pub async fn load(db: &Db) -> Result<Catalogue, Error> {
    let mut tx = db.snapshot().await?;
    let books = read(&mut tx).await?;
    tx.commit().await?;
    Ok(books)
}

/// Reads everything a ballot may refer to, as a transaction sees it.
pub async fn read(tx: &mut Tx) -> Result<Catalogue, Error> {
    let mut books = Catalogue { lineage: lineage::all(tx).await?, ..Catalogue::default() };
    for (id, content) in instruments(tx).await? {
        let set: Instrument = serde_json::from_str(&content).map_err(|error| {
            Error::new(format!("stored instrument {id} cannot be read: {error}"))
        })?;
        books.instruments.insert(id, set);
    }
    for row in campaigns::rows(tx).await? {
        books.campaigns.insert(row.code.clone(), campaign(row)?);
    }
    for row in service_points::rows(tx).await? {
        books.service_points.insert(row.code.clone(), point(row)?);
    }
    let mut points: HashMap<i64, &mut ServicePoint> =
        books.service_points.values_mut().map(|point| (point.id, point)).collect();
    for (point, unit) in service_points::served(tx, Served::Units).await? {
        points.entry(point).and_modify(|point| point.units.push(unit));
    }
    for (point, procedure) in service_points::served(tx, Served::Procedures).await? {
        points.entry(point).and_modify(|point| point.procedures.push(procedure));
    }
    for row in units::rows(tx).await? {
        books.units.push(unit(row)?);
    }
    for row in procedures::rows(tx).await? {
        books.procedures.push(procedure(row)?);
    }
    books.consent_texts = consents::all(tx).await?;
    // Databases sort text by rules of their own; look-ups here need the plain order of bytes.
    books.units.sort_by(|a, b| (&a.code, a.period.from).cmp(&(&b.code, b.period.from)));
    books.procedures.sort_by(|a, b| (&a.code, a.period.from).cmp(&(&b.code, b.period.from)));
    Ok(books)
}

/// What the ballots that came in say about what a change touches.
pub async fn ballots(tx: &mut Tx, draft: &Draft) -> Result<Ballots, sqlx::Error> {
    let mut ballots = Ballots::default();
    if !draft.units.is_empty() {
        ballots.last_days = units::last_days(tx).await?;
    }
    if !draft.campaigns.is_empty() {
        ballots.campaigns = campaigns::counts(tx).await?;
    }
    Ok(ballots)
}

/// Writes the rows of a change, and draws identities for the new ones; the rows as they stand.
pub async fn write(tx: &mut Tx, mut edits: Edits) -> Result<Edits, sqlx::Error> {
    let (mut drawn_units, mut drawn_procedures) = (HashMap::new(), HashMap::new());
    for number in edits.units.iter().map(|version| version.unit).filter(|number| *number < 0) {
        if let Entry::Vacant(place) = drawn_units.entry(number) {
            place.insert(units::create(tx).await?);
        }
    }
    for number in edits.procedures.iter().map(|it| it.procedure).filter(|number| *number < 0) {
        if let Entry::Vacant(place) = drawn_procedures.entry(number) {
            place.insert(procedures::create(tx).await?);
        }
    }
    edits.identify(&drawn_units, &drawn_procedures);
    for version in &mut edits.units {
        version.id = units::put(tx, version).await?;
    }
    for link in &edits.links {
        lineage::add(tx, link).await?;
    }
    for version in &edits.procedures {
        procedures::put(tx, version).await?;
    }
    for point in &mut edits.service_points {
        point.id = service_points::put(tx, point).await?;
    }
    for campaign in &mut edits.campaigns {
        campaign.id = campaigns::put(tx, campaign).await?;
    }
    Ok(edits)
}

/// The period behind two stored days.
fn period(from: i64, to: Option<i64>) -> Result<Period, Error> {
    let broken = || Error::new(format!("a stored day is no day: {from} to {to:?}"));
    Ok(Period {
        from: day::from_number(from).ok_or_else(broken)?,
        to: to.map(|to| day::from_number(to).ok_or_else(broken)).transpose()?,
    })
}

async fn instruments(tx: &mut Tx) -> Result<Vec<(i64, String)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as("select id, content from instruments").fetch_all(conn).await
    })
}

fn unit(row: units::StoredUnit) -> Result<UnitVersion, Error> {
    Ok(UnitVersion {
        id: row.id,
        unit: row.unit_id,
        code: row.code,
        name: Words { vi: row.name_vi, en: row.name_en },
        parent: row.parent_id,
        period: period(row.valid_from, row.valid_to)?,
        decision: row.decision,
        note: row.note,
    })
}

fn procedure(row: procedures::StoredProcedure) -> Result<ProcedureVersion, Error> {
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
}

fn point(row: service_points::StoredServicePoint) -> Result<ServicePoint, Error> {
    Ok(ServicePoint {
        id: row.id,
        code: row.code,
        name: Words { vi: row.name_vi, en: row.name_en },
        channel: Channel::from_number(row.channel).ok_or_else(unknown_number)?,
        units: Vec::new(),
        procedures: Vec::new(),
        period: period(row.valid_from, row.valid_to)?,
        kiosk: row.kiosk,
    })
}

fn campaign(row: campaigns::StoredCampaign) -> Result<Campaign, Error> {
    Ok(Campaign {
        id: row.id,
        code: row.code,
        title: Words { vi: row.title_vi, en: row.title_en },
        instrument: row.instrument_id,
        period: period(row.valid_from, row.valid_to)?,
        sampling: Sampling::from_number(row.sampling).ok_or_else(unknown_number)?,
        takes: row.takes.split_whitespace().map(kind).collect::<Result<_, _>>()?,
        channel: Channel::from_number(row.channel).ok_or_else(unknown_number)?,
        unit: row.unit_id,
        quota: row.quota,
        closed: row.closed,
    })
}

fn kind(name: &str) -> Result<Sampling, Error> {
    Sampling::read(name).ok_or_else(unknown_number)
}
