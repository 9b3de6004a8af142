//! `GET /api/v1/office/indicator`: what is behind one figure, as far as the reader's right reaches.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::{Role, office::figures::behind::Behind};

use crate::{
    figures::{
        LensQuery,
        behind::{self, SubjectQuery},
    },
    node::Node,
    problem::{Problem, ProblemReply},
    speech::Speech,
    staff::Staff,
};

/// One figure with its interval, its months as a chart with limits and breaks, how often each level was
/// given, and the units beside one another; of the units that the reader's right reaches. Without a subject
/// it is the whole index. Fewer than ten people say nothing. Viewers from outside find nothing here.
#[utoipa::path(
    get, path = "/indicator", params(SubjectQuery, LensQuery),
    responses(
        (status = 200, body = Behind),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    Query(subject): Query<SubjectQuery>,
    Query(lens): Query<LensQuery>,
) -> Result<Json<Behind>, Problem> {
    if staff.role == Role::Viewer {
        return Err(Problem::NotFound);
    }
    let asked = subject.check(&lens, &node).await?;
    let asked = asked.within(&staff.scope).ok_or(Problem::NotFound)?;
    Ok(Json(behind::read(&node, asked, lang).await?))
}
