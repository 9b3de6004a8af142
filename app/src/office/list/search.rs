//! What a list is searched for: words, and what else the call can be asked for.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use crate::{
    browser::{form, json},
    office::{
        desk::Desk,
        options::{Options, drawn_options, with_chosen},
        place::Place,
    },
    text::office::frame::{form as form_words, list},
};

/// Something to ask for besides words.
#[derive(Clone)]
pub(in crate::office) struct Filter {
    /// Its name in the address.
    pub(in crate::office) name: &'static str,
    /// What it is called.
    pub(in crate::office) label: &'static str,
    /// What is given.
    pub(in crate::office) kind: Kind,
}

/// What is given to a filter.
#[derive(Clone)]
pub(in crate::office) enum Kind {
    /// A text.
    Text,
    /// A day.
    Day,
    /// One of these values, each with what it says.
    One(Signal<Options>),
}

/// The form above a list. Sending it changes the address.
#[component]
pub(super) fn Search(desk: Desk, filters: Vec<Filter>) -> impl IntoView {
    let words = list(desk.lang);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let form = event.target().and_then(|form| form.dyn_into::<HtmlFormElement>().ok());
        let given = form.and_then(|form| FormData::new_with_form(&form).ok());
        let Some(given) = given else { return };
        let here = desk.here.get_untracked();
        let mut place = Place { path: here.path.clone(), query: Vec::new() };
        for pair in json::entries(js_sys::Array::from(&given).into()) {
            if let Some((name, value)) = form::pair(pair) {
                place = place.with(&name, value.trim());
            }
        }
        desk.go(place.with("sort", here.get("sort")));
    };
    let more = filters.into_iter().map(|filter| view! { <More desk filter/> });
    view! {
        <form class="search" role="search" on:submit=send>
            <div class="field">
                <label for="q">{words.look_up}</label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    autocomplete="off"
                    prop:value=move || desk.here.get().get("q").to_owned()
                />
            </div>
            {more.collect::<Vec<_>>()}
            <button>{words.search}</button>
        </form>
    }
}

/// One filter.
#[component]
fn More(desk: Desk, filter: Filter) -> impl IntoView {
    let Filter { name, label, kind } = filter;
    let id = ["filter-", name].concat();
    let value = move || desk.here.get().get(name).to_owned();
    let field = match kind {
        Kind::One(options) => {
            let (none, any) = (form_words(desk.lang).none, list(desk.lang).any);
            let options = move || {
                let chosen = value();
                let mut options = with_chosen(options.get(), &chosen);
                // What is no choice in a form leaves everything in a list.
                if let Some(first) = options.first_mut().filter(|first| first.1 == none) {
                    any.clone_into(&mut first.1);
                }
                drawn_options(options, &chosen)
            };
            view! { <select id=id.clone() name=name>{options}</select> }.into_any()
        }
        Kind::Text | Kind::Day => {
            let kind = if matches!(kind, Kind::Day) { "date" } else { "text" };
            view! { <input id=id.clone() name=name type=kind autocomplete="off" prop:value=value/> }
                .into_any()
        }
    };
    view! { <div class="field"><label for=id>{label}</label>{field}</div> }
}
