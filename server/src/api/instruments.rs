//! `GET /api/v1/instruments/{code}`: what is asked.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::Instrument;

use crate::{
    problem::{Problem, ProblemReply},
    state::App,
};

/// The newest version of a question set, or the one named by `code/version` with the slash escaped.
#[utoipa::path(
    get, path = "/api/v1/instruments/{code}", tag = "books",
    params(("code" = String, Path, description = "such as `quick`, or `quick%2F1` for one version")),
    responses(
        (status = 200, body = Instrument),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(app): State<App>,
    Path(code): Path<String>,
) -> Result<Json<Instrument>, Problem> {
    let books = app.books();
    books.catalogue.instrument(&code).map(|(_, set)| Json(set.clone())).ok_or(Problem::NotFound)
}
