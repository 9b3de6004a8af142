//! `/api/v1/office/procedures`: procedures with all their versions.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chrono::NaiveDate;
use domain::{
    Catalogue,
    books::procedures,
    day,
    listing::{Key, ListPage, ListQuery, fits},
    office::books::outlook::Outlook,
    office::books::procedure::{NewProcedure, ProcedureChange, ProcedurePage, ProcedureRow},
};
use serde::Deserialize;
use utoipa::IntoParams;

use super::units::Filter;
use crate::{
    books::{Change, everything, look_ahead, state},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
};

/// Who has to lead a row.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Led {
    /// The code of the unit.
    unit: String,
}

/// Every procedure there is, was or will be.
#[utoipa::path(
    get, path = "/procedures", params(ListQuery, Filter, Led),
    responses((status = 200, body = ListPage<ProcedureRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    Query(wanted): Query<ListQuery>,
    Query(filter): Query<Filter>,
    Query(Led { unit }): Query<Led>,
) -> Json<ListPage<ProcedureRow>> {
    let rows = ProcedureRow::all(&node.books().catalogue, node.today()).into_iter();
    Json(wanted.list(
        rows.filter(|row| filter.fits(row.in_force) && fits(&*unit, row.unit.as_deref())),
        |search, row| {
            let unit = row.unit.as_deref().unwrap_or_default();
            search.words_in(&[&row.code, &row.name.vi, &row.name.en, &row.field, unit])
        },
        |row, column| match column {
            "name" => Key::from(&row.name.vi),
            "field" => Key::from(&row.field),
            "unit" => Key::from(row.unit.as_ref()),
            "from" => Key::from(&row.from),
            _ => Key::from(&row.code),
        },
    ))
}

/// A procedure with all its versions.
#[utoipa::path(
    get, path = "/procedures/{code}", params(("code" = String, Path)),
    responses((status = 200, body = ProcedurePage)),
)]
pub async fn show(
    State(node): State<Node>,
    Path(code): Path<String>,
) -> Result<Json<ProcedurePage>, Problem> {
    let page = page(&node.books().catalogue, &code, node.today());
    Ok(Json(page.ok_or(Problem::NotFound)?))
}

/// Adds a procedure.
#[utoipa::path(
    post, path = "/procedures", request_body = NewProcedure,
    responses((status = 201, body = ProcedurePage)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<ProcedurePage>), Problem> {
    let sent: NewProcedure = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| Ok(procedures::create(books, &sent)?);
    let (change, (code, draft)) = Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let done = Deed::new("procedure.create", format!("procedure/{code}"));
    let page = change.finish(draft, done, |books| page(books, &code, node.today())).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// Changes a procedure from a day on, or puts the version right that begins on it.
#[utoipa::path(
    put, path = "/procedures/{code}",
    params(("code" = String, Path)), request_body = ProcedureChange,
    responses((status = 200, body = ProcedurePage)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<ProcedurePage>, Problem> {
    let sent: ProcedureChange = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| {
        let before = page(books, &code, node.today()).ok_or(Problem::NotFound)?;
        if before.state != sent.based_on {
            return Err(Problem::Stale);
        }
        Ok((before, procedures::change(books, &code, &sent)?))
    };
    let (change, (before, draft)) =
        Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let done = Deed::new("procedure.change", format!("procedure/{code}")).before(before);
    Ok(Json(change.finish(draft, done, |books| page(books, &code, node.today())).await?))
}

/// What the same change would do, such as that the procedure ends.
#[utoipa::path(
    post, path = "/procedures/{code}/outlook",
    params(("code" = String, Path)), request_body = ProcedureChange,
    responses((status = 200, body = Outlook)),
)]
pub async fn outlook(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<Outlook>, Problem> {
    let sent: ProcedureChange = sent::json(&body)?;
    everything(&staff)?;
    look_ahead(&node, |books| {
        page(books, &code, node.today()).ok_or(Problem::NotFound)?;
        let draft = procedures::change(books, &code, &sent)?;
        Ok((draft, sent.check()?.0.to.map_or(node.today(), day::next)))
    })
    .await
}

/// A procedure with its state, which does not change overnight.
fn page(books: &Catalogue, code: &str, today: NaiveDate) -> Option<ProcedurePage> {
    let state = state(&ProcedurePage::of(books, code, NaiveDate::MIN)?.versions);
    Some(ProcedurePage { state, ..ProcedurePage::of(books, code, today)? })
}
