//! Parts of the form that the browser takes over as the server drew them: their words and their shape
//! are in no bundle, and a page that a translator rewrote stays as it is.

use leptos::prelude::*;

/// The HTML of a part, on the server; the browser leaves what is there.
#[cfg(feature = "ssr")]
pub(super) fn inert<V: IntoView>(part: impl FnOnce() -> V) -> String {
    crate::document::render_still(part)
}

/// Nothing: in the browser the part is there already.
#[cfg(not(feature = "ssr"))]
pub(super) fn inert<V: IntoView>(_: impl FnOnce() -> V) -> String {
    String::new()
}
