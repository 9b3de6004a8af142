//! The one place where a problem becomes a reply: JSON for programs, a page for people.

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};

use crate::{node::Node, pages, problem::Problem, sent::address, speech};

/// Puts problems into the reader's language: JSON under `/api`, a page elsewhere.
pub async fn speak(State(node): State<Node>, request: Request, next: Next) -> Response {
    let lang = speech::of_request(&request);
    let uri = request.uri().clone();
    let for_programs = uri.path().starts_with("/api/");
    let mut response = next.run(request).await;
    // An address that cannot be read is refused before any handler, in the framework's words.
    let is_unread = response.status() == StatusCode::BAD_REQUEST;
    let unread = || address::contrary(&uri).map_or(Problem::Unreadable, Problem::Contrary);
    let unread = is_unread.then(unread);
    let Some(problem) = response.extensions_mut().remove::<Problem>().or(unread) else {
        return response;
    };
    let allow = response.headers_mut().remove(header::ALLOW);
    let mut response =
        if for_programs { problem.json(lang) } else { pages::problem::page(&node, &problem, lang) };
    let wait = match problem {
        Problem::Away | Problem::ProviderAway => Some(2),
        Problem::Crowded(ref challenge) => Some(challenge.seconds),
        Problem::TooMany(seconds) => Some(seconds),
        _ => None,
    };
    if let Some(seconds) = wait {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if matches!(problem, Problem::TooLarge | Problem::TooSlow | Problem::WrongFormat) {
        // The rest of the body was not read, so nothing else can follow on this connection.
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    if let Some(allow) = allow {
        response.headers_mut().insert(header::ALLOW, allow);
    }
    response
}
