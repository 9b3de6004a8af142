//! What people said stays theirs: they see it and take it back, and nobody else learns who spoke.

mod canary;
mod comments;
mod consent;
mod correction;
mod correction_page;
mod erased;
mod page;
mod restored;
mod staff;
mod thanks;
mod withdrawal;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Reply, Service, quick};

/// A ballot of the quick set with a comment.
fn said(level: u8, comment: &str) -> Value {
    let mut ballot = quick(level);
    ballot["comment"] = json!(comment);
    ballot
}

/// The address of what is kept of a ballot.
fn address(sent: &Reply) -> String {
    format!("/api/v1/ballots/{}?pin={}", sent.receipt(), sent.pin())
}

/// Takes something back.
async fn delete(service: &Service, path: &str) -> Reply {
    Reply::read(service.request(Method::DELETE, path).send().await.expect("an answer")).await
}

/// Corrects a ballot.
async fn put(service: &Service, path: &str, body: &Value) -> Reply {
    let request = service.request(Method::PUT, path).json(body);
    Reply::read(request.send().await.expect("an answer")).await
}
