//! Where the person is among the questions, and the way on and back. Hidden without scripts.

use domain::Lang;
use leptos::prelude::*;

use super::{flow::Flow, inert::inert};
use crate::text;

/// How far the person has come, and the way back.
#[component]
pub(super) fn Progress(lang: Lang, flow: Flow) -> impl IntoView {
    let back = inert(|| text::form(lang).back);
    let most = (flow.last() - 1).to_string();
    // What changes is put in as the whole of its element, whatever a translator made of that.
    view! {
        <progress aria-labelledby="at" max=most value=move || flow.done()></progress>
        <div class="progress">
            <button type="button" class="back" value="back" inner_html=back></button>
            <span id="at" inner_html=move || flow.at()></span>
        </div>
    }
}

/// The way on, or past a question; and how it works with a keyboard.
#[component]
pub(super) fn Turns(lang: Lang) -> impl IntoView {
    let turns = inert(|| {
        let words = text::form(lang);
        view! {
            <button type="button" class="over" value="next">{words.skip}</button>
            <button type="button" class="next" value="next">{words.next}</button>
            <p class="hint keys">{words.keys}</p>
            <p class="hint draft" role="status">
                {words.restored} " "
                <button type="button" value="anew">{words.start_over}</button>
            </p>
        }
    });
    view! { <div class="turns" inner_html=turns></div> }
}
