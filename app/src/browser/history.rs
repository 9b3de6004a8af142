//! The browser's history: each step of the survey has an entry, so that the device's Back goes one
//! step back.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::History;

use super::json;

/// Larger than any step: one number holds how many entries of ours lie before an entry, and its step.
const STEPS: usize = 1000;

/// How many entries of ours lie before the one on view, and its step, which the first one does not
/// name; nothing, if the entry is no step.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and whole")]
pub(crate) fn at() -> Option<(usize, usize)> {
    let state = json::get(&history(), "state");
    let number = if state.is_null() { 0 } else { state.as_f64()? as usize };
    Some((number / STEPS, number % STEPS))
}

/// Adds an entry for a step.
pub(crate) fn push(step: usize) {
    let before = at().unwrap_or_default().0;
    let state = u32::try_from((before + 1) * STEPS + step).unwrap_or_default();
    let _ = history().push_state_with_url(&state.into(), "", None);
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
