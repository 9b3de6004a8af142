//! `GET /van-phong`: the office's shell; the browser draws what is in it.

use app::{
    document::{Bundle, Head, document},
    text,
};
use axum::{
    extract::State,
    response::{Html, IntoResponse, Response},
};

use domain::office::people::openid::Shell;

use super::head;
use crate::{speech::Speech, state::App};

/// The empty shell.
pub async fn show(State(app): State<App>, Speech(lang): Speech) -> Response {
    let head = head(&app, lang, text::pages(lang).office, "/van-phong");
    let shell = app.provider().map(|provider| Shell { provider: provider.to_owned() });
    let shell = shell.and_then(|shell| serde_json::to_string(&shell).ok());
    let head = Head { bundle: Bundle::Office, ..head };
    Html(document(&head, "", shell.as_deref())).into_response()
}
