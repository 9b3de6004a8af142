//! `GET /api/v1/office/overview`: where the department stands, as far as the reader's right reaches.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::{Role, office::figures::overview::Overview};

use crate::{
    figures::{
        LensQuery,
        overview::{Reader, overview},
    },
    node::Node,
    problem::{Problem, ProblemReply},
    speech::Speech,
    staff::Staff,
};

/// Where the units that the reader's right reaches stand: the index with its interval, each indicator
/// beside its own past, what to mend first, and good news. Lists are decided together; too few people say
/// nothing. For viewers from outside there is none: they read what is published.
#[utoipa::path(
    get, path = "/overview", params(LensQuery),
    responses(
        (status = 200, body = Overview),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    Query(query): Query<LensQuery>,
) -> Result<Json<Overview>, Problem> {
    if staff.role == Role::Viewer {
        return Err(Problem::NotFound);
    }
    let lens = query.check(&node).await?.within(&staff.scope).ok_or(Problem::NotFound)?;
    let sees_troubles = matches!(staff.role, Role::Leadership | Role::Inspector);
    let reader = Reader { lang, scope: staff.scope, sees_troubles };
    Ok(Json(overview(&node, &lens, &reader).await?))
}
