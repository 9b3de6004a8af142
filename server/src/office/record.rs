//! `GET /api/v1/office/record`: what was done and by whom, to read and to take away.

use app::text;
use axum::{
    Json,
    extract::{Query, State},
    response::Response,
};
use chrono::{DateTime, FixedOffset};
use domain::{
    Fault, Lang, Reason,
    listing::{ListPage, Part},
    office::record::{Question, RecordPage, RecordQuery, RecordRow, format_place},
};
use serde_json::json;

use crate::{
    export::{Cell, Format, MOST_ROWS, Table, doors::doors},
    keys::hex,
    node::Node,
    problem::{Problem, ProblemReply},
    staff::{Deed, Staff},
    store::record::{RecordEntry, look::Look},
};

/// What was found, the newest first. So many entries are gone through at a time; `earlier` says
/// where to go on.
#[utoipa::path(
    get, path = "/record", params(RecordQuery),
    responses(
        (status = 200, body = RecordPage),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
    Query(query): Query<RecordQuery>,
) -> Result<Json<RecordPage>, Problem> {
    let question = read(&staff, &query)?;
    let (look, next) = look(&question).held(&node.db).await?;
    let part = Part::of(look.count(&node.db).await?, query.page);
    let (most, skip) = part.bounds();
    let rows = look.rows(&node.db, skip, most).await?;
    let ListPage { rows, total, page, pages } = part.with(rows.into_iter().map(row).collect());
    Ok(Json(RecordPage { rows, total, page, pages, earlier: next.map(format_place) }))
}

doors! {
    RecordQuery => export,
    /// Everything that was found, as a CSV file. The export itself goes on the record.
    csv "/record.csv",
    /// Everything that was found, as a workbook. The export itself goes on the record.
    xlsx "/record.xlsx",
}

async fn export(
    node: &Node,
    staff: &Staff,
    lang: Lang,
    query: &RecordQuery,
    format: Format,
) -> Result<Response, Problem> {
    let question = read(staff, query)?;
    let rows = all(node, &question).await?;
    let entry = json!({
        "format": format.name(), "rows": rows.len(), "actor": query.actor,
        "action": query.action, "from": query.from, "to": query.to,
        // The words looked for may be somebody's name: they stay untold.
        "searched": !query.q.is_empty(),
    });
    staff.note(node, Deed::new("record.export", "record").after(entry)).await?;
    let name = format!("record-{}", node.today());
    let rows = rows.into_iter().map(cells).collect();
    Table { name, head: head(lang), rows }.reply(format).await
}

/// The question, if this person may ask it: the record belongs to no unit.
fn read(staff: &Staff, query: &RecordQuery) -> Result<Question, Problem> {
    if !staff.scope.holds(None) {
        return Err(Problem::NotAllowed);
    }
    query.check().map_err(Problem::faults)
}

/// Everything that is found, however far back, as long as it fits into one table.
async fn all(node: &Node, question: &Question) -> Result<Vec<RecordEntry>, Problem> {
    let mut look = look(question);
    let mut rows = Vec::new();
    loop {
        let (held, next) = look.clone().held(&node.db).await?;
        let room = MOST_ROWS + 1 - rows.len();
        rows.extend(held.rows(&node.db, 0, room as i64).await?);
        if rows.len() > MOST_ROWS {
            let fault = Fault::new("from", Reason::TooManyRows(MOST_ROWS));
            return Err(Problem::faults(vec![fault]));
        }
        let Some(next) = next else { return Ok(rows) };
        look.before = next;
    }
}

fn look(question: &Question) -> Look {
    let (from, to) = question.moments();
    let end = (to, i64::MIN);
    Look {
        after: (from.saturating_sub(1), i64::MAX),
        before: question.before.map_or(end, |before| before.min(end)),
        actor: question.actor.clone(),
        action: question.action.clone(),
        q: question.q.clone(),
    }
}

fn row(row: RecordEntry) -> RecordRow {
    RecordRow {
        seq: row.seq,
        moment: row.moment,
        actor: row.actor,
        action: row.action,
        object: row.object,
        before: row.before,
        after: row.after,
        hash: hex(&row.hash),
    }
}

fn head(lang: Lang) -> Vec<&'static str> {
    let words = text::record(lang);
    vec![
        words.seq,
        words.moment,
        words.actor,
        words.action,
        words.object,
        words.before,
        words.after,
        words.hash,
    ]
}

fn cells(row: RecordEntry) -> Vec<Cell> {
    vec![
        Cell::Whole(row.seq),
        Cell::Text(local(row.moment)),
        Cell::Text(row.actor),
        Cell::Text(row.action),
        Cell::Text(row.object),
        Cell::Text(row.before.unwrap_or_default()),
        Cell::Text(row.after.unwrap_or_default()),
        Cell::Text(hex(&row.hash)),
    ]
}

/// A moment as clocks in Việt Nam show it.
fn local(moment: i64) -> String {
    let zone = FixedOffset::east_opt(7 * 3600);
    let moment = DateTime::from_timestamp_millis(moment).zip(zone);
    moment.map_or_else(String::new, |(moment, zone)| {
        moment.with_timezone(&zone).format("%Y-%m-%d %H:%M:%S").to_string()
    })
}
