//! `/api/v1/office/lessons`: what was learned, and how many cases taught it.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::{
    Fault, Reason, day,
    listing::{Key, ListPage, ListQuery},
    office::feedback::lesson::{CheckedLesson, LessonCase, LessonPage, LessonRow, NewLesson},
    text,
};
use serde_json::json;

use super::case;
use crate::{
    feedback::{reach, redaction, view::written},
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::{Deed, Staff},
    store::{
        Tx,
        feedback::lessons::{self, Lesson},
    },
};

/// The lessons of the house, those from most cases first. How many cases is of the whole house.
#[utoipa::path(
    get, path = "/lessons", params(ListQuery),
    responses((status = 200, body = ListPage<LessonRow>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(wanted): Query<ListQuery>,
) -> Result<Json<ListPage<LessonRow>>, Problem> {
    let all = lessons::all(&mut node.db.snapshot().await?, staff.account).await?;
    Ok(Json(wanted.list(
        all.iter().filter_map(row),
        |search, row| search.words_in(&[&row.text, &row.theme]),
        |row, column| match column {
            "theme" => Key::from(&row.theme),
            "day" => Key::from(&row.day),
            "cases" => Key::Number(row.cases),
            _ => Key::Nothing,
        },
    )))
}

/// A lesson with those of its cases that are there for the reader.
#[utoipa::path(
    get, path = "/lessons/{id}", params(("id" = i64, Path)),
    responses((status = 200, body = LessonPage)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<Json<LessonPage>, Problem> {
    Ok(Json(page(&node, &staff, &mut node.db.snapshot().await?, id).await?))
}

/// Writes what was learned from a case: something new, or a lesson that other cases taught before.
#[utoipa::path(
    post, path = "/feedback/{number}/lessons", params(("number" = i64, Path)),
    request_body = NewLesson,
    responses((status = 201, body = LessonPage)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<LessonPage>), Problem> {
    let sent: NewLesson = sent::json(&body)?;
    let checked = sent.check().map_err(Problem::faults)?;
    let mut act = staff.act(&node).await?;
    taught(&node, &staff, &mut act.tx, number).await?;
    let (today, by) = (day::number(node.today()), act.by());
    let id = match checked {
        CheckedLesson::Known(id) => {
            let known = lessons::one(&mut act.tx, id, staff.account).await?;
            known.ok_or_else(|| fault("lesson", Reason::UnknownChoice))?.id
        }
        CheckedLesson::New(words, theme) => {
            let [words, theme] = [words, theme].map(|it| text::compose(&it));
            lessons::add(&mut act.tx, (&words, &theme), (today, by)).await?
        }
    };
    if !lessons::tie(&mut act.tx, (id, number), (today, by)).await? {
        return Err(fault("lesson", Reason::Taken));
    }
    act.keep(Deed::new("lesson.tie", format!("lesson/{id}")).after(json!({"case": number})))
        .await?;
    let page = page(&node, &staff, &mut node.db.snapshot().await?, id).await?;
    Ok((StatusCode::CREATED, Json(page)))
}

/// Says that a lesson did not come from a case after all; one that comes from none is gone.
#[utoipa::path(
    delete, path = "/feedback/{number}/lessons/{id}",
    params(("number" = i64, Path), ("id" = i64, Path)),
    responses((status = 204)),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path((number, id)): Path<(i64, i64)>,
) -> Result<StatusCode, Problem> {
    let mut act = staff.act(&node).await?;
    taught(&node, &staff, &mut act.tx, number).await?;
    if !lessons::untie(&mut act.tx, (id, number)).await? {
        return Err(Problem::NotFound);
    }
    act.keep(Deed::new("lesson.untie", format!("lesson/{id}")).before(json!({"case": number})))
        .await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whether whoever acts works on the case: nobody else says what was learned from it.
async fn taught(node: &Node, staff: &Staff, tx: &mut Tx, number: i64) -> Result<(), Problem> {
    let found = case::find(node, staff, tx, number).await?;
    let books = node.books();
    match reach::is_handled_by(staff, &books.catalogue, node.today(), &found.case) {
        true => Ok(()),
        false => Err(Problem::NotAllowed),
    }
}

async fn page(node: &Node, staff: &Staff, tx: &mut Tx, id: i64) -> Result<LessonPage, Problem> {
    let it = lessons::one(tx, id, staff.account).await?.ok_or(Problem::NotFound)?;
    let mut cases = Vec::new();
    for number in lessons::cases(tx, id).await? {
        // One that is not there for the reader is counted, and not named.
        if let Ok(found) = case::find(node, staff, tx, number).await {
            cases.push(LessonCase {
                number,
                subject: redaction::hidden(&found.row.subject),
                sent: written(found.row.sent).ok_or(Problem::Broken)?,
            });
        }
    }
    Ok(LessonPage { row: row(&it).ok_or(Problem::Broken)?, cases })
}

/// A lesson as everybody who reads cases reads it.
fn row(it: &Lesson) -> Option<LessonRow> {
    Some(LessonRow {
        id: it.id,
        text: redaction::hidden(&it.text),
        theme: redaction::hidden(&it.theme),
        day: written(it.day)?,
        cases: it.cases,
    })
}

fn fault(field: &str, reason: Reason) -> Problem {
    Problem::faults(vec![Fault::new(field, reason)])
}
