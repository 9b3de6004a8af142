//! `/api/v1/office/procedures`: procedures with all their versions.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chrono::NaiveDate;
use domain::{
    Catalogue,
    books::catalogue::ProcedureVersion,
    day::Period,
    listing::{Key, Listed, Wanted, fits},
    office::books::procedure::{
        NewProcedure, ProcedureChange, ProcedurePage, ProcedureRow, ProcedureText,
    },
    text,
};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::IntoParams;

use super::{
    told::{self, Spot},
    units::Filter,
};
use crate::{
    books::{Change, Done, procedures::lay, state, versions::Row},
    office::Staff,
    problem::Problem,
    sent::{self, SentJson},
    state::App,
    store::{procedures::Procedure, versions::Version},
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
    get, path = "/procedures", params(Wanted, Filter, Led),
    responses((status = 200, body = Listed<ProcedureRow>)),
)]
pub async fn list(
    State(app): State<App>,
    Query(wanted): Query<Wanted>,
    Query(filter): Query<Filter>,
    Query(Led { unit }): Query<Led>,
) -> Json<Listed<ProcedureRow>> {
    let (books, today) = (app.books(), app.today());
    let books = &books.catalogue;
    let each = books.procedures.chunk_by(|one, next| one.code == next.code);
    let rows = each.filter_map(|versions| now(books, versions, today));
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
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Json<ProcedurePage>, Problem> {
    let page = page(&app.books().catalogue, &code, app.today());
    Ok(Json(page.ok_or(Problem::NotFound)?))
}

/// Adds a procedure.
#[utoipa::path(
    post, path = "/procedures", request_body = NewProcedure,
    responses((status = 201, body = ProcedurePage)),
)]
pub async fn create(
    State(app): State<App>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<ProcedurePage>), Problem> {
    let sent: NewProcedure = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let books = &change.books;
    let named = told::taken("code", !books.procedure(&sent.code).is_empty())
        .into_iter()
        .chain(told::unknown_unit(books, "unit", sent.unit.as_deref()));
    let (code, said) = told::all(sent.check(), named.collect())?;
    let row = Row { number: 0, version: version(&code, said) };
    told::sound(lay(&mut change.tx, vec![row], true).await?, &[Spot::form()])?;
    let page = ended(change, &app, &staff, ("procedure.create", &code), None).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// Changes a procedure from a day on, or puts the version right that begins on it.
#[utoipa::path(
    put, path = "/procedures/{code}",
    params(("code" = String, Path)), request_body = ProcedureChange,
    responses((status = 200, body = ProcedurePage)),
)]
pub async fn update(
    State(app): State<App>,
    staff: Staff,
    Path(code): Path<String>,
    SentJson(body): SentJson,
) -> Result<Json<ProcedurePage>, Problem> {
    let sent: ProcedureChange = sent::json(&body)?;
    let mut change = Change::of_everything(&app, &staff).await?;
    let books = &change.books;
    let before = page(books, &code, app.today()).ok_or(Problem::NotFound)?;
    if before.state != sent.based_on {
        return Err(Problem::Stale);
    }
    let named = told::unknown_unit(books, "unit", sent.unit.as_deref());
    let said = told::all(sent.check(), named.into_iter().collect())?;
    let from = said.period.from;
    let runs = |old: &&ProcedureVersion| old.period.from < from && old.period.holds(from);
    let until_then = books.procedure(&code).iter().find(runs).map(|old| cut(books, old, from));
    let rows = until_then.into_iter().chain([version(&code, said)]).enumerate();
    let rows: Vec<Row<Procedure>> = rows.map(|(number, version)| Row { number, version }).collect();
    let spots = vec![Spot::form(); rows.len()];
    told::sound(lay(&mut change.tx, rows, true).await?, &spots)?;
    let before = Some(json!(before));
    Ok(Json(ended(change, &app, &staff, ("procedure.change", &code), before).await?))
}

/// What becomes of a version whose procedure another unit leads from a day on.
pub(super) fn passed_on(
    books: &Catalogue,
    old: &ProcedureVersion,
    day: NaiveDate,
    unit: &str,
) -> Vec<Version<Procedure>> {
    let until_then = (old.period.from < day).then(|| cut(books, old, day));
    let period = Period { from: old.period.from.max(day), to: old.period.to };
    let said = ProcedureText { unit: Some(unit.to_owned()), period, ..text_of(books, old) };
    until_then.into_iter().chain([version(&old.code, said)]).collect()
}

/// A version that ends the day before another begins.
fn cut(books: &Catalogue, old: &ProcedureVersion, from: NaiveDate) -> Version<Procedure> {
    let period = Period { from: old.period.from, to: from.pred_opt() };
    version(&old.code, ProcedureText { period, ..text_of(books, old) })
}

fn text_of(books: &Catalogue, old: &ProcedureVersion) -> ProcedureText {
    ProcedureText {
        name: old.name.clone(),
        field: old.field.clone(),
        unit: old.unit.and_then(|unit| Some(books.newest(unit)?.code.clone())),
        days: old.days,
        period: old.period,
        note: old.note.clone(),
    }
}

/// A version as it is stored.
fn version(code: &str, said: ProcedureText) -> Version<Procedure> {
    let ProcedureText { mut name, field, unit, days, period, note } = said;
    (name.vi, name.en) = (text::compose(&name.vi), text::compose(&name.en));
    let (field, note) = (text::compose(&field), text::compose(&note));
    let content = Procedure { name, field, unit, days, note };
    Version { code: code.to_owned(), period, content }
}

/// A procedure as it is today, or else as it last was, or first will be.
fn now(books: &Catalogue, versions: &[ProcedureVersion], today: NaiveDate) -> Option<ProcedureRow> {
    let past = versions.iter().rfind(|version| version.period.from <= today);
    let version = past.or(versions.first())?;
    let unit = version.unit.filter(|_| version.period.holds(today));
    let leads = unit.and_then(|unit| books.unit_on(unit, today)).map(|unit| unit.code.clone());
    let row = row(books, version, today);
    Some(ProcedureRow { unit: leads.or(row.unit), ..row })
}

fn row(books: &Catalogue, version: &ProcedureVersion, today: NaiveDate) -> ProcedureRow {
    let ProcedureText { name, field, unit, days, period, note } = text_of(books, version);
    ProcedureRow {
        code: version.code.clone(),
        name,
        field,
        unit,
        days,
        from: period.from.to_string(),
        until: period.to.map(|last| last.to_string()),
        note,
        in_force: period.holds(today),
    }
}

fn page(books: &Catalogue, code: &str, today: NaiveDate) -> Option<ProcedurePage> {
    let versions = books.procedure(code);
    let at = |day| versions.iter().map(|version| row(books, version, day)).collect::<Vec<_>>();
    // The state does not change overnight.
    let state = state(&at(NaiveDate::MIN));
    let code = versions.first()?.code.clone();
    Some(ProcedurePage { state, code, versions: at(today) })
}

async fn ended(
    mut change: Change,
    app: &App,
    staff: &Staff,
    (action, code): (&str, &str),
    before: Option<Value>,
) -> Result<ProcedurePage, Problem> {
    let page = page(&change.now().await?, code, app.today()).ok_or(Problem::Broken)?;
    let object = format!("procedure/{code}");
    let done = Done { action, object: &object, before, after: Some(json!(page)) };
    change.end(app, staff, done).await?;
    Ok(page)
}
