//! The built bundles and styles, inside the binary, under an address that changes with them. They lie
//! there in brotli alone, which almost everybody takes; for the rest they are unpacked.

use std::sync::LazyLock;

use axum::{
    body::Body,
    extract::Path,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use rust_embed::{Embed, EmbeddedFile};

use crate::{coding, problem::Problem};

#[derive(Embed)]
#[folder = "$HAILONG_SITE"]
struct Site;

static VERSION: LazyLock<String> = LazyLock::new(|| {
    let mut names: Vec<_> = Site::iter().filter(|name| name.ends_with(".br")).collect();
    names.sort();
    let hashes =
        names.iter().filter_map(|name| Site::get(name)).map(|file| file.metadata.sha256_hash());
    let mut sum = <sha2::Sha256 as sha2::Digest>::new();
    hashes.for_each(|hash| sha2::Digest::update(&mut sum, hash));
    sha2::Digest::finalize(sum)[..4].iter().map(|byte| format!("{byte:02x}")).collect()
});

/// Part of every asset's address: it changes when any of them does, so they may be kept for ever.
pub fn version() -> &'static str {
    &VERSION
}

/// Whether the citizen bundle was built; without it pages are plain.
pub fn has_citizen() -> bool {
    packed("citizen.wasm").is_some()
}

/// The mark of the service in a browser's tab.
const ICON: &str = include_str!("../../app/style/icon.svg");

/// `GET /favicon.ico`: where browsers look for the mark when they show no page of ours, such as a
/// picture alone. They go by the type told, not by the name.
pub async fn icon() -> impl IntoResponse {
    let headers =
        [(header::CONTENT_TYPE, "image/svg+xml"), (header::CACHE_CONTROL, "max-age=86400")];
    (headers, ICON)
}

/// `GET /assets/{version}/{name}`.
pub async fn show(
    Path((version_in_path, name)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let packed = packed(&name).ok_or(Problem::NotFound)?;
    let mut response = if coding::takes_brotli(&headers) {
        ([(header::CONTENT_ENCODING, "br")], body(packed)).into_response()
    } else {
        Body::from(unpacked(packed).await?).into_response()
    };
    let caching = if version_in_path == version() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, header::HeaderValue::from_static(kind(&name)));
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static(caching));
    headers.insert(header::VARY, header::HeaderValue::from_static("accept-encoding"));
    Ok(response)
}

fn packed(name: &str) -> Option<EmbeddedFile> {
    Site::get(&format!("{name}.br"))
}

/// The plain bytes of a file, made beside what answers others: a bundle takes some milliseconds.
async fn unpacked(file: EmbeddedFile) -> Result<Vec<u8>, Problem> {
    let unpack = move || {
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*file.data, &mut plain).map(|()| plain)
    };
    tokio::task::spawn_blocking(unpack).await.ok().and_then(Result::ok).ok_or(Problem::Broken)
}

fn body(file: EmbeddedFile) -> Body {
    match file.data {
        std::borrow::Cow::Borrowed(bytes) => Body::from(bytes),
        std::borrow::Cow::Owned(bytes) => Body::from(bytes),
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
