//! `/api/v1/office/feedback/{number}`: a case with its log, and what may be done next.

mod next;
mod page;

use std::collections::HashMap;

use axum::{
    Json,
    extract::{Path, State},
    response::{IntoResponse, Response},
};
use domain::{
    feedback::{
        case::Case,
        event::{Event, Step},
        kind::Kind,
    },
    office::feedback::case::{CasePage, ViewersView},
};
use serde_json::json;

pub use self::{
    next::{may, orders},
    page::{due, moment},
};
use crate::{
    feedback::{
        attachments::{self, headers},
        reach,
    },
    node::Node,
    problem::Problem,
    staff::{Deed, Staff},
    store::{
        Tx,
        feedback::{
            beside,
            cases::{self, StoredCase},
            log,
        },
    },
};

/// A case that is there for the reader: its row, its log, and what that makes of it.
pub struct Found {
    /// The row.
    pub row: StoredCase,
    /// The log.
    pub log: Vec<Event>,
    /// What the log makes of it.
    pub case: Case,
}

impl Found {
    /// Whether nobody has said yet whom a complaint about conduct is about.
    pub fn is_concern_open(&self) -> bool {
        self.row.kind == Kind::Conduct.number() && !self.case.is_about_known
    }
}

/// What a sender asked first, and what they were answered last, of the words of a log.
pub fn spoken<'a>(
    log: &[Event],
    words: &'a HashMap<i64, String>,
) -> Option<(&'a String, &'a String)> {
    let place = log.iter().rposition(|event| event.step == Step::Submitted)?;
    Some((words.get(&1)?, words.get(&(i64::try_from(place).ok()? + 1))?))
}

/// A case within the reader's scope; what is outside it is not there.
pub async fn find(node: &Node, staff: &Staff, tx: &mut Tx, number: i64) -> Result<Found, Problem> {
    let row = cases::one(tx, number).await?.ok_or(Problem::NotFound)?;
    let log = log::read(tx, number).await?;
    let case = Case::of(&log).ok_or(Problem::Broken)?;
    let books = node.books();
    if !reach::is_within(staff, &books.catalogue, node.today(), &row, &case.supports) {
        return Err(Problem::NotFound);
    }
    Ok(Found { row, log, case })
}

/// A case. Whoever handles it sees who sent it, and that they looked goes on the record; to others
/// what tells who somebody is is masked.
#[utoipa::path(
    get, path = "/feedback/{number}", params(("number" = i64, Path)),
    responses((status = 200, body = CasePage)),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
) -> Result<Json<CasePage>, Problem> {
    let found = find(&node, &staff, &mut node.db.snapshot().await?, number).await?;
    look(&node, &staff, number).await?;
    let page = page::of(&node, &staff, found).await?;
    if page.sender.is_some() {
        let seen = Deed::new("feedback.sender", format!("feedback/{number}"));
        staff.note(&node, seen.after(json!({"seen": page.seen}))).await?;
    }
    Ok(Json(page))
}

/// Who else has a case open. The page asks by itself as long as it is on view, and says so that its own
/// reader looks; that keeps no session alive.
#[utoipa::path(
    get, path = "/feedback/{number}/viewers", params(("number" = i64, Path)),
    responses((status = 200, body = ViewersView)),
)]
pub async fn viewers(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
) -> Result<Json<ViewersView>, Problem> {
    find(&node, &staff, &mut node.db.snapshot().await?, number).await?;
    look(&node, &staff, number).await?;
    let since = node.moment() - page::LOOKING;
    let mut tx = node.db.snapshot().await?;
    let viewers = beside::viewers(&mut tx, (number, staff.account), since).await?;
    Ok(Json(ViewersView { viewers }))
}

/// Notes that somebody has a case open; a program has none.
async fn look(node: &Node, staff: &Staff, number: i64) -> Result<(), Problem> {
    if staff.session.is_none() {
        return Ok(());
    }
    let mut tx = node.db.begin().await?;
    beside::look(&mut tx, (number, staff.account), node.moment()).await?;
    Ok(tx.commit().await?)
}

/// A case as it is after a change by the same reader.
pub async fn again(node: &Node, staff: &Staff, number: i64) -> Result<CasePage, Problem> {
    let mut tx = node.db.snapshot().await?;
    let found = find(node, staff, &mut tx, number).await?;
    drop(tx);
    page::of(node, staff, found).await
}

/// A file that came with a case, as a download.
#[utoipa::path(
    get, path = "/feedback/{number}/files/{id}",
    params(("number" = i64, Path), ("id" = i64, Path)),
    responses((status = 200, body = [u8], content_type = "application/octet-stream")),
)]
pub async fn file(
    State(node): State<Node>,
    staff: Staff,
    Path((number, id)): Path<(i64, i64)>,
) -> Result<Response, Problem> {
    let mut tx = node.db.snapshot().await?;
    let found = find(&node, &staff, &mut tx, number).await?;
    let books = node.books();
    if !reach::is_handled_by(&staff, &books.catalogue, node.today(), &found.case) {
        return Err(Problem::NotAllowed);
    }
    let (name, kind, bytes) = beside::file(&mut tx, number, id).await?.ok_or(Problem::NotFound)?;
    let seen = Deed::new("feedback.file", format!("feedback/{number}"));
    staff.note(&node, seen.after(json!({"file": id}))).await?;
    let kind = attachments::Kind::from_number(kind).ok_or(Problem::Broken)?;
    Ok((headers(&name, kind), bytes).into_response())
}
