//! `/api/v1/office/units/{code}/versions`: another name, place or code from a day on, and versions
//! put right.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Catalogue,
    books::{catalogue::UnitVersion, units},
    day,
    office::books::outlook::Outlook,
    office::books::unit::{NewUnitVersion, UnitPage, UnitVersionChange},
};

use super::{done, page};
use crate::{
    books::{Change, everything, look_ahead},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::Staff,
};

/// Adds a version from a day on; the one until then ends the day before.
#[utoipa::path(
    post, path = "/units/{code}/versions",
    params(("code" = String, Path)), request_body = NewUnitVersion,
    responses((status = 201, body = UnitPage)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<UnitPage>), Problem> {
    let sent: NewUnitVersion = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| {
        let (unit, before) = current(books, &code, &sent.based_on)?;
        Ok((before, units::version(books, unit, &sent)?))
    };
    let (change, (before, (code, draft))) =
        Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let done = done("unit.version", &code).before(before);
    let page = change.finish(draft, done, |books| page(books, &code)).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// Puts a version right, named by its first day. Once a ballot is stamped with it only its end moves.
#[utoipa::path(
    put, path = "/units/{code}/versions/{from}",
    params(("code" = String, Path), ("from" = String, Path, description = "`YYYY-MM-DD`")),
    request_body = UnitVersionChange, responses((status = 200, body = UnitPage)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path((code, from)): Path<(String, String)>,
    SentJson(body): SentJson,
) -> Result<Json<UnitPage>, Problem> {
    let sent: UnitVersionChange = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| {
        let (unit, before) = current(books, &code, &sent.based_on)?;
        Ok((before, units::correct(books, version(books, unit, &from)?, &sent)?))
    };
    let (change, (before, draft)) =
        Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let done = done("unit.correct", &code).before(before);
    Ok(Json(change.finish(draft, done, |books| page(books, &code)).await?))
}

/// What the same correction would do, such as that the unit ends sooner.
#[utoipa::path(
    post, path = "/units/{code}/versions/{from}/outlook",
    params(("code" = String, Path), ("from" = String, Path, description = "`YYYY-MM-DD`")),
    request_body = UnitVersionChange, responses((status = 200, body = Outlook)),
)]
pub async fn outlook(
    State(node): State<Node>,
    staff: Staff,
    Path((code, from)): Path<(String, String)>,
    SentJson(body): SentJson,
) -> Result<Json<Outlook>, Problem> {
    let sent: UnitVersionChange = sent::json(&body)?;
    everything(&staff)?;
    look_ahead(&node, |books| {
        let (unit, _) = current(books, &code, &sent.based_on)?;
        let draft = units::correct(books, version(books, unit, &from)?, &sent)?;
        Ok((draft, sent.check()?.0.map_or(node.today(), day::next)))
    })
    .await
}

/// The version of a unit that begins on a day.
fn version<'a>(books: &'a Catalogue, unit: i64, from: &str) -> Result<&'a UnitVersion, Problem> {
    let from = day::read(from).ok_or(Problem::NotFound)?;
    let mut versions = books.versions_of(unit).into_iter();
    versions.find(|one| one.period.from == from).ok_or(Problem::NotFound)
}

/// The unit of a code and how it is now, if that is still as it was seen.
fn current(books: &Catalogue, code: &str, based_on: &str) -> Result<(i64, UnitPage), Problem> {
    let unit = books.unit(code).first().ok_or(Problem::NotFound)?.unit;
    let page = page(books, code).ok_or(Problem::NotFound)?;
    if page.state == based_on { Ok((unit, page)) } else { Err(Problem::Stale) }
}
