//! The office: for now its first page, the index from every side, on public figures.

mod fetch;
mod index;

pub use index::Office;

use domain::Lang;
use leptos::prelude::document;

/// The language the server gave the page.
pub fn page_language() -> Lang {
    let lang = document().document_element().and_then(|html| html.get_attribute("lang"));
    Lang::read(lang.as_deref().unwrap_or_default())
}
