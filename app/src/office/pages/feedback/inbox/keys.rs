//! Keys: up and down the cases, open one, tick one. Whoever does not want them turns them off.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};

use super::State;
use crate::{browser::focus, text::office::feedback::inbox::inbox};

/// Where it is kept that somebody does not want the keys.
const OFF: &str = "hailong:keys-off";

/// The list of keys with the box that turns them off, and what they do.
pub(super) fn keys(state: State) -> AnyView {
    let words = inbox(state.desk.lang);
    let on = RwSignal::new(is_wanted());
    let handle = window_event_listener(ev::keydown, move |event| {
        if on.try_get_untracked() == Some(true) && !is_typed(&event) {
            act(&event);
        }
    });
    on_cleanup(move || handle.remove());
    let turn = move |event| {
        on.set(event_target_checked(&event));
        keep(on.get_untracked());
    };
    let all = [
        ("j", words.down),
        ("k", words.up_key),
        ("o", words.open),
        ("x", words.tick),
        ("?", words.help),
    ];
    let all = all.map(|(key, says)| view! { <div><dt><kbd>{key}</kbd></dt> <dd>{says}</dd></div> });
    view! {
        <details class="keys machine">
            <summary id="keys">{words.keys} " " <kbd aria-hidden="true">"?"</kbd></summary>
            <dl>{all.into_iter().collect::<Vec<_>>()}</dl>
            <label class="tick">
                <input type="checkbox" prop:checked=move || on.get() on:change=turn/>
                {words.use_keys}
            </label>
        </details>
    }
    .into_any()
}

/// Whether a key is meant for a field, or goes with another key.
fn is_typed(event: &KeyboardEvent) -> bool {
    let target = event.target().and_then(|it| it.dyn_into::<HtmlElement>().ok());
    let is_field = target.is_some_and(|it| {
        let is_text = it.matches("input:not([type=checkbox]), textarea, select");
        is_text.unwrap_or_default()
    });
    is_field || event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented()
}

fn act(event: &KeyboardEvent) {
    match event.key().as_str() {
        "j" => step(1),
        "k" => step(-1),
        "o" => click(".case:focus-within .subject"),
        "x" => click(".case:focus-within .box"),
        "?" => show(),
        _ => return,
    }
    event.prevent_default();
}

/// Opens the list of keys and brings the reader to it, or closes it.
fn show() {
    let Some(details) = document().query_selector(".keys").ok().flatten() else { return };
    if details.has_attribute("open") {
        let _ = details.remove_attribute("open");
    } else {
        let _ = details.set_attribute("open", "");
        focus::soon("keys".to_owned());
    }
}

/// Goes to the next case, or the one before.
fn step(by: isize) {
    let Ok(all) = document().query_selector_all(".case .subject") else { return };
    let found = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into::<HtmlElement>().ok());
    let found: Vec<HtmlElement> = found.collect();
    let is_here = |it: &HtmlElement| {
        let row = it.closest(".case").ok().flatten();
        row.is_some_and(|row| row.matches(":focus-within").unwrap_or_default())
    };
    let next = match found.iter().position(is_here) {
        Some(at) => at.checked_add_signed(by),
        None => Some(0),
    };
    if let Some(link) = next.and_then(|at| found.get(at)) {
        let _ = link.focus();
    }
}

fn click(which: &str) {
    let found = document().query_selector(which).ok().flatten();
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

fn is_wanted() -> bool {
    let storage = window().local_storage().ok().flatten();
    storage.is_none_or(|it| it.get_item(OFF).ok().flatten().is_none())
}

fn keep(is_on: bool) {
    let Some(storage) = window().local_storage().ok().flatten() else { return };
    let _ = if is_on { storage.remove_item(OFF) } else { storage.set_item(OFF, "yes") };
}
