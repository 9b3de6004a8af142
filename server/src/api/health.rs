//! Whether the server lives, whether it can work, and what it counted.

use std::time::Duration;

use axum::{
    extract::{Request, State},
    http::{HeaderMap, StatusCode, header},
};

use crate::{
    keys::Key,
    node::{METRICS_TOKEN, Node},
    problem::Problem,
    sender::Peer,
};

/// What proxies add: a request that has any of it came from elsewhere, whoever the peer is.
const PASSED_ON: [&str; 6] =
    ["forwarded", "via", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip"];

/// `GET /healthz`: alive.
pub async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// How long a mark may take to be committed: who waits longer for a ballot gives up.
const PATIENCE: Duration = Duration::from_secs(2);

/// `GET /readyz`: the database answers, is migrated, and keeps what is written.
pub async fn ready(State(node): State<Node>) -> Result<StatusCode, Problem> {
    let answers = node.db.ping().await.is_ok();
    let is_migrated = matches!(node.db.schema_version().await, Ok(version) if version > 0);
    if !answers || !is_migrated {
        return Err(Problem::Away);
    }
    match tokio::time::timeout(PATIENCE, node.writer.probe()).await {
        Ok(Ok(true)) => Ok(StatusCode::NO_CONTENT),
        _ => Err(Problem::Away),
    }
}

/// `GET /metrics`: what the server counted about itself, for Prometheus. Nothing about people.
pub async fn metrics(State(node): State<Node>, request: Request) -> Result<String, Problem> {
    let may_read = match node.world.metrics_token {
        Some(ours) => brings(&node, request.headers(), ours),
        None => is_from_here(&request),
    };
    if may_read { Ok(node.world.metrics.render()) } else { Err(Problem::SignInFirst) }
}

/// Whether a request brings the token. Stand-ins are compared, so that time tells nothing about it.
fn brings(node: &Node, headers: &HeaderMap, ours: Key) -> bool {
    let sent = headers.get(header::AUTHORIZATION).and_then(|sent| sent.to_str().ok());
    let token = sent.and_then(|sent| sent.strip_prefix("Bearer "));
    token.is_some_and(|token| node.world.keys.blind(METRICS_TOKEN, token.as_bytes()) == ours)
}

/// Whether a program on this machine asks by itself.
fn is_from_here(request: &Request) -> bool {
    let peer = request.extensions().get::<Peer>();
    let is_here = peer.is_some_and(|peer| peer.0.to_canonical().is_loopback());
    is_here && !PASSED_ON.iter().any(|name| request.headers().contains_key(*name))
}
