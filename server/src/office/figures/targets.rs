//! `/api/v1/office/targets`: what indicators shall reach.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Catalogue, Fault, Reason,
    books::names::{both, unknown_unit},
    listing::{Key, ListPage, ListQuery, fits},
    office::figures::target::{Indicator, NewTarget, TargetChange, TargetRow},
    text,
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    books::{Change, everything, state},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{
        Tx,
        targets::{self, Target},
    },
};

/// What else a row has to be.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// The year.
    year: Option<String>,
    /// The code of the unit.
    unit: Option<String>,
}

/// Every target.
#[utoipa::path(
    get, path = "/targets", params(ListQuery, Filter),
    responses((status = 200, body = ListPage<TargetRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    Query(wanted): Query<ListQuery>,
    Query(filter): Query<Filter>,
) -> Result<Json<ListPage<TargetRow>>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let stored = targets::all(&mut tx).await?;
    tx.commit().await?;
    let books = node.books();
    let rows = stored.iter().filter_map(|target| row(&books.catalogue, target));
    let is_asked = |row: &TargetRow| {
        fits(filter.year.as_deref(), &*row.year.to_string())
            && fits(filter.unit.as_deref(), row.unit.as_deref())
    };
    Ok(Json(wanted.list(
        rows.filter(is_asked),
        |search, row| {
            let (year, unit) = (row.year.to_string(), row.unit.as_deref().unwrap_or_default());
            search.words_in(&[&year, row.indicator.name(), unit, &row.basis])
        },
        |row, column| match column {
            "indicator" => Key::from(row.indicator.name()),
            "unit" => Key::from(row.unit.as_ref()),
            "value" => Key::from(row.value),
            _ => Key::from(row.year),
        },
    )))
}

/// One target.
#[utoipa::path(
    get, path = "/targets/{id}", params(("id" = i64, Path)),
    responses((status = 200, body = TargetRow)),
)]
pub async fn show(
    State(node): State<Node>,
    Path(id): Path<i64>,
) -> Result<Json<TargetRow>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let stored = targets::all(&mut tx).await?;
    tx.commit().await?;
    let target = stored.iter().find(|target| target.id == id).ok_or(Problem::NotFound)?;
    Ok(Json(row(&node.books().catalogue, target).ok_or(Problem::NotFound)?))
}

/// Sets a target.
#[utoipa::path(
    post, path = "/targets", request_body = NewTarget, responses((status = 201, body = TargetRow)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<TargetRow>), Problem> {
    let sent: NewTarget = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| {
        let names = unknown_unit(books, "unit", sent.unit.as_deref());
        let (unit, basis) = both(sent.check(), names)?;
        Ok((unit.and_then(|code| Some(books.unit(&code).first()?.unit)), basis))
    };
    let (mut change, (unit, basis)) =
        Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let (indicator, basis) = (sent.indicator.number(), text::compose(&basis));
    let NewTarget { year, value, .. } = sent;
    let same =
        |other: &Target| (other.indicator, other.unit_id, other.year) == (indicator, unit, year);
    if targets::all(&mut change.act.tx).await?.iter().any(same) {
        return Err(Problem::faults(vec![Fault::new("indicator", Reason::Twice)]));
    }
    let mut target = Target { id: 0, indicator, unit_id: unit, year, value, basis };
    target.id = targets::add(&mut change.act.tx, &target).await?;
    let row = row(&change.books, &target).ok_or(Problem::Broken)?;
    change.keep(done("target.create", target.id).after(&row)).await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Changes a target's value and where it is laid down.
#[utoipa::path(
    put, path = "/targets/{id}", params(("id" = i64, Path)), request_body = TargetChange,
    responses((status = 200, body = TargetRow)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Json<TargetRow>, Problem> {
    let sent: TargetChange = sent::json(&body)?;
    everything(&staff)?;
    let checked = sent.check();
    if checked.is_err() {
        let mut tx = node.db.snapshot().await?;
        current(&mut tx, &node.books().catalogue, id, &sent.based_on).await?;
    }
    let basis = text::compose(&checked?);
    let mut change = Change::beside(&node, &staff).await?;
    let (stored, before) = current(&mut change.act.tx, &change.books, id, &sent.based_on).await?;
    targets::set(&mut change.act.tx, id, sent.value, &basis).await?;
    let target = Target { value: sent.value, basis, ..stored };
    let row = row(&change.books, &target).ok_or(Problem::Broken)?;
    change.keep(done("target.change", id).before(before).after(&row)).await?;
    Ok(Json(row))
}

/// Takes a target away.
#[utoipa::path(
    delete, path = "/targets/{id}", params(("id" = i64, Path)), responses((status = 204)),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<StatusCode, Problem> {
    everything(&staff)?;
    let mut change = Change::beside(&node, &staff).await?;
    let (_, before) = found(&mut change.act.tx, &change.books, id).await?;
    targets::remove(&mut change.act.tx, id).await?;
    change.keep(done("target.remove", id).before(before)).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn found(tx: &mut Tx, books: &Catalogue, id: i64) -> Result<(Target, TargetRow), Problem> {
    let stored = targets::all(tx).await?;
    let target = stored.into_iter().find(|target| target.id == id).ok_or(Problem::NotFound)?;
    let row = row(books, &target).ok_or(Problem::NotFound)?;
    Ok((target, row))
}

/// A target, if it is still as it was seen.
async fn current(
    tx: &mut Tx,
    books: &Catalogue,
    id: i64,
    based_on: &str,
) -> Result<(Target, TargetRow), Problem> {
    let (target, row) = found(tx, books, id).await?;
    if row.state == based_on { Ok((target, row)) } else { Err(Problem::Stale) }
}

/// A target as it is told; none for an indicator this program does not know.
fn row(books: &Catalogue, target: &Target) -> Option<TargetRow> {
    let row = TargetRow {
        state: String::new(),
        id: target.id,
        indicator: Indicator::from_number(target.indicator)?,
        unit: target.unit_id.and_then(|unit| Some(books.newest(unit)?.code.clone())),
        year: target.year,
        value: target.value,
        basis: target.basis.clone(),
    };
    Some(TargetRow { state: state(&row), ..row })
}

/// Something done to a target.
fn done(action: &'static str, id: i64) -> Deed {
    Deed::new(action, format!("target/{id}"))
}
