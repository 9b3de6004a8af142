//! `/api/v1/office/views`: pages that somebody comes back to. Each sees their own alone; nothing is done to
//! anything else, so none of it is on the record.

use app::chapters::{ROOT, captured, table::ADDRESSES};
use axum::{
    Json,
    extract::{Path, State},
    http::StatusCode,
};
use domain::{
    Fault, Reason,
    office::views::{MOST, NewView, SavedView, ViewName},
    text,
};

use crate::{
    node::Node,
    problem::Problem,
    sent::{self, SentJson},
    staff::Staff,
    store::{
        accounts,
        views::{self, View},
    },
};

/// The reader's own, by name.
#[utoipa::path(get, path = "/views", responses((status = 200, body = Vec<SavedView>)))]
pub async fn list(State(node): State<Node>, staff: Staff) -> Result<Json<Vec<SavedView>>, Problem> {
    let kept = views::of(&mut node.db.snapshot().await?, staff.account).await?;
    Ok(Json(kept.into_iter().map(view).collect()))
}

/// Keeps the address of a page under a name, 30 of them at most.
#[utoipa::path(
    post, path = "/views", request_body = NewView, responses((status = 201, body = SavedView)),
)]
pub async fn create(
    State(node): State<Node>,
    staff: Staff,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<SavedView>), Problem> {
    let sent: NewView = sent::json(&body)?;
    let name = text::compose(&sent.check(is_page).map_err(Problem::faults)?);
    let mut tx = node.db.begin().await?;
    // Whoever keeps two at once keeps no more than that for it.
    accounts::hold(&mut tx, staff.account).await?;
    if views::of(&mut tx, staff.account).await?.len() >= MOST {
        return Err(Problem::faults(vec![Fault::new("name", Reason::Enough(MOST))]));
    }
    let id = views::add(&mut tx, staff.account, &name, &sent.address).await?;
    tx.commit().await?;
    Ok((StatusCode::CREATED, Json(SavedView { id, name, address: sent.address })))
}

/// Gives one another name.
#[utoipa::path(
    put, path = "/views/{id}", params(("id" = i64, Path)), request_body = ViewName,
    responses((status = 204, description = "renamed")),
)]
pub async fn update(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
    SentJson(body): SentJson,
) -> Result<StatusCode, Problem> {
    let sent: ViewName = sent::json(&body)?;
    let name = text::compose(&sent.check().map_err(Problem::faults)?);
    let mut tx = node.db.begin().await?;
    let is_there = views::rename(&mut tx, staff.account, id, &name).await?;
    tx.commit().await?;
    if is_there { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::NotFound) }
}

/// Takes one away.
#[utoipa::path(
    delete, path = "/views/{id}", params(("id" = i64, Path)),
    responses((status = 204, description = "taken away")),
)]
pub async fn remove(
    State(node): State<Node>,
    staff: Staff,
    Path(id): Path<i64>,
) -> Result<StatusCode, Problem> {
    let mut tx = node.db.begin().await?;
    let was_there = views::remove(&mut tx, staff.account, id).await?;
    tx.commit().await?;
    if was_there { Ok(StatusCode::NO_CONTENT) } else { Err(Problem::NotFound) }
}

/// Whether a path is that of a page for whoever is signed in.
fn is_page(path: &str) -> bool {
    let is_ours = path == ROOT || path.starts_with(&[ROOT, "/"].concat());
    let inside = ADDRESSES.iter().filter(|it| it.chapter.is_some());
    is_ours && inside.into_iter().any(|it| captured(it.pattern, path).is_some())
}

fn view(it: View) -> SavedView {
    SavedView { id: it.id, name: it.name, address: it.address }
}
