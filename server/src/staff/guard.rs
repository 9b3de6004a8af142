//! The checks before every call of the office: who sends it, and from which page.

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use domain::Action;

use super::{of, origin};
use crate::{node::Node, problem::Problem};

/// How the addresses of those calls end that a page makes by itself, without its reader.
const BY_ITSELF: &str = "/viewers";

/// Lets a request through if it comes from our own pages or with a key, and its sender may do it.
pub async fn guard(
    State((node, action)): State<(Node, Action)>,
    mut request: Request,
    next: Next,
) -> Result<Response, Problem> {
    let is_used = !request.uri().path().ends_with(BY_ITSELF);
    let staff = of(&node, request.headers(), action, is_used).await?;
    if staff.session.is_some() {
        origin::check(&node, &request)?;
    }
    request.extensions_mut().insert(staff);
    Ok(next.run(request).await)
}

/// Lets a request through if it comes from our own pages.
pub async fn from_our_pages(
    State(node): State<Node>,
    request: Request,
    next: Next,
) -> Result<Response, Problem> {
    origin::check(&node, &request)?;
    Ok(next.run(request).await)
}
