//! `GET /van-phong`: the office's shell; the browser draws what is in it.

use app::{
    document::{Bundle, Head, document},
    text,
};
use axum::{
    extract::State,
    response::{Html, IntoResponse, Response},
};

use super::head;
use crate::{speech::Speech, state::App};

/// The empty shell.
pub async fn show(State(app): State<App>, Speech(lang): Speech) -> Response {
    let head = head(&app, lang, text::pages(lang).office, "/van-phong");
    Html(document(&Head { bundle: Bundle::Office, ..head }, "", None)).into_response()
}
