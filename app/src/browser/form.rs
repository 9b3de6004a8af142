//! The form on the page, which holds what is typed.

use domain::fault::SpokenFault;
use js_sys::{Array, Date, JsString, Reflect};
use leptos::prelude::{document, window};
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

/// Whether a question has this answer.
pub(crate) fn is_chosen(code: &str, value: &str) -> bool {
    chosen(code).is_some_and(|option| json::text(&option, "value") == value)
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

/// Whether the page was read further down, or something on it that is no field has the focus.
pub(crate) fn is_read() -> bool {
    let is_down = json::get(&window(), "scrollY").as_f64().is_some_and(|down| down > 0.0);
    let opened = document().query_selector("#survey summary:focus");
    is_down || matches!(opened, Ok(Some(_)))
}

/// Whether anything was chosen or written before the scripts came.
pub(crate) fn is_touched() -> bool {
    let wanted = "#survey :checked:not(option), #survey option:checked:not(:first-child), \
                  #survey textarea:not(:placeholder-shown)";
    matches!(document().query_selector(wanted), Ok(Some(_)))
}

/// Shows one step of the form and hides the others; without one, all of them show.
pub(crate) fn show(step: Option<usize>) {
    let Ok(steps) = document().query_selector_all("#steps > fieldset, #last") else { return };
    for place in 0..steps.length() {
        let is_away = step.is_some_and(|step| step != place as usize + 1);
        if let Some(part) = steps.get(place) {
            let _ = Reflect::set(&part, &"hidden".into(), &is_away.into());
        }
    }
}

/// Says at each field what is wrong with it, and nothing at the others.
pub(crate) fn tell_faults(faults: &[SpokenFault]) {
    let Ok(fields) = document().query_selector_all("#survey .fault") else { return };
    for place in 0..fields.length() {
        if let Some(field) = fields.get(place) {
            let id = json::text(&field, "id");
            let it = faults.iter().find(|it| it.field.rsplit('.').next() == id.get(2..));
            field.set_text_content(Some(it.map_or("", |it| &it.message)));
        }
    }
}

/// Puts the codes into the thanks, and when that was.
pub(crate) fn tell_codes(receipt: &str, pin: &str) {
    let now = String::from(Date::new_0().to_locale_string("vi-VN", &JsValue::UNDEFINED));
    for (id, text) in [("code", receipt), ("pin", pin), ("time", &now)] {
        if let Some(element) = document().get_element_by_id(id) {
            element.set_text_content(Some(text));
        }
    }
}

/// What the button says that an event happened on, by its value; empty, where there is none.
pub(crate) fn pressed(event: &Event) -> String {
    within(event, "button[value]").map(|button| json::text(&button, "value")).unwrap_or_default()
}

/// Whether an event happened where somebody writes.
pub(crate) fn is_text(event: &Event) -> bool {
    within(event, "textarea").is_some()
}

/// Whether an event happened on an answer.
pub(crate) fn is_option(event: &Event) -> bool {
    within(event, "fieldset label").is_some()
}

/// Whether an event happened on a question or one of its answers.
pub(crate) fn is_question(event: &Event) -> bool {
    within(event, "legend, fieldset label").is_some()
}

/// Whether a key was pressed together with one that gives it another meaning.
pub(crate) fn is_chord(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.alt_key() || event.meta_key()
}

fn within(event: &Event, wanted: &str) -> Option<Element> {
    let element = event.target()?.dyn_into::<Element>().ok()?;
    element.closest(wanted).ok().flatten()
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
