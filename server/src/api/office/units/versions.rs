//! `/api/v1/office/units/{code}/versions`: another name, place or code from a day on, and versions
//! put right.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use chrono::NaiveDate;
use domain::{
    Catalogue, Fault, Reason,
    books::catalogue::UnitVersion,
    day::{self, Period},
    office::books::unit::{NewUnitVersion, UnitPage, UnitText, UnitVersionChange},
};

use super::{
    super::told::{self, Spot},
    ended, rows, version,
};
use crate::{
    books::{
        Change,
        units::{Also, lay},
        versions::Row,
    },
    office::Staff,
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::{units::Unit, versions::Version},
};

/// Adds a version from a day on; the one until then ends the day before.
#[utoipa::path(
    post, path = "/units/{code}/versions",
    params(("code" = String, Path)), request_body = NewUnitVersion,
    responses((status = 201, body = UnitPage)),
)]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<UnitPage>), Problem> {
    let sent: NewUnitVersion = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let books = &change.books;
    let unit = current(books, &code, &sent.based_on)?;
    let is_taken = books.unit(&sent.code).first().is_some_and(|other| other.unit != unit);
    let named = told::taken("code", is_taken).into_iter().chain(told::unknown_unit(
        books,
        "parent",
        sent.parent.as_deref(),
    ));
    let (new_code, from, text) = told::all(sent.check(), named.collect())?;
    let old = running(books, unit, from)?;
    let period = Period { from, to: old.period.to };
    let rows = vec![
        Row { number: 0, version: cut(books, old, from) },
        Row { number: 1, version: version(&new_code, period, text) },
    ];
    let also = Also { renamed: vec![(new_code.clone(), unit)], ..Also::default() };
    let before = super::seen(books, &code);
    let laid = lay(&mut change.tx, rows, also, true).await?;
    told::sound(laid, &[Spot::form().dated("from"), Spot::form().dated("from")])?;
    let page = ended(change, &app, &staff, ("unit.version", &new_code), Some(before)).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// Puts a version right, named by its first day. Once a ballot is stamped with it only its end moves.
#[utoipa::path(
    put, path = "/units/{code}/versions/{from}",
    params(("code" = String, Path), ("from" = String, Path, description = "`YYYY-MM-DD`")),
    request_body = UnitVersionChange, responses((status = 200, body = UnitPage)),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path((code, from)): Path<(String, String)>,
    SentJson(body): SentJson,
) -> Result<Json<UnitPage>, Problem> {
    let sent: UnitVersionChange = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let books = &change.books;
    let unit = current(books, &code, &sent.based_on)?;
    let from = day::read(&from).ok_or(Problem::NotFound)?;
    let versions = books.versions_of(unit);
    let old = versions.iter().find(|one| one.period.from == from).ok_or(Problem::NotFound)?;
    let named = told::unknown_unit(books, "parent", sent.parent.as_deref());
    let mut checked = sent.check();
    if matches!(checked, Ok((Some(until), _)) if until < from) {
        checked = Err(vec![Fault::new("until", Reason::EndsBeforeItBegins)]);
    }
    let (to, text) = told::all(checked, named.into_iter().collect())?;
    let row = Row { number: 0, version: version(&old.code, Period { from, to }, text) };
    let ends = to.filter(|to| old.period.to.is_none_or(|end| *to < end));
    let before = super::seen(books, &code);
    let laid = lay(&mut change.tx, vec![row], Also::default(), true).await?;
    told::sound(laid, &[Spot::form()])?;
    if let Some(last) = ends {
        left_behind(&change.now().await?, unit, day::next(last))?;
    }
    Ok(Json(ended(change, &app, &staff, ("unit.correct", &code), Some(before)).await?))
}

/// The unit of a code, if it is still as it was seen.
fn current(books: &Catalogue, code: &str, based_on: &str) -> Result<i64, Problem> {
    let page = rows::page(books, code).ok_or(Problem::NotFound)?;
    if page.state != based_on {
        return Err(Problem::Stale);
    }
    Ok(books.unit(code)[0].unit)
}

/// The version that runs on the day before another begins.
fn running(books: &Catalogue, unit: i64, from: NaiveDate) -> Result<&UnitVersion, Problem> {
    let versions = books.versions_of(unit);
    let fault = |reason| Problem::faults(vec![Fault::new("from", reason)]);
    match versions.into_iter().find(|version| version.period.holds(from)) {
        None => Err(fault(Reason::NotThereThen)),
        Some(version) if version.period.from == from => Err(fault(Reason::Overlap(from))),
        Some(version) => Ok(version),
    }
}

/// A version that ends the day before another begins.
pub(super) fn cut(books: &Catalogue, old: &UnitVersion, from: NaiveDate) -> Version<Unit> {
    let period = Period { from: old.period.from, to: from.pred_opt() };
    version(&old.code, period, text(books, old))
}

/// What a version says.
pub(super) fn text(books: &Catalogue, old: &UnitVersion) -> UnitText {
    UnitText {
        name: old.name.clone(),
        parent: old.parent.and_then(|unit| Some(books.newest(unit)?.code.clone())),
        decision: old.decision.clone(),
        note: old.note.clone(),
    }
}

/// What would still belong to a unit from a day on, though nothing stands for it any more.
pub(super) fn left_behind(books: &Catalogue, unit: i64, from: NaiveDate) -> Result<(), Problem> {
    if books.unit_on(unit, from).is_some() {
        return Ok(());
    }
    let goes_on = |period: Period| period.to.is_none_or(|last| last >= from);
    let procedures = books
        .procedures
        .iter()
        .filter(|it| it.unit == Some(unit) && goes_on(it.period))
        .map(|it| format!("procedures.{}", it.code));
    let campaigns = books
        .campaigns
        .values()
        .filter(|it| it.unit == Some(unit) && goes_on(it.days()))
        .map(|it| format!("campaigns.{}", it.code));
    let mut fields: Vec<String> = procedures.chain(campaigns).collect();
    fields.sort_unstable();
    fields.dedup();
    if fields.is_empty() {
        return Ok(());
    }
    let fault = |field| Fault::new(field, Reason::LeavesBehind);
    Err(Problem::faults(fields.into_iter().map(fault).collect()))
}
