//! Calls the server: JSON there, JSON back, and everything that can go wrong on the way.

use domain::{Lang, fault::SpokenFault};
use leptos::prelude::window;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestInit, Response};

/// Before every call of the office.
pub(super) const CALLS: &str = "/api/v1/office";

/// Why a call did not do what was wanted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Nobody answered.
    NoAnswer,
    /// Somebody answered who is not this service.
    Odd,
    /// The server refused: with this status, in these words, and with these faults to mend.
    Refused { status: u16, title: String, faults: Vec<SpokenFault> },
}

impl Trouble {
    /// Whether the server refused with a status.
    pub(super) fn is(&self, wanted: u16) -> bool {
        matches!(self, Self::Refused { status, .. } if *status == wanted)
    }
}

#[derive(Deserialize)]
struct Problem {
    title: String,
    #[serde(default)]
    faults: Vec<SpokenFault>,
}

/// What an address answers.
pub(super) async fn get<T: DeserializeOwned>(address: &str, lang: Lang) -> Result<T, Trouble> {
    read(&call("GET", address, None, lang).await?)
}

/// Something as the body of a call.
pub(super) fn write<B: Serialize>(body: &B) -> String {
    // Only maps whose keys are no texts cannot be written, and no body has one.
    serde_json::to_string(body).unwrap_or_default()
}

/// What the text of a reply says.
pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    // A reply without a body reads as JSON's nothing.
    let text = if text.is_empty() { "null" } else { text };
    serde_json::from_str(text).map_err(|_| Trouble::Odd)
}

/// The text of a reply that is no refusal.
pub(super) async fn call(
    method: &str,
    address: &str,
    body: Option<String>,
    lang: Lang,
) -> Result<String, Trouble> {
    let body = body.map(|body| (body.into(), "application/json"));
    answered(fetch_text(method, address, body, lang).await)
}

/// The text of a reply to a file, if it is no refusal. Which kind of file it is, its bytes say.
pub(super) async fn upload(address: &str, file: JsValue, lang: Lang) -> Result<String, Trouble> {
    let body = Some((file, "application/octet-stream"));
    answered(fetch_text("POST", address, body, lang).await)
}

fn answered(reply: Result<(u16, String), JsValue>) -> Result<String, Trouble> {
    let (status, text) = reply.map_err(|_| Trouble::NoAnswer)?;
    if (200..300).contains(&status) {
        return Ok(text);
    }
    let Problem { title, faults } = serde_json::from_str(&text).map_err(|_| Trouble::Odd)?;
    Err(Trouble::Refused { status, title, faults })
}

async fn fetch_text(
    method: &str,
    address: &str,
    body: Option<(JsValue, &str)>,
    lang: Lang,
) -> Result<(u16, String), JsValue> {
    let headers = Headers::new()?;
    headers.set("accept-language", lang.code())?;
    let init = RequestInit::new();
    init.set_method(method);
    if let Some((body, kind)) = body {
        headers.set("content-type", kind)?;
        init.set_body(&body);
    }
    init.set_headers(&headers);
    let reply = JsFuture::from(window().fetch_with_str_and_init(address, &init)).await?;
    let reply: Response = reply.unchecked_into();
    let text = JsFuture::from(reply.text()?).await?;
    Ok((reply.status(), text.as_string().unwrap_or_default()))
}
