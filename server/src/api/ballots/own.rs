//! `/api/v1/ballots/{receipt}`: what is kept of one ballot, and taking it back.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::ballot::BallotView;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::{
    ballots::own::{find, withdraw},
    node::Node,
    problem::{Problem, ProblemReply},
    sender::Sender,
    store::changes::What,
};

/// What goes with the receipt.
#[derive(Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct PinQuery {
    /// The pin that was told with the receipt.
    pub pin: String,
}

/// What is kept of a ballot.
#[utoipa::path(
    get, path = "/ballots/{receipt}",
    params(("receipt" = String, Path, description = "the receipt code"), PinQuery),
    responses(
        (status = 200, body = BallotView),
        (status = 404, body = ProblemReply, content_type = "application/problem+json",
            description = "no such receipt, or not its pin"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json",
            description = "taken back"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json",
            description = "too many wrong pins"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    sender: Sender,
    Path(receipt): Path<String>,
    Query(PinQuery { pin }): Query<PinQuery>,
) -> Result<Json<BallotView>, Problem> {
    find(&node, &sender, &receipt, &pin).await.map(Json)
}

/// Takes a ballot back: it is gone, and its counts with it.
#[utoipa::path(
    delete, path = "/ballots/{receipt}",
    params(("receipt" = String, Path, description = "the receipt code"), PinQuery),
    responses(
        (status = 204, description = "gone"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn remove(
    State(node): State<Node>,
    sender: Sender,
    Path(receipt): Path<String>,
    Query(PinQuery { pin }): Query<PinQuery>,
) -> Result<StatusCode, Problem> {
    let what = What::Withdrawal;
    withdraw(&node, &sender, &receipt, &pin, what).await.map(|()| StatusCode::NO_CONTENT)
}

/// Takes a ballot's comment back; the answers stay and still count.
#[utoipa::path(
    delete, path = "/ballots/{receipt}/comment",
    params(("receipt" = String, Path, description = "the receipt code"), PinQuery),
    responses(
        (status = 204, description = "there is no comment any more"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn remove_comment(
    State(node): State<Node>,
    sender: Sender,
    Path(receipt): Path<String>,
    Query(PinQuery { pin }): Query<PinQuery>,
) -> Result<StatusCode, Problem> {
    let what = What::CommentWithdrawal;
    withdraw(&node, &sender, &receipt, &pin, what).await.map(|()| StatusCode::NO_CONTENT)
}

/// Takes an agreement back: what it allowed ends, and the day stays with the ballot.
#[utoipa::path(
    delete, path = "/ballots/{receipt}/consents/{purpose}",
    params(
        ("receipt" = String, Path, description = "the receipt code"),
        ("purpose" = String, Path, description = "what was agreed to, such as `publish_comment`"),
        PinQuery,
    ),
    responses(
        (status = 204, description = "it does not hold any more"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 410, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn remove_consent(
    State(node): State<Node>,
    sender: Sender,
    Path((receipt, purpose)): Path<(String, String)>,
    Query(PinQuery { pin }): Query<PinQuery>,
) -> Result<StatusCode, Problem> {
    node.books().catalogue.consent_text(&purpose).ok_or(Problem::NotFound)?;
    let what = What::ConsentWithdrawal(purpose);
    withdraw(&node, &sender, &receipt, &pin, what).await.map(|()| StatusCode::NO_CONTENT)
}
