//! `GET /api/v1/index`: the satisfaction index, from tallies alone.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::figures::index::Index;

use crate::{
    figures::{Figures, IndexQuery},
    node::Node,
    problem::{Problem, ProblemReply},
    speech::Speech,
};

/// The index by unit, procedure, factor, item, month, channel or kind of sampling, with small groups withheld.
#[utoipa::path(
    get, path = "/index", params(IndexQuery),
    responses(
        (status = 200, body = Index),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<IndexQuery>,
) -> Result<Json<Index>, Problem> {
    let question = query.check(&node).await?;
    let by = question.by;
    Ok(Json(Figures::read(&node, question).await?.by(by, lang)))
}
