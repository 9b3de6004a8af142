//! Brings the reader to a place on the page.

use leptos::prelude::{document, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the element of an id, once the page shows what has just changed.
pub(crate) fn soon(id: String) {
    request_animation_frame(move || {
        let element = document().get_element_by_id(&id).and_then(|it| it.dyn_into().ok());
        if let Some(element) = element {
            let element: HtmlElement = element;
            let _ = element.focus();
        }
    });
}
