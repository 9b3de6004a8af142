//! `/api/v1/office/templates`: texts that answers begin with, and how a case fills them.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chrono::NaiveDate;
use domain::{
    Catalogue, Fault, Lang, Reason,
    books::names::{both, unknown_unit},
    feedback::template,
    listing::{Key, ListPage, ListQuery},
    office::feedback::template::{FilledTemplate, MOST, TemplateForm, TemplateRow},
    text,
};
use serde_json::{Value, json};

use super::case::{self, Found};
use crate::{
    books::state,
    feedback::log,
    node::Node,
    problem::Problem,
    receipts::Of,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{
        Tx,
        templates::{self, Template},
    },
};

/// The texts that the reader keeps: a head those of the own unit and below, Văn phòng Sở all of them.
#[utoipa::path(
    get, path = "/templates", params(ListQuery),
    responses((status = 200, body = ListPage<TemplateRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(wanted): Query<ListQuery>,
) -> Result<Json<ListPage<TemplateRow>>, Problem> {
    let books = node.books();
    let kept = templates::all(&mut node.db.snapshot().await?).await?;
    let within = kept.iter().filter(|it| is_within(&node, &staff, it));
    Ok(Json(wanted.list(
        within.map(|it| row(&books.catalogue, it)),
        |search, row| search.words_in(&[&row.title, &row.text]),
        |row, column| match column {
            "unit" => Key::from(row.unit.as_ref()),
            _ => Key::from(&row.title),
        },
    )))
}

/// One text.
#[utoipa::path(
    get, path = "/templates/{id}", params(("id" = i64, Path)),
    responses((status = 200, body = TemplateRow)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<Json<TemplateRow>, Problem> {
    Ok(Json(found(&node, &staff, &mut node.db.snapshot().await?, id).await?))
}

/// Keeps a text. Places in it are `{ma}`, `{so}`, `{thu_tuc}`, `{don_vi}`, `{han}`, `{ngay_gui}` and
/// `{ngay_tiep_nhan}`; any other is refused with its line and letter.
#[utoipa::path(
    post, path = "/templates", request_body = TemplateForm,
    responses((status = 201, body = TemplateRow)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<TemplateRow>), Problem> {
    let sent: TemplateForm = sent::json(&body)?;
    let (books, code) = (node.books(), sent.unit.as_deref().filter(|code| !code.is_empty()));
    let (title, text) = both(sent.check(), unknown_unit(&books.catalogue, "unit", code))?;
    let fault = |field, reason| Problem::faults(vec![Fault::new(field, reason)]);
    let unit = match code.map(|code| books.catalogue.unit_named_on(code, node.today())) {
        Some(None) => return Err(fault("unit", Reason::NotThereThen)),
        unit => unit.flatten().map(|version| version.unit),
    };
    if !staff.scope.holds(unit) {
        return Err(fault("unit", Reason::NotYoursToGive));
    }
    let mut act = staff.act(&node).await?;
    if templates::all(&mut act.tx).await?.len() >= MOST {
        return Err(fault("title", Reason::Enough(MOST)));
    }
    let (title, text) = (text::compose(&title), text::compose(&text));
    let new = Template { id: 0, unit_id: unit, title, text };
    let id = templates::add(&mut act.tx, &new).await?;
    let row = row(&books.catalogue, &Template { id, ..new });
    act.keep(done("template.create", id).after(noted(&row))).await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Changes a text.
#[utoipa::path(
    put, path = "/templates/{id}", params(("id" = i64, Path)), request_body = TemplateForm,
    responses((status = 200, body = TemplateRow)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Json<TemplateRow>, Problem> {
    let sent: TemplateForm = sent::json(&body)?;
    let (title, text) = sent.check().map_err(Problem::faults)?;
    let (title, text) = (text::compose(&title), text::compose(&text));
    let mut act = staff.act(&node).await?;
    let before = found(&node, &staff, &mut act.tx, id).await?;
    if before.state != sent.based_on {
        return Err(Problem::Stale);
    }
    templates::set(&mut act.tx, id, &title, &text).await?;
    let after = found(&node, &staff, &mut act.tx, id).await?;
    act.keep(done("template.change", id).before(noted(&before)).after(noted(&after))).await?;
    Ok(Json(after))
}

/// Takes a text away.
#[utoipa::path(
    delete, path = "/templates/{id}", params(("id" = i64, Path)), responses((status = 204)),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<StatusCode, Problem> {
    let mut act = staff.act(&node).await?;
    let before = found(&node, &staff, &mut act.tx, id).await?;
    templates::remove(&mut act.tx, id).await?;
    act.keep(done("template.remove", id).before(noted(&before))).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The texts that an answer of a case may begin with, filled by the case: those of the house, of its unit
/// and of the units above it.
#[utoipa::path(
    get, path = "/feedback/{number}/templates", params(("number" = i64, Path)),
    responses((status = 200, body = Vec<FilledTemplate>)),
)]
pub async fn fill(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
) -> Result<Json<Vec<FilledTemplate>>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let found = case::find(&node, &staff, &mut tx, number).await?;
    let (books, today) = (node.books(), node.today());
    let says = says(&node, &found)?;
    let of = |name: &str| says.iter().find(|(slot, _)| *slot == name).and_then(|it| it.1.clone());
    let lead = found.case.unit();
    let fits = |unit: i64| {
        let family =
            books.catalogue.family(books.catalogue.answering_on(unit, today).unwrap_or(unit));
        lead.is_some_and(|lead| family.contains(&lead))
    };
    let kept = templates::all(&mut tx).await?;
    let fitting = kept.into_iter().filter(|it| it.unit_id.is_none_or(fits));
    let filled = fitting.map(|it| FilledTemplate {
        id: it.id,
        title: it.title,
        text: template::filled(&it.text, of),
    });
    Ok(Json(filled.collect()))
}

/// What a case says for each place; nothing about a person.
fn says(node: &Node, found: &Found) -> Result<[(&'static str, Option<String>); 7], Problem> {
    let (books, today) = (node.books(), node.today());
    let (case, row) = (&found.case, &found.row);
    let due = log::class(&books, case)?.next(&books.calendar, case, today);
    let number = row.outside_number.clone().unwrap_or_else(|| row.number.to_string());
    let version = case.unit().and_then(|unit| books.catalogue.newest(unit));
    let procedure = row.procedure_id.and_then(|id| {
        books.catalogue.procedures.iter().rev().find(|version| version.procedure == id)
    });
    Ok([
        ("ma", Some(Of::Feedback.codes(&node.world.keys, row.id).receipt)),
        ("so", Some(number)),
        ("thu_tuc", procedure.map(|version| version.name.get(Lang::Vi).to_owned())),
        ("don_vi", version.map(|version| version.name.get(Lang::Vi).to_owned())),
        ("han", due.map(|due| shown(due.on))),
        ("ngay_gui", Some(shown(case.sent))),
        ("ngay_tiep_nhan", case.received.map(shown)),
    ])
}

/// A day as letters write it.
fn shown(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

/// A text within the scope; what is outside it is not there.
async fn found(node: &Node, staff: &Staff, tx: &mut Tx, id: i64) -> Result<TemplateRow, Problem> {
    let kept = templates::all(tx).await?;
    let one = kept.iter().find(|it| it.id == id && is_within(node, staff, it));
    Ok(row(&node.books().catalogue, one.ok_or(Problem::NotFound)?))
}

/// Whether a text is for this person to keep.
fn is_within(node: &Node, staff: &Staff, it: &Template) -> bool {
    let (books, today) = (node.books(), node.today());
    staff
        .scope
        .holds(it.unit_id.map(|unit| books.catalogue.answering_on(unit, today).unwrap_or(unit)))
}

fn row(books: &Catalogue, it: &Template) -> TemplateRow {
    let unit = it.unit_id.and_then(|unit| books.newest(unit));
    TemplateRow {
        state: state(&(&it.title, &it.text)),
        id: it.id,
        unit: unit.map(|version| version.code.clone()),
        title: it.title.clone(),
        text: it.text.clone(),
    }
}

fn done(action: &'static str, id: i64) -> Deed {
    Deed::new(action, format!("template/{id}"))
}

/// What goes on the record: whose it is and what for.
fn noted(row: &TemplateRow) -> Value {
    json!({"unit": row.unit, "title": row.title})
}
