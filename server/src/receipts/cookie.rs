//! The cookies that hold what was sealed for a person's own pages.

use axum::http::{HeaderName, HeaderValue, header};

/// How long it serves, in milliseconds.
pub(super) const SERVES: i64 = 15 * 60_000;

/// A cookie that our host alone gets back, over TLS alone, and no script reads.
pub(super) fn cookie(name: &str, value: &str, seconds: i64) -> (HeaderName, HeaderValue) {
    let cookie =
        format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite=Strict");
    let cookie = HeaderValue::try_from(cookie).expect("digits and our own words");
    (header::SET_COOKIE, cookie)
}
