//! `GET /api/v1/index`: the satisfaction index as it is published.

use axum::{
    Json,
    extract::{Query, State},
};

use crate::{
    node::Node,
    problem::{Problem, ProblemReply},
    publications::reading::{self, Published, PublishedQuery},
    speech::Speech,
};

/// A table of a publication: the index of a closed period by unit, procedure, factor, item, channel or
/// kind of sampling, or of every published month. What is too small to tell is withheld. A question that
/// no published table answers is not found.
#[utoipa::path(
    get, path = "/index", params(PublishedQuery),
    responses(
        (status = 200, body = Published),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<PublishedQuery>,
) -> Result<Json<Published>, Problem> {
    Ok(Json(reading::index(&node, &query, lang).await?))
}
