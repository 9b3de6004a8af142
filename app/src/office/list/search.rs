//! What a list is searched for: words, and what else the call can be asked for.

use domain::{Fault, Reason, fault::SpokenFault};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use crate::{
    browser::{focus, form, json},
    office::{
        desk::Desk,
        form::is_half_typed,
        options::{Options, drawn_options, with_chosen},
        place::Place,
    },
    text::{
        self,
        office::{
            faults::{Way, labelled},
            frame::{filters_on, form as form_words, list},
        },
    },
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

impl Kind {
    fn way(&self) -> Way {
        match self {
            Self::Text => Way::Text,
            Self::Day => Way::Day,
            Self::One(_) => Way::Choice,
        }
    }
}

/// The id of a filter's field.
fn id(name: &str) -> String {
    if name == "q" { name.to_owned() } else { ["filter-", name].concat() }
}

/// The form above a list. Sending it changes the address, unless a day in it is half typed.
#[component]
pub(super) fn Search(
    desk: Desk,
    filters: Vec<Filter>,
    faults: RwSignal<Vec<SpokenFault>>,
) -> impl IntoView {
    let words = list(desk.lang);
    let days = filters.iter().filter(|filter| matches!(filter.kind, Kind::Day));
    let days: Vec<&'static str> = days.map(|filter| filter.name).collect();
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let half = days.iter().filter(|name| is_half_typed(&id(name)));
        let half: Vec<_> = half.map(|name| Fault::new(*name, Reason::BadDate)).collect();
        faults.set(half.iter().map(|fault| text::spoken(desk.lang, fault)).collect());
        if !half.is_empty() {
            return focus::soon("list-faults".to_owned());
        }
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
        desk.go(place.with("tab", here.get("tab")).with("sort", here.get("sort")));
    };
    let labels = filters.iter().map(|filter| (filter.name, filter.label, filter.kind.way()));
    let labels: Vec<_> = [("q", words.look_up, Way::Text)].into_iter().chain(labels).collect();
    let told = move || told(desk, &labels, faults.get());
    let more = (!filters.is_empty()).then(|| folded(desk, filters, faults));
    view! {
        {told}
        <form class="search" role="search" novalidate on:submit=send>
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
            {more}
            <button>{words.search}</button>
        </form>
    }
}

/// The filters behind one button, which says how many are on. It opens where one of them is wrong.
fn folded(desk: Desk, filters: Vec<Filter>, faults: RwSignal<Vec<SpokenFault>>) -> AnyView {
    let names: Vec<&'static str> = filters.iter().map(|filter| filter.name).collect();
    let wrong = names.clone();
    let is_wrong =
        move || faults.with(|faults| faults.iter().any(|it| wrong.contains(&it.field.as_str())));
    let label = move || {
        let on =
            desk.here.with(|here| names.iter().filter(|name| !here.get(name).is_empty()).count());
        filters_on(desk.lang, on)
    };
    let fields = filters.into_iter().map(|filter| view! { <More desk filter/> });
    view! {
        <details class="filters" prop:open=is_wrong>
            <summary>{label}</summary>
            <div>{fields.collect::<Vec<_>>()}</div>
        </details>
    }
    .into_any()
}

/// What is wrong with the question, each fault with its field as it is labelled.
fn told(
    desk: Desk,
    labels: &[(&'static str, &'static str, Way)],
    faults: Vec<SpokenFault>,
) -> Option<AnyView> {
    let lines = faults.into_iter().map(|fault| {
        let known = labels.iter().find(|(name, ..)| *name == fault.field);
        let Some((name, label, way)) = known else {
            return view! { <li>{fault.message}</li> }.into_any();
        };
        let (target, says) = (id(name), labelled(desk.lang, label, *way, &fault));
        let href = ["#", &target].concat();
        let follow = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            focus::soon(target.clone());
        };
        view! { <li><a href=href on:click=follow>{says}</a></li> }.into_any()
    });
    let lines = lines.collect::<Vec<_>>();
    let heading = form_words(desk.lang).faulty;
    (!lines.is_empty()).then(|| {
        view! {
            <div class="faults" id="list-faults" tabindex="-1" role="alert">
                <h2>{heading}</h2>
                <ul>{lines}</ul>
            </div>
        }
        .into_any()
    })
}

/// One filter.
#[component]
fn More(desk: Desk, filter: Filter) -> impl IntoView {
    let Filter { name, label, kind } = filter;
    let id = id(name);
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
