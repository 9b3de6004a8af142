//! Asks the server for figures.

use domain::{
    Lang, Method,
    index::{By, Index},
};
use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The index by something; nothing, if it did not come or cannot be read.
pub(super) async fn index(by: By, method: Method, lang: Lang) -> Option<Index> {
    let (by, method, lang) = (by.name(), method.code(), lang.code());
    let address = format!("/api/v1/index?by={by}&method={method}&lang={lang}");
    serde_json::from_str(&text(&address).await.ok()?).ok()
}

async fn text(address: &str) -> Result<String, JsValue> {
    let reply: Response = JsFuture::from(window().fetch_with_str(address)).await?.unchecked_into();
    let text = JsFuture::from(reply.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}
