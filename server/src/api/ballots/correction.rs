//! `PUT /api/v1/ballots/{receipt}`: a kept ballot says something else from now on.

use axum::{
    Json,
    extract::{Path, Query, State},
};
use domain::ballot::{BallotView, Correction};

use super::own::PinQuery;
use crate::{
    ballots::{correct, reading},
    node::Node,
    problem::{Problem, ProblemReply},
    sender::Sender,
    sent::SentJson,
};

/// Corrects a ballot: its answers, its comment, its facets, what is agreed to; what is left out is no
/// longer said. It counts where and when it did. Possible while its campaign is open, and 15 days
/// after its last day.
#[utoipa::path(
    put, path = "/ballots/{receipt}",
    params(("receipt" = String, Path, description = "the receipt code"), PinQuery),
    request_body = Correction,
    responses(
        (status = 200, body = BallotView, description = "corrected: what is kept now"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json",
            description = "no such receipt, or not its pin"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json",
            description = "taken back"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json",
            description = "too many wrong pins, or many from one place: then `pass` says what lets it through"),
    ),
)]
pub async fn update(
    State(node): State<Node>,
    Path(receipt): Path<String>,
    Query(shown): Query<PinQuery>,
    sender: Sender,
    SentJson(body): SentJson,
) -> Result<Json<BallotView>, Problem> {
    let (correction, faults) = reading::correction(&body)?;
    correct(&node, (&receipt, &shown.pin), correction, faults, &sender).await.map(Json)
}
