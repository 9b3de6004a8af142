//! Whether a request that changes something was sent by our own pages.

use axum::{
    extract::Request,
    http::{HeaderMap, Method},
    middleware::Next,
    response::Response,
};

use crate::{node::Node, problem::Problem};

/// Refuses what another site had a browser send.
///
/// Browsers say where a request comes from, and pages cannot change what they say; older ones only
/// name the origin. A browser that says neither is not trusted; other programs use keys.
pub fn check(node: &Node, request: &Request) -> Result<(), Problem> {
    if matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(());
    }
    let headers = request.headers();
    let ours = is_ours(headers).unwrap_or_else(|| {
        let origin = headers.get("origin").map(|origin| origin.as_bytes());
        origin == Some(node.world.public_url.as_bytes())
    });
    if ours { Ok(()) } else { Err(Problem::Forged) }
}

/// Refuses a citizen's form that another site had a browser send. Browsers too old to say where it
/// comes from are let through: nobody is signed in there.
pub async fn not_from_elsewhere(request: Request, next: Next) -> Result<Response, Problem> {
    if *request.method() == Method::POST && is_ours(request.headers()) == Some(false) {
        return Err(Problem::Forged);
    }
    Ok(next.run(request).await)
}

/// Whether one of our own pages sent it, if the browser says.
fn is_ours(headers: &HeaderMap) -> Option<bool> {
    let site = headers.get("sec-fetch-site")?;
    Some(site == "same-origin")
}
