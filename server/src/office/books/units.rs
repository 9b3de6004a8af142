//! `/api/v1/office/units`: units with all their versions; what they become, in `mergers`, `splits`.

pub mod mergers;
pub mod splits;
pub mod versions;

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Catalogue,
    books::units,
    listing::{Key, ListPage, ListQuery, fits},
    office::books::unit::{NewUnit, UnitPage, UnitRow},
};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    books::{Change, everything, state},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
};

/// What else a row has to be.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Filter {
    /// `yes` for those in force today, `no` for the others.
    in_force: Option<String>,
}

impl Filter {
    /// Whether something is asked for that is in force today, or is not.
    pub fn fits(&self, in_force: bool) -> bool {
        match self.in_force.as_deref() {
            Some("yes") => in_force,
            Some("no") => !in_force,
            _ => true,
        }
    }
}

/// Where a row has to be.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Below {
    /// The code of the unit above.
    parent: String,
}

/// Every unit there is, was or will be.
#[utoipa::path(
    get, path = "/units", params(ListQuery, Filter, Below),
    responses((status = 200, body = ListPage<UnitRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    Query(wanted): Query<ListQuery>,
    Query(filter): Query<Filter>,
    Query(Below { parent }): Query<Below>,
) -> Json<ListPage<UnitRow>> {
    let mut rows = UnitRow::all(&node.books().catalogue, node.today());
    rows.retain(|row| filter.fits(row.in_force) && fits(&*parent, row.parent.as_deref()));
    Json(wanted.list(
        rows,
        |search, row| search.words_in(&[&row.code, &row.name.vi, &row.name.en]),
        |row, column| match column {
            "name" => Key::from(&row.name.vi),
            "parent" => Key::from(row.parent.as_ref()),
            "from" => Key::from(&row.from),
            _ => Key::from(&row.code),
        },
    ))
}

/// A unit with all its versions and where it came from and went.
#[utoipa::path(
    get, path = "/units/{code}", params(("code" = String, Path)),
    responses((status = 200, body = UnitPage)),
)]
pub async fn show(
    State(node): State<Node>,
    Path(code): Path<String>,
) -> Result<Json<UnitPage>, Problem> {
    Ok(Json(page(&node.books().catalogue, &code).ok_or(Problem::NotFound)?))
}

/// Adds a unit.
#[utoipa::path(
    post, path = "/units", request_body = NewUnit, responses((status = 201, body = UnitPage)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<UnitPage>), Problem> {
    let sent: NewUnit = sent::json(&body)?;
    everything(&staff)?;
    let plan = |books: &Catalogue| Ok(units::create(books, &sent)?);
    let (change, (code, draft)) = Change::begin(&node, &staff, sent.check().is_ok(), plan).await?;
    let page = change.finish(draft, done("unit.create", &code), |books| page(books, &code)).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// Something done to a unit.
fn done(action: &'static str, code: &str) -> Deed {
    Deed::new(action, format!("unit/{code}"))
}

/// The unit that has or had a code, with its state.
fn page(books: &Catalogue, code: &str) -> Option<UnitPage> {
    let page = UnitPage::of(books, code)?;
    Some(UnitPage { state: state(&page), ..page })
}
