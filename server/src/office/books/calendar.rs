//! `/api/v1/office/calendar/{year}`: holidays, and the days that make up for them.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{
    office::books::calendar::{CalendarChange, CalendarPage, CheckedDay, SpecialDay, is_year},
    text,
};

use crate::{
    books::{Change, everything, state},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{Tx, calendar},
};

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

/// Sets the days of a year, all of them.
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
    let mut change = Change::beside(&node, &staff).await?;
    let before = current(&mut change.act.tx, year, &sent.based_on).await?;
    days.iter_mut().for_each(|day| day.2 = text::compose(&day.2));
    calendar::put(&mut change.act.tx, year, &days).await?;
    let after = page(year, days);
    let done = Deed::new("calendar.change", format!("calendar/{year}"));
    change.keep(done.before(before).after(&after)).await?;
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
