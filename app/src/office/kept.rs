//! What was typed when a session ended: the same person finds it again, and what was on its way is sent.
//!
//! It lies in the page's memory. While the browser is away from the page, at a provider that signs people
//! in or loading it anew, it lies in the storage of this tab, and is taken out at once. Passwords and codes
//! are no part of it. It is gone as soon as somebody else signs in, signs out, or goes to another page.

use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use wasm_bindgen::JsValue;
use web_sys::Storage;

use super::fetch;

/// Where it lies while the browser is away.
const STORED: &str = "hailong:typed";

/// What somebody had typed on a page.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The account it belongs to.
    pub(super) account: String,
    /// The path and query of the page.
    pub(super) address: String,
    /// What stands in its forms.
    pub(super) forms: Vec<KeptForm>,
}

/// What stands in one form.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct KeptForm {
    /// The form.
    pub(super) id: String,
    /// The fields and what is typed into them.
    pub(super) typed: Vec<(String, String)>,
    /// The call that was refused, and its body: both are sent as they were, so that a change which
    /// somebody else made meanwhile is not written over.
    pub(super) sending: Option<(String, String)>,
}

/// A file that was on its way.
pub(super) struct KeptFile {
    /// The account it belongs to.
    pub(super) account: String,
    /// The path and query of the page.
    pub(super) address: String,
    /// The call it was on its way to.
    pub(super) call: String,
    /// The file.
    pub(super) file: JsValue,
}

/// What lies in the tab's storage; it is taken out.
pub(super) fn take() -> Option<Kept> {
    let storage = storage()?;
    let kept = storage.get_item(STORED).ok().flatten();
    let _ = storage.remove_item(STORED);
    fetch::read(&kept?).ok()
}

/// Puts what is kept into the tab's storage.
pub(super) fn store(kept: &Kept) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(STORED, &fetch::write(kept));
    }
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
