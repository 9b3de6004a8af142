//! `/api/v1/office/feedback/{number}/draft`: an answer that somebody is writing. It is theirs, whatever
//! happens to the case meanwhile.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{
    day::local_time,
    office::feedback::{case::DraftView, order::DraftForm},
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
    case::find(&node, &staff, &mut tx, number).await?;
    let at = (number, staff.account);
    beside::save_draft(&mut tx, at, &text, node.moment()).await?;
    tx.commit().await?;
    let saved = local_time((node.world.now)()).format("%Y-%m-%d %H:%M").to_string();
    Ok(Json(DraftView { text, saved }))
}
