//! Whether a request that changes something was sent by our own pages.

use axum::{extract::Request, http::Method};

use crate::{problem::Problem, state::App};

/// Refuses what another site had a browser send.
///
/// Browsers say where a request comes from, and pages cannot change what they say; older ones only
/// name the origin. A browser that says neither is not trusted; other programs use keys.
pub fn check(app: &App, request: &Request) -> Result<(), Problem> {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(());
    }
    let header = |name| request.headers().get(name).map(|value| value.as_bytes());
    let ours = match header("sec-fetch-site") {
        Some(site) => site == b"same-origin",
        None => header("origin").is_some_and(|origin| origin == app.world.public_url.as_bytes()),
    };
    if ours { Ok(()) } else { Err(Problem::Forged) }
}
