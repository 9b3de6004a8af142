//! The browser's history: each step of the survey has an entry, so that the device's Back goes one
//! step back.

use std::cell::{Cell, RefCell};

use leptos::{ev, prelude::*};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{History, Location};

use super::json::{self, set};

thread_local! {
    /// The address of the page on view. After Back it is not yet the one in the address bar.
    static SHOWN: RefCell<String> = RefCell::new(here());
    /// How many pages have come on view before it.
    static BEFORE: Cell<u32> = const { Cell::new(0) };
}

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
    SHOWN.set(here());
}

/// Gives the page that comes on view its address: in an entry of its own, or in the one come to.
pub(super) fn enter(address: &str, is_new: bool) {
    let history = history();
    let _ = match is_new {
        true => history.push_state_with_url(&JsValue::NULL, "", Some(address)),
        false => history.replace_state_with_url(&state(), "", Some(address)),
    };
    SHOWN.set(here());
    BEFORE.set(BEFORE.get() + 1);
}

/// Which of all pages that came on view this is.
pub(crate) fn page() -> u32 {
    BEFORE.get()
}

/// The address in the address bar.
pub(super) fn here() -> String {
    json::text(&location(), "href")
}

/// The address of the page on view.
pub(super) fn shown() -> String {
    SHOWN.with_borrow(|shown| page_of(shown).to_owned())
}

/// Whether the page on view is the one in the address bar.
pub(crate) fn is_shown() -> bool {
    shown() == page_of(&here())
}

/// An address without the place on the page.
pub(super) fn page_of(address: &str) -> &str {
    address.split('#').next().unwrap_or_default()
}

/// An address, if it is one of this service.
pub(super) fn of_ours(address: String) -> Option<String> {
    address.starts_with(&[&json::text(&location(), "origin"), "/"].concat()).then_some(address)
}

/// Lets no browser scroll before the page has come; one that loads anew does it itself.
pub(super) fn scroll_ourselves() {
    let scrolls = |how: &str| set(&history(), "scrollRestoration", how);
    scrolls("manual");
    window_event_listener(ev::pagehide, move |_| scrolls("auto"));
}

/// Loads an address as without scripts.
pub(super) fn load(address: &str) {
    set(&window(), "location", address);
}

/// Loads the address on view anew.
pub(crate) fn reload() {
    let _ = location().reload();
}

fn location() -> Location {
    json::get(&window(), "location").unchecked_into()
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
