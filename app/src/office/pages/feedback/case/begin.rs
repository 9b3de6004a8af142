//! What an answer begins with: a template that the server filled for the case.

use domain::office::feedback::template::FilledTemplate;
use leptos::prelude::*;

use crate::{
    browser::focus,
    office::{
        desk::Desk,
        form::Form,
        load::{Source, load},
        pages::feedback::calls,
    },
    text::office::feedback::case::case,
};

/// The templates as buttons, asked for once they are wanted. A text goes behind what is written.
pub(super) fn begin(desk: Desk, number: i64, form: Form) -> AnyView {
    let words = case(desk.lang);
    let is_open = RwSignal::new(false);
    let shown = move |all: Vec<FilledTemplate>| {
        if all.is_empty() {
            return view! { <p class="small">{words.no_template}</p> }.into_any();
        }
        let button = |it: FilledTemplate| {
            let put = move |_| {
                let before = form.get("words");
                let gap = if before.is_empty() { "" } else { "\n\n" };
                form.set("words", [before.as_str(), gap, &it.text].concat());
                focus::soon(form.field("words"));
            };
            view! { <button type="button" class="quiet" on:click=put>{it.title}</button> }
        };
        let all = all.into_iter().map(button).collect::<Vec<_>>();
        view! { <p class="buttons">{all}</p> }.into_any()
    };
    let all = move || {
        let call = [&calls::of(number), "/templates"].concat();
        is_open.get().then(|| load(desk, call, Source::new(), shown))
    };
    view! {
        <details class="templates" on:toggle=move |_| is_open.set(true)>
            <summary>{words.template}</summary>
            {all}
        </details>
    }
    .into_any()
}
