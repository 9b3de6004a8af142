//! `/api/v1/office/service-points`: where people stand, or the portal.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chrono::NaiveDate;
use domain::{
    Channel, Words,
    books::catalogue::ServicePoint,
    day::Period,
    listing::{Key, Listed, Wanted},
    office::books::service_point::{NewServicePoint, ServicePointChange, ServicePointRow},
    text,
};
use serde_json::{Value, json};

use super::{
    told::{self, Spot},
    units::Filter,
};
use crate::{
    books::{Change, Done, service_points::lay, state, versions::Row},
    office::Staff,
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::{service_points, versions::Version},
};

/// Every service point there is, was or will be.
#[utoipa::path(
    get, path = "/service-points", params(Wanted, Filter),
    responses((status = 200, body = Listed<ServicePointRow>)),
)]
pub async fn list(
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    Query(filter): Query<Filter>,
) -> Json<Listed<ServicePointRow>> {
    let (books, today) = (app.books(), app.today());
    let mut rows: Vec<ServicePointRow> =
        books.catalogue.service_points.values().map(|point| row(point, today)).collect();
    rows.sort_by(|a, b| a.code.cmp(&b.code));
    rows.retain(|row| filter.fits(row.in_force));
    Json(wanted.list(
        rows,
        |search, row| search.words_in(&[&row.code, &row.name.vi, &row.name.en]),
        |row, column| match column {
            "name" => Key::from(&row.name.vi),
            "channel" => Key::from(row.channel.number()),
            "from" => Key::from(&row.from),
            _ => Key::from(&row.code),
        },
    ))
}

/// One service point.
#[utoipa::path(
    get, path = "/service-points/{code}", params(("code" = String, Path)),
    responses((status = 200, body = ServicePointRow)),
)]
pub async fn show(
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Json<ServicePointRow>, Problem> {
    let books = app.books();
    let point = books.catalogue.service_points.get(&code).ok_or(Problem::NotFound)?;
    Ok(Json(row(point, app.today())))
}

/// Adds a service point.
#[utoipa::path(
    post, path = "/service-points", request_body = NewServicePoint,
    responses((status = 201, body = ServicePointRow)),
)]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<ServicePointRow>), Problem> {
    let sent: NewServicePoint = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let is_taken = change.books.service_points.contains_key(&sent.code);
    let named = told::taken("code", is_taken).into_iter().collect();
    let (code, name, period) = told::all(sent.check(), named)?;
    let point = version(&code, name, sent.channel, period);
    told::sound(lay(&mut change.tx, vec![point], true).await?, &[Spot::form()])?;
    let row = ended(change, &app, &staff, ("service_point.create", &code), None).await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Changes a service point.
#[utoipa::path(
    put, path = "/service-points/{code}",
    params(("code" = String, Path)), request_body = ServicePointChange,
    responses((status = 200, body = ServicePointRow)),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<ServicePointRow>, Problem> {
    let sent: ServicePointChange = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let before = change.books.service_points.get(&code).ok_or(Problem::NotFound)?;
    let before = row(before, app.today());
    if before.state != sent.based_on {
        return Err(Problem::Stale);
    }
    let (name, period) = sent.check().map_err(Problem::faults)?;
    let point = version(&code, name, sent.channel, period);
    told::sound(lay(&mut change.tx, vec![point], true).await?, &[Spot::form()])?;
    let before = Some(json!(before));
    Ok(Json(ended(change, &app, &staff, ("service_point.change", &code), before).await?))
}

/// A service point as it is stored.
fn version(
    code: &str,
    mut name: Words,
    channel: Channel,
    period: Period,
) -> Row<service_points::ServicePoint> {
    (name.vi, name.en) = (text::compose(&name.vi), text::compose(&name.en));
    let content = service_points::ServicePoint { name, channel };
    Row { number: 0, version: Version { code: code.to_owned(), period, content } }
}

fn row(point: &ServicePoint, today: NaiveDate) -> ServicePointRow {
    let row = ServicePointRow {
        state: String::new(),
        code: point.code.clone(),
        name: point.name.clone(),
        channel: point.channel,
        from: point.period.from.to_string(),
        until: point.period.to.map(|last| last.to_string()),
        in_force: false,
    };
    ServicePointRow { state: state(&row), in_force: point.period.holds(today), ..row }
}

async fn ended(
    mut change: Change,
    app: &App,
    staff: &Staff,
    (action, code): (&str, &str),
    before: Option<Value>,
) -> Result<ServicePointRow, Problem> {
    let books = change.now().await?;
    let row = row(books.service_points.get(code).ok_or(Problem::Broken)?, app.today());
    let object = format!("service-point/{code}");
    let done = Done { action, object: &object, before, after: Some(json!(row)) };
    change.end(app, staff, done).await?;
    Ok(row)
}
