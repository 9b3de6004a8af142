//! Which language a reader gets: Vietnamese, unless English is asked for.

use std::convert::Infallible;

use axum::{
    extract::{FromRequestParts, Request},
    http::{HeaderMap, Uri, header, request::Parts},
};
use domain::Lang;

/// The language of a request: `lang` in the address; for programs also `Accept-Language`.
pub fn of_request(request: &Request) -> Lang {
    of(request.uri(), request.headers())
}

fn of(uri: &Uri, headers: &HeaderMap) -> Lang {
    let mut pairs = uri.query().unwrap_or_default().split('&');
    let header = || headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok();
    match pairs.find_map(|pair| pair.strip_prefix("lang=")) {
        Some(code) => Lang::read(code),
        None if uri.path().starts_with("/api/") => {
            if header().is_some_and(|tags| tags.starts_with("en")) { Lang::En } else { Lang::Vi }
        }
        None => Lang::Vi,
    }
}

/// The language of a request, for handlers.
pub struct Speech(pub Lang);

impl<S: Sync> FromRequestParts<S> for Speech {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(of(&parts.uri, &parts.headers)))
    }
}
