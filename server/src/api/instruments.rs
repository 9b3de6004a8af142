//! `/api/v1/instruments`: the question sets there are, and what each asks.

use axum::{
    Json,
    extract::{Path, State},
};
use domain::{Instrument, Words};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    node::Node,
    problem::{Problem, ProblemReply},
};

/// A question set by name.
#[derive(Serialize, ToSchema)]
pub struct InstrumentName {
    /// What a campaign names it by: `code/version`.
    pub code: String,
    /// What it is called.
    pub name: Words,
}

/// Every version of every question set, in the order of the codes, the newest version first.
#[utoipa::path(get, path = "/instruments", responses((status = 200, body = Vec<InstrumentName>)))]
pub async fn list(State(node): State<Node>) -> Json<Vec<InstrumentName>> {
    let books = node.books();
    let mut sets: Vec<&Instrument> = books.catalogue.instruments.values().collect();
    sets.sort_by(|one, next| (&one.code, next.version).cmp(&(&next.code, one.version)));
    Json(
        sets.into_iter()
            .map(|set| InstrumentName { code: set.key(), name: set.name.clone() })
            .collect(),
    )
}

/// The newest version of a question set, or the one named by `code/version` with the slash escaped.
#[utoipa::path(
    get, path = "/instruments/{code}",
    params((
        "code" = String, Path, pattern = "^[0-9A-Za-z][0-9A-Za-z-]{0,39}$",
        description = "such as `quick`, or `quick%2F1` for one version",
    )),
    responses(
        (status = 200, body = Instrument),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    Path(code): Path<String>,
) -> Result<Json<Instrument>, Problem> {
    let books = node.books();
    books.catalogue.instrument(&code).map(|(_, set)| Json(set.clone())).ok_or(Problem::NotFound)
}
