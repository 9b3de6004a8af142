//! `/api/v1/office/me/sessions`: where one is signed in, and ending it.

use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::office::people::account::SessionRow;

use super::session;
use crate::{
    node::Node,
    problem::Problem,
    staff::{self, Deed, Staff},
    store::sessions,
};

/// Where the account is signed in.
#[utoipa::path(get, path = "/me/sessions", responses((status = 200, body = Vec<SessionRow>)))]
pub async fn list(
    State(node): State<Node>,
    staff: Staff,
) -> Result<Json<Vec<SessionRow>>, Problem> {
    let (begun, seen) = staff::oldest(&node);
    let rows = sessions::of_account(&node.db, staff.account, begun, seen).await?;
    let views = rows.into_iter().map(|sessions::OpenSession { id, device, begun, seen }| {
        SessionRow { id, device, begun, seen, current: staff.session == Some(id) }
    });
    Ok(Json(views.collect()))
}

/// Ends one of the account's sessions.
#[utoipa::path(
    delete, path = "/me/sessions/{id}", params(("id" = i64, Path)),
    responses((status = 204, description = "ended")),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<StatusCode, Problem> {
    let mut act = staff.act(&node).await?;
    if !sessions::end(&mut act.tx, staff.account, id).await? {
        return Err(Problem::NotFound);
    }
    act.keep(Deed::new("session.end", "session")).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Ends every session of the account but this one.
#[utoipa::path(delete, path = "/me/sessions", responses((status = 204, description = "ended")))]
pub async fn remove_others(State(node): State<Node>, staff: Staff) -> Result<StatusCode, Problem> {
    let current = session(&staff)?;
    let mut act = staff.act(&node).await?;
    if sessions::end_others(&mut act.tx, staff.account, current).await? > 0 {
        act.keep(Deed::new("session.end_others", "session")).await?;
    }
    Ok(StatusCode::NO_CONTENT)
}
