//! The body of a request, within bounds of size and time.

use std::time::Duration;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::header,
};

use http_body_util::BodyExt;

use crate::problem::Problem;

/// No form or ballot is larger, even with a comment far over its limit.
pub const LARGEST: usize = 256 * 1024;
/// As much of a body that is too large is still taken, and thrown away, for this long.
const PASSED_OVER: usize = 8 * 1024 * 1024;
const LISTENING: Duration = Duration::from_secs(5);
/// A whole body arrives in this time or not at all.
const PATIENCE: Duration = Duration::from_secs(25);

/// A body read whole, of the content type named: the extractors below say which.
async fn read(request: Request, wanted: &str) -> Result<Bytes, Problem> {
    let headers = request.headers();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim();
    if !kind.eq_ignore_ascii_case(wanted) || headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Problem::WrongFormat);
    }
    let length =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > LARGEST) {
        let _ = tokio::time::timeout(LISTENING, pass_over(request.into_body())).await;
        return Err(Problem::TooLarge);
    }
    match tokio::time::timeout(PATIENCE, to_bytes(request.into_body(), LARGEST)).await {
        Err(_) => Err(Problem::TooSlow),
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) if is_length(&error) => Err(Problem::TooLarge),
        Ok(Err(_)) => Err(Problem::Unreadable),
    }
}

/// Reads on without keeping anything: a sender whose last bytes nobody took is cut off and never
/// hears why it was refused.
async fn pass_over(mut body: Body) {
    let mut left = PASSED_OVER;
    while let Some(Ok(frame)) = body.frame().await {
        let taken = frame.data_ref().map_or(0, Bytes::len);
        match left.checked_sub(taken) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

fn is_length(error: &axum::Error) -> bool {
    std::error::Error::source(error)
        .is_some_and(|source| source.is::<http_body_util::LengthLimitError>())
}

/// A JSON body.
pub struct SentJson(pub Bytes);

impl<S: Sync> FromRequest<S> for SentJson {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request, "application/json").await.map(Self)
    }
}

/// A form body as its fields, in order.
pub struct SentForm(pub Vec<(String, String)>);

/// No form of ours has more fields.
const MOST_FIELDS: usize = 200;

impl<S: Sync> FromRequest<S> for SentForm {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let bytes = read(request, "application/x-www-form-urlencoded").await?;
        let fields = form_urlencoded::parse(&bytes).into_owned();
        let fields: Vec<(String, String)> = fields.take(MOST_FIELDS + 1).collect();
        if fields.len() > MOST_FIELDS { Err(Problem::Unreadable) } else { Ok(Self(fields)) }
    }
}
