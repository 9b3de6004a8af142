//! The form on the page, which holds what is typed.

use js_sys::{Array, JsString, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement};

use super::json;
use crate::survey::Typed;

/// What is typed, and how far the person has come.
pub(crate) struct Draft {
    /// The step on view.
    pub(crate) step: usize,
    /// The fields of the form.
    pub(crate) typed: Typed,
}

fn form() -> Option<HtmlFormElement> {
    document().get_element_by_id("survey")?.dyn_into().ok()
}

/// Every field of the form with its value.
pub(crate) fn typed() -> Typed {
    let sent = form().and_then(|form| FormData::new_with_form(&form).ok());
    let pairs = sent.map(|sent| json::entries(Array::from(&sent).into())).unwrap_or_default();
    Typed(pairs.into_iter().filter_map(pair).collect())
}

/// A list of two texts.
pub(super) fn pair(entry: JsValue) -> Option<(String, String)> {
    match json::entries(entry).as_slice() {
        [name, value] => Some((name.as_string()?, value.as_string()?)),
        _ => None,
    }
}

/// Puts values back into the fields they came from; where the person stands is left as it is.
pub(crate) fn fill(typed: &Typed) {
    let Some(form) = form() else { return };
    let fields = form.elements();
    for (name, value) in &typed.0 {
        let field = json::get(&fields, name);
        let is_theirs = name.starts_with("a.")
            || matches!(name.as_str(), "id" | "comment" | "party" | "sex" | "age");
        if is_theirs && field.is_object() {
            // One setter serves text, a list of choices and a group of radio buttons alike.
            let _ = Reflect::set(&field, &"value".into(), &value.into());
        }
    }
}

/// Chooses an answer as if it had been pressed.
pub(crate) fn choose(name: &str, value: &str) {
    let wanted = ["input[name=\"", name, "\"][value=\"", value, "\"]"].concat();
    let found = document().query_selector(&wanted).ok().flatten();
    if let Some(option) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        option.click();
        let _ = option.focus();
    }
}

/// Whether a question has an answer.
pub(crate) fn is_answered(name: &str) -> bool {
    let wanted = ["input[name=\"", name, "\"]:checked"].concat();
    matches!(document().query_selector(&wanted), Ok(Some(_)))
}

/// Whether the form still asks: no receipt has taken its place, and no plain copy.
pub(crate) fn is_asking() -> bool {
    let wanted = "#survey:not([hidden], [data-plain])";
    matches!(document().query_selector(wanted), Ok(Some(_)))
}

/// Whether an event happened on an answer.
pub(crate) fn is_option(event: &Event) -> bool {
    is_within(event, "fieldset label")
}

/// Whether the element of an event has its own use for keys.
pub(crate) fn takes_keys(event: &web_sys::KeyboardEvent) -> bool {
    event.ctrl_key()
        || event.alt_key()
        || event.meta_key()
        || is_within(event, "textarea, select, button, a, summary")
}

fn is_within(event: &Event, wanted: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.closest(wanted), Ok(Some(_))))
}

/// The text in composed form (NFC), by the browser's own tables.
pub(crate) fn compose(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}
