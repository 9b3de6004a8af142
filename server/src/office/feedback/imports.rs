//! `POST /api/v1/office/feedback/imports`: the register of another channel from a file, whole or not at all.

use axum::{
    Json,
    body::Bytes,
    extract::{Query, State},
    http::StatusCode,
};
use domain::{Fault, office::surveys::invitee::Uploaded};
use serde_json::json;

use crate::{
    feedback::{keep::Door, reach},
    import::{
        feedback::{Row, keep, read},
        report::spoken,
    },
    node::Node,
    office::uploads::{self, How},
    problem::{Problem, ProblemReply},
    sent::SentRegister,
    staff::{Deed, Staff},
};

/// Takes cases from a CSV or XLSX file of at most 10 MB and 20 000 lines. Columns: `channel`,
/// `outside_number` (one case each of a channel), `received`, `kind`, `text`, and where there are any `due`,
/// `unit`, `procedure`, `sender` with `contact`, `finished` with `answer`; or their Vietnamese names. Every
/// fault is told, as `line.column`, and nothing is kept then.
#[utoipa::path(
    post, path = "/feedback/imports", params(How),
    request_body(content = String, content_type = "text/csv"),
    responses(
        (status = 200, body = Uploaded, description = "looked at only"),
        (status = 201, body = Uploaded),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    Query(how): Query<How>,
    SentRegister(bytes): SentRegister,
) -> Result<(StatusCode, Json<Uploaded>), Problem> {
    let (rows, mut faults) = rows(&node, bytes).await?;
    let applied = !how.is_dry();
    let reply = Uploaded { rows: rows.len(), applied };
    if !applied || !faults.is_empty() {
        faults.extend(keep::known(&mut node.db.snapshot().await?, &rows).await?);
    }
    if !faults.is_empty() {
        return Err(Problem::spoken_faults(spoken(faults)));
    }
    if !applied {
        return Ok((StatusCode::OK, Json(reply)));
    }
    let books = node.books();
    let mut act = staff.act(&node).await?;
    let (keys, fill, at) = (&node.world.keys, node.world.fill, (node.world.now)());
    let door = Door { books: &books, keys, fill, at };
    let actor = reach::actor(&staff);
    let known = keep::keep(&mut act.tx, &door, &actor, &rows, &mut |_| {}).await?;
    if !known.is_empty() {
        return Err(Problem::spoken_faults(spoken(known)));
    }
    let done = Deed::new("feedback.import", "feedback").after(json!({"rows": reply.rows}));
    act.keep(done).await?;
    Ok((StatusCode::CREATED, Json(reply)))
}

/// The lines of a file.
async fn rows(node: &Node, bytes: Bytes) -> Result<(Vec<Row>, Vec<Fault>), Problem> {
    let (books, today) = (node.books(), node.today());
    Ok(uploads::read(move || read(&bytes, &books.catalogue, today)).await?)
}
