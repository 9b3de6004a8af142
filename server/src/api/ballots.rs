//! `POST /api/v1/ballots`: one person's answers, kept once.

pub mod correction;
pub mod own;

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{AppendHeaders, IntoResponse, Response},
};
use domain::{Ballot, ballot::receipt::Receipt};

use crate::{
    ballots::{keep, reading},
    feedback::calls,
    node::Node,
    problem::{Problem, ProblemReply},
    receipts::view::{FromOurPage, ReceiptView},
    sender::Sender,
    sent::SentJson,
    store::ballots::Outcome,
};

/// Keeps a ballot. The same id and content again gives the same receipt.
#[utoipa::path(
    post, path = "/ballots", request_body = Ballot,
    responses(
        (status = 201, body = Receipt, description = "kept, and kept for good"),
        (status = 200, body = Receipt, description = "kept before: the same receipt"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 408, body = ProblemReply, content_type = "application/problem+json"),
        (status = 409, body = ProblemReply, content_type = "application/problem+json"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json",
            description = "kept, and taken back by its sender"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json",
            description = "many from one place: `pass` says what lets it through"),
        (status = 503, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn create(
    State(node): State<Node>,
    FromOurPage(ours): FromOurPage,
    sender: Sender,
    SentJson(body): SentJson,
) -> Result<Response, Problem> {
    let (ballot, faults) = reading::ballot(&body)?;
    let (outcome, mut receipt) = keep(&node, &ballot, faults, &sender).await?;
    let status = if outcome == Outcome::New { StatusCode::CREATED } else { StatusCode::OK };
    // Our page shows the receipt at once; a reload asks for it again.
    // The device at a counter asks for nothing again.
    let ours = ours && ballot.kiosk().is_none();
    receipt.call = ours && calls::is_for(&node.books(), &ballot, node.today());
    let cookie = ours.then(|| ReceiptView::of(&node, &receipt).again().cookie(&node));
    Ok((status, AppendHeaders(cookie), Json(receipt)).into_response())
}
