//! The office: pages that the browser draws, each at an address of its own.
//!
//! A page is a file under `pages/`; it fetches, and its parts take values and hand out choices.

mod choices;
mod desk;
mod fetch;
mod form;
mod frame;
mod list;
mod load;
mod options;
mod pages;
mod place;
mod route;
mod shell;

pub use shell::Office;

use domain::Lang;
use leptos::prelude::document;

/// The language the server gave the page.
pub fn page_language() -> Lang {
    let lang = document().document_element().and_then(|html| html.get_attribute("lang"));
    Lang::read(lang.as_deref().unwrap_or_default())
}
