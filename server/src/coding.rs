//! Which codings of a reply its reader takes (RFC 9110, 12.5.3): a weight of nought refuses one.

use axum::{
    extract::Request,
    http::{HeaderMap, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};

/// The codings we have besides none at all.
const OURS: [&str; 2] = ["br", "gzip"];

/// Whether a file that lies ready in brotli is to be sent so: it was asked for by name and is liked no
/// less than the plain file, or nothing else may be sent.
pub fn takes_brotli(headers: &HeaderMap) -> bool {
    let plain = weight(headers, "identity");
    match weight(headers, "br") {
        Some(brotli) => brotli > 0 && plain.is_none_or(|plain| plain <= brotli),
        None => plain == Some(0) && weight(headers, "*").is_some_and(|any| any > 0),
    }
}

/// Whether the plain form and every coding of ours are refused.
fn refuses_all(headers: &HeaderMap) -> bool {
    let any = weight(headers, "*");
    let is_refused = |coding| weight(headers, coding).or(any) == Some(0);
    let is_taken = |coding: &&str| weight(headers, coding).or(any).is_some_and(|it| it > 0);
    is_refused("identity") && !OURS.iter().any(is_taken)
}

/// Turns away who wants to read and takes no form of it that we have.
pub async fn acceptable(request: Request, next: Next) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    if is_read && refuses_all(request.headers()) {
        return StatusCode::NOT_ACCEPTABLE.into_response();
    }
    next.run(request).await
}

/// How much a coding is liked, in thousandths; nothing, if it is not named. What cannot be read counts
/// as not named.
fn weight(headers: &HeaderMap, coding: &str) -> Option<u16> {
    let lists = headers.get_all(header::ACCEPT_ENCODING).iter();
    let named = lists.filter_map(|list| list.to_str().ok()).flat_map(|list| list.split(','));
    named.filter_map(|one| weight_in(one, coding)).next()
}

fn weight_in(named: &str, coding: &str) -> Option<u16> {
    let (name, weight) = named.split_once(';').unwrap_or((named, "q=1"));
    let is_named = name.trim().eq_ignore_ascii_case(coding);
    let number = weight.trim().strip_prefix(['q', 'Q']).map(str::trim_start)?.strip_prefix('=')?;
    let number = number.trim().parse::<f32>().ok().filter(|it| (0.0..=1.0).contains(it))?;
    // In whole thousandths, as they are written.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 1000")]
    is_named.then_some((number * 1000.0).round() as u16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(lists: &[&str]) -> HeaderMap {
        let named = lists.iter().map(|list| (header::ACCEPT_ENCODING, list.parse().unwrap()));
        named.collect()
    }

    #[test]
    fn brotli_is_taken_by_name_and_never_where_it_is_refused() {
        for (lists, takes) in [
            (vec!["gzip, deflate, br, zstd"], true),
            (vec!["gzip", "BR"], true),
            (vec!["br;q=1.0, gzip;q=0.8, *;q=0.1"], true),
            (vec!["identity;q=0, *"], true),
            (vec!["br, *;q=0"], true),
            (vec![], false),
            (vec![""], false),
            (vec!["*"], false),
            (vec!["gzip"], false),
            (vec!["br;q=0"], false),
            (vec!["br ; Q=0.000, gzip"], false),
            (vec!["br;q=0.2, identity"], false),
            (vec!["br;q=x"], false),
            (vec!["*;q=0"], false),
            (vec!["brotli"], false),
        ] {
            assert_eq!(takes_brotli(&headers(&lists)), takes, "{lists:?}");
        }
    }

    #[test]
    fn who_takes_nothing_we_have_is_known() {
        for (list, refuses) in [
            ("*;q=0", true),
            ("identity;q=0", true),
            ("identity;q=0, zstd", true),
            ("*;q=0, gzip;q=0, br;q=0", true),
            ("identity;q=0, br", false),
            ("*;q=0, gzip", false),
            ("*;q=0, identity", false),
            ("br;q=0", false),
            ("zstd", false),
            ("", false),
        ] {
            assert_eq!(refuses_all(&headers(&[list])), refuses, "{list}");
        }
    }
}
