//! Files of a case as downloads: nothing of them runs or is shown inside our pages.

use axum::{
    body::Body,
    http::{HeaderValue, header},
    response::Response,
};

/// A download under its own name, whatever letters that has (RFC 6266); nothing, if no header can say
/// it.
pub fn download(name: &str, bytes: Vec<u8>) -> Option<Response> {
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'-' | b'_' => {
                encoded.push(char::from(byte));
            }
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    let disposition = format!("attachment; filename*=UTF-8''{encoded}");
    let mut response = Response::new(Body::from(bytes));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::from_str(&disposition).ok()?);
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/octet-stream"));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox"));
    Some(response)
}
