//! `/api/v1/feedback`: sending feedback, and following it with code and pin.

use axum::{
    Json,
    extract::{Path, Query, State},
    http::StatusCode,
};
use domain::feedback::{
    code::Ticket,
    message::Message,
    view::{Addition, FeedbackView, RatingSent},
};

use super::ballots::own::PinQuery;
use crate::{
    feedback::{
        keep::{self, Outcome, Sent},
        own::{self, Act},
    },
    node::Node,
    problem::{Problem, ProblemReply},
    receipts::Of,
    sender::Sender,
    sent::{SentJson, json},
    speech::Speech,
};

/// Keeps feedback. The same id and content again gives the same code and pin. Files come with the page's
/// own form only.
#[utoipa::path(
    post, path = "/feedback", request_body = Message,
    responses(
        (status = 201, body = Ticket, description = "kept, and kept for good"),
        (status = 200, body = Ticket, description = "kept before: the same code and pin"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 408, body = ProblemReply, content_type = "application/problem+json"),
        (status = 409, body = ProblemReply, content_type = "application/problem+json",
            description = "the id was used for other content"),
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
    sender: Sender,
    SentJson(body): SentJson,
) -> Result<(StatusCode, Json<Ticket>), Problem> {
    let message = json::<Message>(&body)?;
    let sent = Sent { message, ..Sent::default() };
    let (outcome, ticket) = keep::keep(&node, sent, &sender).await?;
    let is_new = outcome == Outcome::New;
    Ok((if is_new { StatusCode::CREATED } else { StatusCode::OK }, Json(ticket)))
}

/// How far feedback is: state, deadline with its reason, unit in charge, what was said.
#[utoipa::path(
    get, path = "/feedback/{code}",
    params(("code" = String, Path, description = "the code, with its prefix or without"), PinQuery),
    responses(
        (status = 200, body = FeedbackView),
        (status = 404, body = ProblemReply, content_type = "application/problem+json",
            description = "no such code, or not its pin"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json",
            description = "too many wrong pins"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    sender: Sender,
    Speech(lang): Speech,
    Path(code): Path<String>,
    Query(PinQuery { pin }): Query<PinQuery>,
) -> Result<Json<FeedbackView>, Problem> {
    let id = Of::Feedback.find(&node, &sender, &code, &pin).await?;
    own::show(&node, id, lang).await.map(Json)
}

/// Adds words to feedback, at any time. The same words right after each other are added once.
#[utoipa::path(
    post, path = "/feedback/{code}/additions",
    params(("code" = String, Path, description = "the code"), PinQuery),
    request_body = Addition,
    responses(
        (status = 200, body = FeedbackView, description = "added: how far it is now"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn add(
    State(node): State<Node>,
    sender: Sender,
    Speech(lang): Speech,
    Path(code): Path<String>,
    Query(PinQuery { pin }): Query<PinQuery>,
    SentJson(body): SentJson,
) -> Result<Json<FeedbackView>, Problem> {
    let addition = json::<Addition>(&body)?;
    let id = Of::Feedback.find(&node, &sender, &code, &pin).await?;
    own::act(&node, id, Act::Add(addition.text, Vec::new()), lang).await.map(Json)
}

/// Rates the answer, once.
#[utoipa::path(
    put, path = "/feedback/{code}/rating",
    params(("code" = String, Path, description = "the code"), PinQuery),
    request_body = RatingSent,
    responses(
        (status = 200, body = FeedbackView, description = "rated"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json",
            description = "not answered yet, or rated before"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn rate(
    State(node): State<Node>,
    sender: Sender,
    Speech(lang): Speech,
    Path(code): Path<String>,
    Query(PinQuery { pin }): Query<PinQuery>,
    SentJson(body): SentJson,
) -> Result<Json<FeedbackView>, Problem> {
    let sent = json::<RatingSent>(&body)?;
    let id = Of::Feedback.find(&node, &sender, &code, &pin).await?;
    own::act(&node, id, Act::Rate(sent.rating), lang).await.map(Json)
}

/// Asks for another look at what was answered, with a reason: once, and within a time.
#[utoipa::path(
    post, path = "/feedback/{code}/reopening",
    params(("code" = String, Path, description = "the code"), PinQuery),
    request_body = Addition,
    responses(
        (status = 200, body = FeedbackView, description = "it is looked at again"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json",
            description = "not answered yet, asked for before, or the time for it is over"),
        (status = 429, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn reopen(
    State(node): State<Node>,
    sender: Sender,
    Speech(lang): Speech,
    Path(code): Path<String>,
    Query(PinQuery { pin }): Query<PinQuery>,
    SentJson(body): SentJson,
) -> Result<Json<FeedbackView>, Problem> {
    let reason = json::<Addition>(&body)?;
    let id = Of::Feedback.find(&node, &sender, &code, &pin).await?;
    own::act(&node, id, Act::Reopen(reason.text), lang).await.map(Json)
}
