//! The citizen bundle: brings the survey that the server rendered to life, and moves from page to page.

use std::{cell::Cell, rc::Rc};

use app::{browser, survey::Survey};
use leptos::{mount::hydrate_from, prelude::*};
use wasm_bindgen::{JsCast, prelude::wasm_bindgen};

/// Starts on the page on view.
#[wasm_bindgen(start)]
pub fn start() {
    browser::visit::begin(survey);
}

/// Brings the survey of the page on view to life, from the page's own data; nothing on a page without
/// them. What it holds ends with the owner it returns.
fn survey() -> Option<Owner> {
    let root = document().get_element_by_id("app")?.dyn_into().ok()?;
    let page = browser::page::survey()?;
    let owner = Rc::new(Cell::new(None));
    let inner = Rc::clone(&owner);
    let life = hydrate_from(root, move || {
        inner.set(Owner::current());
        view! { <Survey page/> }
    });
    // Its elements go with the page, so nothing has to take them out one by one.
    life.forget();
    owner.take()
}
