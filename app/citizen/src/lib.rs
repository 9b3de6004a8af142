//! The citizen bundle: brings the survey that the server rendered to life.

use app::{browser, survey::Survey};
use leptos::{mount::hydrate_from, prelude::*};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

/// Starts on the page's own data; does nothing on a page without them.
#[wasm_bindgen(start)]
pub fn start() {
    let root = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok());
    if let (Some(root), Some(page)) = (root, browser::page::survey()) {
        hydrate_from(root, move || view! { <Survey page/> }).forget();
    }
}
