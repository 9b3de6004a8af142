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

/// Moves the focus to the element of an id and scrolls it to the top, once it is on view.
#[cfg(any(feature = "csr", test))]
pub(crate) fn at_the_top(id: &'static str) {
    request_animation_frame(move || {
        if let Some(element) = document().get_element_by_id(id) {
            element.scroll_into_view();
            soon(id.to_owned());
        }
    });
}

/// Whether the element of an id is there and not within something closed.
#[cfg(any(feature = "csr", test))]
pub(crate) fn is_on_view(id: &str) -> bool {
    let Some(element) = document().get_element_by_id(id) else { return false };
    // An older browser does not know the question.
    let asked = super::json::get(&element, "checkVisibility").dyn_into::<js_sys::Function>();
    asked.is_ok_and(|asked| asked.call0(&element).is_ok_and(|seen| seen.is_truthy()))
}

/// Whether nothing has the focus: what had it is gone.
#[cfg(any(feature = "csr", test))]
pub(crate) fn is_nowhere() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}
