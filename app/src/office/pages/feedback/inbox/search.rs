//! What is searched for within a tab: words at once, the rest folded away.

use domain::feedback::kind::{Kind, Source};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use super::State;
use crate::{
    browser::{form, json},
    office::{
        choices,
        options::{Options, drawn_options, with_chosen},
        place::Place,
    },
    text::office::{
        books::books,
        feedback::{inbox::inbox, names},
        frame::list,
    },
};

/// The filters by their names in the address.
const FILTERS: [&str; 3] = ["unit", "kind", "source"];

/// The form. Sending it changes the address.
pub(super) fn search(state: State) -> AnyView {
    let (desk, lang) = (state.desk, state.desk.lang);
    let words = inbox(lang);
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(place) = typed(state, &event) {
            desk.go(place);
        }
    };
    let value = move |name: &'static str| move || state.wanted.get().get(name).to_owned();
    let used = move || {
        let place = state.wanted.get();
        FILTERS.iter().filter(|name| !place.get(name).is_empty()).count()
    };
    let summary = move || match used() {
        0 => words.filters.to_owned(),
        n => (words.filtered)(&n.to_string()),
    };
    let is_open = used() > 0;
    view! {
        <form class="search seek" role="search" novalidate on:submit=send>
            <div class="field">
                <label for="q">{words.find}</label>
                <input id="q" name="q" type="search" autocomplete="off" placeholder=words.find_hint prop:value=value("q")/>
            </div>
            <details class="fold machine" open=is_open>
                <summary>{summary}</summary>
                <div class="folded">
                    {choice(state, "unit", books(lang).unit, choices::today(desk, list(lang).any))}
                    {choice(state, "kind", words.kind, named(state, Kind::ALL, |lang, it| (it.name(), names::kind(lang, it))))}
                    {choice(state, "source", words.source, named(state, Source::ALL, |lang, it| (it.name(), names::source(lang, it))))}
                </div>
            </details>
            <button>{list(lang).search}</button>
        </form>
    }
    .into_any()
}

/// Where the form leads as it is filled in, within the tab.
fn typed(state: State, event: &leptos::ev::SubmitEvent) -> Option<Place> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    let given = FormData::new_with_form(&form).ok()?;
    let here = state.wanted.get_untracked();
    let mut place = Place { path: here.path.clone(), query: Vec::new() };
    place = place.with("tab", here.get("tab"));
    for pair in json::entries(js_sys::Array::from(&given).into()) {
        if let Some((name, value)) = form::pair(pair) {
            place = place.with(&name, value.trim());
        }
    }
    Some(place)
}

/// Every case of a list with its name, after the choice of all.
fn named<T: Copy>(
    state: State,
    all: &[T],
    says: fn(domain::Lang, T) -> (&'static str, &'static str),
) -> Options {
    let lang = state.desk.lang;
    let all = all.iter().map(|it| says(lang, *it));
    let all = all.map(|(value, says)| (value.to_owned(), says.to_owned()));
    [(String::new(), list(lang).any.to_owned())].into_iter().chain(all).collect()
}

fn choice(state: State, name: &'static str, label: &'static str, options: Options) -> AnyView {
    let id = ["filter-", name].concat();
    let drawn = move || {
        let chosen = state.wanted.get().get(name).to_owned();
        drawn_options(with_chosen(options.clone(), &chosen), &chosen)
    };
    view! {
        <div class="field">
            <label for=id.clone()>{label}</label>
            <select id=id name=name>{drawn}</select>
        </div>
    }
    .into_any()
}
