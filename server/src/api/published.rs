//! `GET /api/v1/published`: what was answered and published, without what is personal.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::{feedback::view::PublishedView, listing::ListPage};

use crate::{
    feedback::published::{PublishedQuery, look},
    node::Node,
    problem::{Problem, ProblemReply},
    speech::Speech,
};

/// Questions and answers that hold every word, the newest first, fifty on a page.
#[utoipa::path(
    get, path = "/published", params(PublishedQuery),
    responses(
        (status = 200, body = ListPage<PublishedView>),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn list(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<PublishedQuery>,
) -> Result<Json<ListPage<PublishedView>>, Problem> {
    look(&node, &query, lang).await.map(Json)
}
