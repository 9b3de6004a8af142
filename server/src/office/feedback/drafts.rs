//! `/api/v1/office/feedback/{number}/draft`: an answer that somebody is writing. It is theirs, whatever
//! happens to the case meanwhile.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{
    day::local_time,
    office::feedback::{
        case::{DraftView, OwnDraft},
        order::DraftForm,
    },
    text,
};

use super::case;
use crate::{
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::Staff,
    store::feedback::beside,
};

/// What the reader is writing, the newest first, also on cases that are no longer theirs: a draft is its
/// author's.
#[utoipa::path(
    get, path = "/feedback/drafts", responses((status = 200, body = Vec<OwnDraft>)),
)]
pub async fn list(State(node): State<Node>, staff: Staff) -> Result<Json<Vec<OwnDraft>>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let mut drafts = Vec::new();
    for (number, text, saved) in beside::drafts_of(&mut tx, staff.account).await? {
        let is_there = case::find(&node, &staff, &mut tx, number).await.is_ok();
        let draft = DraftView { text, saved: case::moment(saved) };
        drafts.push(OwnDraft { number, is_there, draft });
    }
    Ok(Json(drafts))
}

/// Saves what its author is writing; an empty text is thrown away. Not on the record: nothing is done
/// to the case.
#[utoipa::path(
    put, path = "/feedback/{number}/draft", params(("number" = i64, Path)),
    request_body = DraftForm, responses((status = 200, body = DraftView)),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(number): Path<i64>,
    SentJson(body): SentJson,
) -> Result<Json<DraftView>, Problem> {
    let form: DraftForm = sent::json(&body)?;
    let text = text::compose(&form.check().map_err(Problem::faults)?);
    let mut tx = node.db.begin().await?;
    let at = (number, staff.account);
    // Whoever began to write goes on, whatever happened to the case.
    if beside::draft(&mut tx, number, staff.account).await?.is_none() {
        case::find(&node, &staff, &mut tx, number).await?;
    }
    beside::save_draft(&mut tx, at, &text, node.moment()).await?;
    tx.commit().await?;
    let saved = local_time((node.world.now)()).format("%Y-%m-%d %H:%M").to_string();
    Ok(Json(DraftView { text, saved }))
}
