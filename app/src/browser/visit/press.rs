//! What is pressed or sent that leads to another page of ours.

use js_sys::Array;
use leptos::ev::{MouseEvent, SubmitEvent};
use wasm_bindgen::JsCast;
use web_sys::{Element, FormData, HtmlFormElement};

use crate::browser::{
    history::{here, of_ours, page_of},
    json,
};

/// What leaves the app: files, the office, and what opens elsewhere.
const LINK: &str = "a[href]:not([target],[download],[href*=\"/api/\"])";

/// Where a pressed link leads; nothing, where it is not for us to follow.
pub(super) fn link(event: &MouseEvent) -> Option<String> {
    // With a key held, a link opens elsewhere; another button has other uses.
    let held = ["button", "ctrlKey", "metaKey", "shiftKey", "altKey", "defaultPrevented"];
    if held.iter().any(|key| json::get(event, key).is_truthy()) {
        return None;
    }
    let pressed: Element = event.target()?.dyn_into().ok()?;
    let link = pressed.closest(LINK).ok()??;
    let address = json::text(&link, "href");
    let is_place = address.contains('#') && page_of(&address) == page_of(&here());
    of_ours(address).filter(|_| !is_place)
}

/// Where a form that asks leads, with what it asks; nothing for one that sends.
pub(super) fn question(event: &SubmitEvent) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    // As attributes: a field may have the name of a property and stand before it.
    if event.default_prevented() || form.has_attribute("method") {
        return None;
    }
    let action = form.get_attribute("action").filter(|action| action.starts_with('/'))?;
    let fields = FormData::new_with_form(&form).ok()?;
    let fields = json::make(&js_sys::global(), "URLSearchParams", &Array::of1(&fields))?;
    let fields = json::call(&fields, "toString", &Array::new())?.as_string()?;
    let path = page_of(&action).split('?').next()?;
    Some([path, "?", &fields, &action[page_of(&action).len()..]].concat())
}
