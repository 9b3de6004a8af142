//! `/api/v1/office/calendar/{year}`: holidays, and the days that make up for them. What is due moves with
//! them, so a change says first which dates do.

use axum::{
    Json,
    extract::{Path, Query, State},
};
use domain::{
    Fault, Reason,
    office::books::calendar::{
        CalendarChange, CalendarPage, CheckedDay, DueOutlook, SpecialDay, is_year,
    },
    text,
};
use serde::Deserialize;
use serde_json::json;
use utoipa::IntoParams;

use crate::{
    books::{Change, everything, state},
    feedback::dates::{self, Moved},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{Tx, calendar},
};

/// Moved dates in one entry of the record.
const NOTED: usize = 500;

/// The days of a year that are not what their weekday says.
#[utoipa::path(
    get, path = "/calendar/{year}", params(("year" = i64, Path)),
    responses((status = 200, body = CalendarPage)),
)]
pub async fn show(
    State(node): State<Node>,
    Path(year): Path<i64>,
) -> Result<Json<CalendarPage>, Problem> {
    if !is_year(year) {
        return Err(Problem::NotFound);
    }
    let mut tx = node.db.snapshot().await?;
    let days = calendar::of_year(&mut tx, year).await?;
    tx.commit().await?;
    Ok(Json(page(year, days)))
}

/// Which part of what would move is asked for.
#[derive(Clone, Copy, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct MovedQuery {
    /// The page, from 1.
    pub page: usize,
}

/// The open cases that the same change would give another date.
#[utoipa::path(
    post, path = "/calendar/{year}/outlook", params(("year" = i64, Path), MovedQuery),
    request_body = CalendarChange, responses((status = 200, body = DueOutlook)),
)]
pub async fn outlook(
    State(node): State<Node>,
    staff: Staff,
    Path(year): Path<i64>,
    Query(query): Query<MovedQuery>,
    SentJson(body): SentJson,
) -> Result<Json<DueOutlook>, Problem> {
    let sent: CalendarChange = sent::json(&body)?;
    if !is_year(year) {
        return Err(Problem::NotFound);
    }
    everything(&staff)?;
    let days = sent.check(year)?;
    current(&mut node.db.snapshot().await?, year, &sent.based_on).await?;
    let moved = moved(&node, year, &days).await?;
    Ok(Json(dates::outlook(&staff, &moved, query.page.max(1))))
}

/// What moves with these days of a year.
async fn moved(node: &Node, year: i64, days: &[CheckedDay]) -> Result<Vec<Moved>, Problem> {
    let days = days.iter().map(|(day, kind, _)| (*day, *kind));
    let calendar = node.books().calendar.with_year(year, days);
    Ok(dates::moved(node, &calendar).await?)
}

/// What moves, if that is still what was seen: nobody moves a date unseen.
async fn seen(
    node: &Node,
    staff: &Staff,
    year: i64,
    days: &[CheckedDay],
    outlook: &str,
) -> Result<Vec<Moved>, Problem> {
    let moved = moved(node, year, days).await?;
    let there = dates::there(staff, &moved);
    match outlook {
        "" if there.is_empty() => Ok(moved),
        "" => Err(Problem::faults(vec![Fault::new("outlook", Reason::Missing)])),
        seen if seen == dates::version(&there) => Ok(moved),
        _ => Err(Problem::Stale),
    }
}

/// Sets the days of a year, all of them. Where dates of open cases move by it, it names the version of the
/// outlook that was seen.
#[utoipa::path(
    put, path = "/calendar/{year}", params(("year" = i64, Path)), request_body = CalendarChange,
    responses((status = 200, body = CalendarPage)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(year): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Json<CalendarPage>, Problem> {
    let sent: CalendarChange = sent::json(&body)?;
    if !is_year(year) {
        return Err(Problem::NotFound);
    }
    everything(&staff)?;
    let checked = sent.check(year);
    if checked.is_err() {
        current(&mut node.db.snapshot().await?, year, &sent.based_on).await?;
    }
    let mut days = checked?;
    // Counted before the turn is taken: of many cases it takes its time.
    let moved = seen(&node, &staff, year, &days, &sent.outlook).await?;
    let mut change = Change::beside(&node, &staff).await?;
    let before = current(&mut change.act.tx, year, &sent.based_on).await?;
    days.iter_mut().for_each(|day| day.2 = text::compose(&day.2));
    calendar::put(&mut change.act.tx, year, &days).await?;
    let after = page(year, days);
    let object = format!("calendar/{year}");
    for some in moved.chunks(NOTED) {
        let told: Vec<String> = some.iter().map(dates::told).collect();
        let noted = Deed::new("calendar.dates", object.clone());
        change.act.note(noted.after(json!({"dates": told}))).await?;
    }
    let done = Deed::new("calendar.change", object);
    change.keep(done.before(before).after(&after)).await?;
    dates::follow(node, moved);
    Ok(Json(after))
}

/// The calendar as it is, if that is still as it was seen.
async fn current(tx: &mut Tx, year: i64, based_on: &str) -> Result<CalendarPage, Problem> {
    let page = page(year, calendar::of_year(tx, year).await?);
    if page.state == based_on { Ok(page) } else { Err(Problem::Stale) }
}

fn page(year: i64, days: Vec<CheckedDay>) -> CalendarPage {
    let view = |(day, kind, name): CheckedDay| SpecialDay { day: day.to_string(), kind, name };
    let days: Vec<SpecialDay> = days.into_iter().map(view).collect();
    CalendarPage { state: state(&days), year, days }
}
