//! The form on the page, which holds what is typed.

use js_sys::{Array, JsString, Reflect};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, FormData, HtmlElement, HtmlFormElement, KeyboardEvent};

use super::json;
use crate::survey::fields::Typed;

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
pub(crate) fn pair(entry: JsValue) -> Option<(String, String)> {
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
pub(crate) fn choose(code: &str, value: &str) {
    let wanted = ["input[name=\"a.", code, "\"][value=\"", value, "\"]"].concat();
    let found = document().query_selector(&wanted).ok().flatten();
    if let Some(option) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        option.click();
        let _ = option.focus();
    }
}

/// Whether a question has an answer.
pub(crate) fn is_answered(code: &str) -> bool {
    chosen(code).is_some()
}

/// Leaves a question without an answer.
pub(crate) fn clear(code: &str) {
    if let Some(option) = chosen(code) {
        let _ = Reflect::set(&option, &"checked".into(), &false.into());
    }
}

fn chosen(code: &str) -> Option<Element> {
    let wanted = ["input[name=\"a.", code, "\"]:checked"].concat();
    document().query_selector(&wanted).ok().flatten()
}

/// The name of the field of the form that has the focus.
pub(crate) fn focused() -> Option<String> {
    let element = json::get(&document(), "activeElement");
    json::get(&element, "form").is_object().then(|| json::text(&element, "name"))
}

/// Whether anything was chosen or written before the scripts came.
pub(crate) fn is_touched() -> bool {
    let wanted = "#survey :checked:not(option), #survey textarea:not(:placeholder-shown)";
    matches!(document().query_selector(wanted), Ok(Some(_)))
}

/// Whether an event happened on an answer.
pub(crate) fn is_option(event: &Event) -> bool {
    is_within(event, "fieldset label")
}

/// Whether an event happened on a question or one of its answers.
pub(crate) fn is_question(event: &Event) -> bool {
    is_within(event, "legend, fieldset label")
}

/// Whether a key was pressed together with one that gives it another meaning.
pub(crate) fn is_chord(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

fn is_within(event: &Event, wanted: &str) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    element.is_some_and(|element| matches!(element.closest(wanted), Ok(Some(_))))
}

/// How many letters a text has for whoever reads it, by the browser's own tables; nothing, where it has
/// none.
pub(crate) fn letters(text: &str) -> Option<usize> {
    let intl = json::get(&js_sys::global(), "Intl");
    let segmenter = json::make(&intl, "Segmenter", &Array::new())?;
    let letters = json::call(&segmenter, "segment", &Array::of1(&text.into()))?;
    Some(Array::from(&letters).length() as usize)
}

/// The text in composed form (NFC), by the browser's own tables.
pub(crate) fn compose(text: &str) -> String {
    JsString::from(text).normalize("NFC").into()
}
