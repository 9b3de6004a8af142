//! `/api/v1/office/service-points`: where people stand, or the portal.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chrono::NaiveDate;
use domain::{
    Catalogue,
    books::{catalogue::ServicePoint, service_points},
    day,
    listing::{Key, ListPage, ListQuery},
    office::books::outlook::Outlook,
    office::books::service_point::{
        KioskAddress, NewServicePoint, ServicePointChange, ServicePointRow,
    },
};

use super::units::Filter;
use crate::{
    books::{Change, everything, look_ahead, state},
    kiosks,
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store,
};

/// Every service point there is, was or will be.
#[utoipa::path(
    get, path = "/service-points", params(ListQuery, Filter),
    responses((status = 200, body = ListPage<ServicePointRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    Query(wanted): Query<ListQuery>,
    Query(filter): Query<Filter>,
) -> Json<ListPage<ServicePointRow>> {
    let (books, today) = (node.books(), node.today());
    let mut rows: Vec<ServicePointRow> = books
        .catalogue
        .service_points
        .values()
        .map(|point| row(&books.catalogue, point, today))
        .collect();
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
    State(node): State<Node>,
    Path(code): Path<String>,
) -> Result<Json<ServicePointRow>, Problem> {
    let books = node.books();
    let point = books.catalogue.service_points.get(&code).ok_or(Problem::NotFound)?;
    Ok(Json(row(&books.catalogue, point, node.today())))
}

/// The signed address at which the device at a service point begins.
#[utoipa::path(
    get, path = "/service-points/{code}/kiosk", params(("code" = String, Path)),
    responses((status = 200, body = KioskAddress)),
)]
pub async fn kiosk(
    State(node): State<Node>,
    Path(code): Path<String>,
) -> Result<Json<KioskAddress>, Problem> {
    let books = node.books();
    let point = books.catalogue.point_on(&code, node.today()).ok_or(Problem::NotFound)?;
    Ok(Json(kiosk_address(&node, point)))
}

fn kiosk_address(node: &Node, point: &ServicePoint) -> KioskAddress {
    let way = kiosks::address(&node.world.keys, point);
    KioskAddress { address: [&node.world.public_url, way.as_str()].concat() }
}

/// Takes back the address that the device at a service point was given, and gives another.
#[utoipa::path(
    post, path = "/service-points/{code}/kiosk", params(("code" = String, Path)),
    responses((status = 200, body = KioskAddress)),
)]
pub async fn replace_kiosk(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
) -> Result<Json<KioskAddress>, Problem> {
    everything(&staff)?;
    let today = node.today();
    let plan = |books: &Catalogue| books.point_on(&code, today).cloned().ok_or(Problem::NotFound);
    let (mut change, mut point) = Change::begin(&node, &staff, true, plan).await?;
    store::service_points::raise_kiosk(&mut change.act.tx, point.id).await?;
    point.kiosk += 1;
    // The address itself opens a door, so the record names the number alone.
    let done = Deed::new("service_point.kiosk", format!("service-point/{}", point.code));
    change.keep(done.before(point.kiosk - 1).after(point.kiosk)).await?;
    Ok(Json(kiosk_address(&node, &point)))
}

/// Adds a service point.
#[utoipa::path(
    post, path = "/service-points", request_body = NewServicePoint,
    responses((status = 201, body = ServicePointRow)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<ServicePointRow>), Problem> {
    let sent: NewServicePoint = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| Ok(service_points::create(books, &sent)?);
    let (change, (code, draft)) = Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let done = Deed::new("service_point.create", format!("service-point/{code}"));
    let row = change
        .finish(draft, done, |books| {
            books.service_points.get(&code).map(|point| row(books, point, node.today()))
        })
        .await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Changes a service point.
#[utoipa::path(
    put, path = "/service-points/{code}",
    params(("code" = String, Path)), request_body = ServicePointChange,
    responses((status = 200, body = ServicePointRow)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<ServicePointRow>, Problem> {
    let sent: ServicePointChange = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| {
        let before = books.service_points.get(&code).ok_or(Problem::NotFound)?;
        let before = row(books, before, node.today());
        if before.state != sent.based_on {
            return Err(Problem::Stale);
        }
        Ok((before, service_points::change(books, &code, &sent)?))
    };
    let (change, (before, draft)) =
        Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let done = Deed::new("service_point.change", format!("service-point/{code}")).before(before);
    Ok(Json(
        change
            .finish(draft, done, |books| {
                let point = books.service_points.get(&code);
                point.map(|point| row(books, point, node.today()))
            })
            .await?,
    ))
}

/// What the same change would do, such as that the point is closed.
#[utoipa::path(
    post, path = "/service-points/{code}/outlook",
    params(("code" = String, Path)), request_body = ServicePointChange,
    responses((status = 200, body = Outlook)),
)]
pub async fn outlook(
    State(node): State<Node>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<Outlook>, Problem> {
    let sent: ServicePointChange = sent::json(&body)?;
    everything(&staff)?;
    look_ahead(&node, |books| {
        books.service_points.get(&code).ok_or(Problem::NotFound)?;
        let draft = service_points::change(books, &code, &sent)?;
        Ok((draft, sent.check()?.0.to.map_or(node.today(), day::next)))
    })
    .await
}

/// A service point with its state, which does not change overnight.
fn row(books: &Catalogue, point: &ServicePoint, today: NaiveDate) -> ServicePointRow {
    let row = ServicePointRow { in_force: false, ..ServicePointRow::of(books, point, today) };
    ServicePointRow { state: state(&row), in_force: point.period.holds(today), ..row }
}
