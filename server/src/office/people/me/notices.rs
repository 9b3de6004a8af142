//! `/api/v1/office/me/notices`: what others asked for about one's own account, and what became of it.

use axum::{Json, extract::State, http::StatusCode};
use domain::office::people::confirmation::{Confirmation, Seen};

use crate::{
    node::Node,
    office::people::confirmations::Names,
    problem::Problem,
    sent::{self, SentJson},
    staff::Staff,
    store::confirmations,
};

/// What the owner has not seen yet, the newest first.
#[utoipa::path(
    get, path = "/me/notices", responses((status = 200, body = Vec<Confirmation>)),
)]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
) -> Result<Json<Vec<Confirmation>>, Problem> {
    let rows = confirmations::untold(&node.db, staff.account).await?;
    let names = Names::read(&node).await?;
    Ok(Json(rows.iter().filter_map(|row| names.of(&node, row)).collect()))
}

/// Notes that the owner has seen what stood so at a moment; what becomes of it later is told anew.
#[utoipa::path(
    put, path = "/me/notices", request_body = Seen,
    responses((status = 204, description = "noted")),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<StatusCode, Problem> {
    let seen: Seen = sent::json(&body)?;
    let mut tx = node.db.begin().await?;
    confirmations::told(&mut tx, staff.account, seen.until).await?;
    tx.commit().await?;
    Ok(StatusCode::NO_CONTENT)
}
