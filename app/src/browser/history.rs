//! The browser's history: each step of the survey has an entry, so that the device's Back goes one
//! step back.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::History;

use super::json;

/// Larger than any step: one number holds how many entries of ours lie before an entry, and its step.
const STEPS: usize = 1000;

/// How many entries of ours lie before the one on view, and its step; nothing, if it is no step.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and whole")]
pub(crate) fn at() -> Option<(usize, usize)> {
    let number = state().as_f64()? as usize;
    Some((number / STEPS, number % STEPS))
}

/// Whether the entry on view is none of ours, such as a link to a place on the page makes.
pub(crate) fn is_plain() -> bool {
    state().is_null()
}

/// Adds an entry for a step.
pub(crate) fn push(step: usize) {
    let before = at().unwrap_or_default().0 + 1;
    let _ = history().push_state_with_url(&number(before, step), "", None);
}

/// Makes the entry on view that of a step.
pub(crate) fn replace(step: usize) {
    let before = at().unwrap_or_default().0;
    let _ = history().replace_state_with_url(&number(before, step), "", None);
}

/// Goes so many entries back; they lie in the same page, which hears of it.
pub(crate) fn back(entries: usize) {
    let _ = history().go_with_delta(-i32::try_from(entries).unwrap_or_default());
}

/// Gives what is shown now an address of its own, which is no step.
pub(crate) fn show(address: &str) {
    let _ = history().push_state_with_url(&JsValue::TRUE, "", Some(address));
}

/// Loads the address on view anew.
pub(crate) fn reload() {
    let _ = window().location().reload();
}

fn history() -> History {
    json::get(&window(), "history").unchecked_into()
}

fn state() -> JsValue {
    json::get(&history(), "state")
}

fn number(before: usize, step: usize) -> JsValue {
    u32::try_from(before * STEPS + step).unwrap_or_default().into()
}
