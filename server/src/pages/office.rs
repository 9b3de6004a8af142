//! `GET /van-phong…`: the office's shell; the browser draws what is in it.

use app::{
    chapters::table,
    document::{Bundle, Head, document},
    text,
};
use axum::{
    extract::{Query, State},
    http::Uri,
    response::{Html, IntoResponse, Response},
};
use domain::office::people::openid::Shell;
use serde::Deserialize;

use super::head;
use crate::{node::Node, speech::Speech};

/// Where the reader goes once signed in.
#[derive(Default, Deserialize)]
struct Next {
    #[serde(default)]
    next: String,
}

/// The empty shell, with the bundle of the chapter that the page is in.
pub async fn show(State(node): State<Node>, Speech(lang): Speech, uri: Uri) -> Response {
    // What cannot be read leads to the first page.
    let next = Query::<Next>::try_from_uri(&uri).map(|Query(next)| next).unwrap_or_default();
    let chapter = table::chapter(uri.path(), &next.next);
    let head = head(&node, lang, text::pages(lang).office, "/van-phong");
    let shell = node.provider().map(|provider| Shell { provider: provider.to_owned() });
    let shell = shell.and_then(|shell| serde_json::to_string(&shell).ok());
    let head = Head { bundle: Bundle::Office(chapter), ..head };
    Html(document(&head, "", shell.as_deref())).into_response()
}
