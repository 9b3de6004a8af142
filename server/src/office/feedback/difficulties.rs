//! `/api/v1/office/difficulties`: what a unit cannot mend alone, who answers for it, until when.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use chrono::NaiveDate;
use domain::{
    Catalogue, Fault, Reason,
    books::names::{both, unknown_unit},
    day,
    listing::{Key, ListPage, ListQuery},
    office::feedback::{Closing, Difficulty as DifficultyView, NewDifficulty},
    text,
};
use serde_json::{Value, json};

use crate::{
    books::state,
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{
        Tx,
        difficulties::{self, Difficulty},
    },
};

/// The difficulties within the reader's scope, the first due first.
#[utoipa::path(
    get, path = "/difficulties", params(ListQuery),
    responses((status = 200, body = ListPage<DifficultyView>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(wanted): Query<ListQuery>,
) -> Result<Json<ListPage<DifficultyView>>, Problem> {
    let stored = difficulties::all(&mut node.db.snapshot().await?).await?;
    let (books, today) = (node.books(), node.today());
    let within = stored.iter().filter(|it| is_within(&staff, &books.catalogue, today, it));
    let rows = within.filter_map(|it| row(&books.catalogue, it, today));
    Ok(Json(wanted.list(
        rows,
        |search, row| search.words_in(&[&row.unit, &row.text, &row.owner, &row.decision]),
        |row, column| match column {
            "unit" => Key::from(&row.unit),
            "owner" => Key::from(&row.owner),
            "closed" => Key::from(row.closed.as_ref()),
            _ => Key::from(&row.due),
        },
    )))
}

/// One difficulty.
#[utoipa::path(
    get, path = "/difficulties/{id}", params(("id" = i64, Path)),
    responses((status = 200, body = DifficultyView)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<Json<DifficultyView>, Problem> {
    Ok(Json(found(&node, &staff, &mut node.db.snapshot().await?, id).await?.1))
}

/// Registers a difficulty of a unit.
#[utoipa::path(
    post, path = "/difficulties", request_body = NewDifficulty,
    responses((status = 201, body = DifficultyView)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<DifficultyView>), Problem> {
    let sent: NewDifficulty = sent::json(&body)?;
    let (books, today) = (node.books(), node.today());
    let unknown = unknown_unit(&books.catalogue, "unit", Some(&sent.unit));
    let (unit, text, owner, due) = both(sent.check(), unknown)?;
    let fault = |reason| Problem::faults(vec![Fault::new("unit", reason)]);
    let unit = books.catalogue.unit_named_on(&unit, today).map(|version| version.unit);
    let unit = unit.ok_or_else(|| fault(Reason::NotThereThen))?;
    if !staff.scope.holds(Some(unit)) {
        return Err(fault(Reason::NotYoursToGive));
    }
    let (text, owner) = (text::compose(&text), text::compose(&owner));
    let (due, opened) = (day::number(due), day::number(today));
    let new = Difficulty {
        id: 0,
        unit_id: unit,
        text,
        owner,
        due,
        opened,
        closed: None,
        decision: String::new(),
    };
    let mut act = staff.act(&node).await?;
    let id = difficulties::add(&mut act.tx, &new).await?;
    let row = row(&books.catalogue, &Difficulty { id, ..new }, today).ok_or(Problem::Broken)?;
    act.keep(Deed::new("difficulty.create", format!("difficulty/{id}")).after(noted(&row))).await?;
    Ok((StatusCode::CREATED, Json(row)))
}

/// Closes a difficulty with what was decided.
#[utoipa::path(
    post, path = "/difficulties/{id}/closing", params(("id" = i64, Path)), request_body = Closing,
    responses((status = 200, body = DifficultyView)),
)]
pub async fn close(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Json<DifficultyView>, Problem> {
    let sent: Closing = sent::json(&body)?;
    let decision = text::compose(&sent.check().map_err(Problem::faults)?);
    let (books, today) = (node.books(), node.today());
    let mut act = staff.act(&node).await?;
    let (stored, before) = found(&node, &staff, &mut act.tx, id).await?;
    let closed = day::number(today);
    if before.state != sent.based_on
        || !difficulties::close(&mut act.tx, id, closed, &decision).await?
    {
        return Err(Problem::Stale);
    }
    let now = Difficulty { closed: Some(closed), decision, ..stored };
    let after = row(&books.catalogue, &now, today).ok_or(Problem::Broken)?;
    act.keep(Deed::new("difficulty.close", format!("difficulty/{id}")).after(noted(&after)))
        .await?;
    Ok(Json(after))
}

/// A difficulty within the scope; what is outside it is not there.
async fn found(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    id: i64,
) -> Result<(Difficulty, DifficultyView), Problem> {
    let (books, today) = (node.books(), node.today());
    let one = difficulties::one(tx, id).await?;
    let one = one.filter(|it| is_within(staff, &books.catalogue, today, it));
    let one = one.ok_or(Problem::NotFound)?;
    let row = row(&books.catalogue, &one, today).ok_or(Problem::Broken)?;
    Ok((one, row))
}

/// What goes on the record, which is never shortened: no words, since they may name somebody.
fn noted(row: &DifficultyView) -> Value {
    json!({"unit": row.unit, "due": row.due, "closed": row.closed})
}

/// Whether the unit, or the one that answers for it by now, is within the scope.
fn is_within(staff: &Staff, books: &Catalogue, today: NaiveDate, it: &Difficulty) -> bool {
    staff.scope.holds(books.answering_on(it.unit_id, today).or(Some(it.unit_id)))
}

/// A difficulty in the words of the books.
fn row(books: &Catalogue, it: &Difficulty, today: NaiveDate) -> Option<DifficultyView> {
    let written = |number| day::from_number(number).map(|day| day.to_string());
    let row = DifficultyView {
        state: String::new(),
        id: it.id,
        unit: books.newest(it.unit_id)?.code.clone(),
        text: it.text.clone(),
        owner: it.owner.clone(),
        due: written(it.due)?,
        opened: written(it.opened)?,
        closed: it.closed.and_then(written),
        decision: it.decision.clone(),
        overdue: it.closed.is_none() && it.due < day::number(today),
    };
    let seen = (&row.decision, &row.closed);
    Some(DifficultyView { state: state(&seen), ..row })
}
