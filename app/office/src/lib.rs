//! What every office bundle does when it starts: it draws its chapter's pages in the browser.

use app::office::{self, Office, Volume};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::JsCast;

/// Starts in the page's frame.
pub fn start(volume: &'static Volume) {
    let root = document().get_element_by_id("office").and_then(|root| root.dyn_into().ok());
    if let Some(root) = root {
        let lang = office::page_language();
        mount_to(root, move || view! { <Office lang volume/> }).forget();
    }
}
