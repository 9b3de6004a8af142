//! The office bundle: draws the office pages in the browser.

use app::office::{self, Office};
use leptos::{mount::mount_to, prelude::*};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

/// Starts in the page's frame.
#[wasm_bindgen(start)]
pub fn start() {
    let root = document().get_element_by_id("office").and_then(|root| root.dyn_into().ok());
    if let Some(root) = root {
        let lang = office::page_language();
        mount_to(root, move || view! { <Office lang/> }).forget();
    }
}
