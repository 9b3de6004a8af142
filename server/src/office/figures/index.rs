//! `GET /api/v1/office/index`: live figures, as far as the reader's right reaches.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::{Role, figures::index::Index};

use crate::{
    figures::{Figures, IndexQuery},
    node::Node,
    problem::{Problem, ProblemReply},
    publications::reading,
    speech::Speech,
    staff::Staff,
};

/// The index by unit, procedure, factor, item, month, channel or kind of sampling as it stands now, of the
/// units that the reader's right reaches. Each ballot is in one row of its unit; of fewer than ten people
/// there are counts and no percentage. All rows are decided together, each against the others. Viewers from outside read what is published.
#[utoipa::path(
    get, path = "/index", params(IndexQuery),
    responses(
        (status = 200, body = Index),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    Query(query): Query<IndexQuery>,
) -> Result<Json<Index>, Problem> {
    if staff.role == Role::Viewer {
        return Ok(Json(reading::index(&node, &query.into(), lang).await?.index));
    }
    let question = query.check(&node).await?.within(&staff.scope).ok_or(Problem::NotFound)?;
    let by = question.by;
    Ok(Json(Figures::read(&node, question).await?.by(by, lang)))
}
