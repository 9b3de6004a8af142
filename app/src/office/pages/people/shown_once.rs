//! Something the server shows once and never again.

use leptos::prelude::*;

use crate::{browser::focus, office::desk::Desk, text::office::frame::form};

/// A link or a key to be handed on, with what to do with it.
pub(in crate::office) fn shown_once(
    desk: Desk,
    label: &'static str,
    lead: &'static str,
    secret: String,
) -> AnyView {
    let held = secret.clone();
    let copy = move |_| copy(desk, &held);
    let words = form(desk.lang);
    let copying = can_copy().then(|| {
        view! { <button type="button" class="quiet" on:click=copy>{words.copy}</button> }
    });
    focus::soon("once".to_owned());
    view! {
        <section class="once">
            <h2 id="once" tabindex="-1">{label}</h2>
            <p>{lead}</p>
            <p class="code">{secret}</p>
            {copying}
        </section>
    }
    .into_any()
}

/// Whether the browser lets pages put anything on the clipboard.
pub(super) fn can_copy() -> bool {
    window().is_secure_context()
}

/// Puts a text on the clipboard and says so.
pub(super) fn copy(desk: Desk, text: &str) {
    let _ = window().navigator().clipboard().write_text(text);
    desk.note.set(form(desk.lang).copied);
}
