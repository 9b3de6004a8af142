//! Where the person is among the questions, and the way on and back. Hidden without scripts.

use domain::Lang;
use leptos::prelude::*;

use super::flow::Flow;
use crate::text;

/// Which question of how many, and how it works.
#[component]
pub(super) fn Progress(lang: Lang, flow: Flow) -> impl IntoView {
    let words = text::survey(lang);
    let last = flow.last();
    let at = move || match flow.step() {
        Some(step) if step < last => (words.progress)(step + 1, last),
        _ => words.last_step.to_owned(),
    };
    let done = move || flow.step().unwrap_or_default().to_string();
    view! {
        <div class="progress" hidden=move || flow.step().is_none()>
            <span id="at">{at}</span>
            <progress aria-labelledby="at" max=last.to_string() value=done></progress>
            <p class="hint" hidden=move || flow.step() != Some(0)>
                {words.hint}
                <span>{words.keys}</span>
            </p>
            <p class="hint" role="status" hidden=move || !flow.restored()>
                {words.restored}
                <button type="button" class="quiet" on:click=move |_| flow.start_over()>
                    {words.start_over}
                </button>
            </p>
        </div>
    }
}

/// Back, and next or skip.
#[component]
pub(super) fn Turns(lang: Lang, flow: Flow) -> impl IntoView {
    let words = text::survey(lang);
    let last = flow.last();
    let on = move || if flow.is_answered() { words.next } else { words.skip };
    view! {
        <div class="turns" hidden=move || flow.step().is_none()>
            <button
                type="button"
                class="quiet"
                hidden=move || flow.step() == Some(0)
                on:click=move |_| flow.back()
            >
                {words.back}
            </button>
            <button
                type="button"
                class:quiet=move || !flow.is_answered()
                hidden=move || flow.step() == Some(last)
                on:click=move |_| flow.next()
            >
                {on}
            </button>
        </div>
    }
}
