//! What is asked of the figures: sending the form changes the address.

use domain::{
    feedback::kind::{Kind, Source},
    figures::publish::scheme::SCHEMES,
    office::feedback::figures::Grouping,
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{FormData, HtmlFormElement};

use crate::{
    browser::{form, json},
    office::{
        choices,
        desk::Desk,
        options::{Options, drawn_options, with_chosen},
        place::Place,
    },
    text::{
        case_figures, case_kind, case_source,
        office::{
            books::books,
            feedback::{
                figures::{case_page, grouping, scheme},
                inbox::inbox,
            },
            frame::list,
        },
    },
};

/// The form.
pub(super) fn ask(desk: Desk, wanted: Memo<Place>) -> AnyView {
    let (lang, words, heads) = (desk.lang, case_page(desk.lang), case_figures(desk.lang));
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(place) = typed(wanted, &event) {
            desk.go(place);
        }
    };
    let any = list(lang).any;
    let by = Grouping::ALL.iter().map(|it| (it.name(), grouping(lang, *it)));
    let schemes = SCHEMES.iter().map(|it| (it.code, scheme(lang, it.code).unwrap_or(it.code)));
    let kinds = Kind::ALL.iter().map(|it| (it.name(), case_kind(lang, *it)));
    let sources = Source::ALL.iter().map(|it| (it.name(), case_source(lang, *it)));
    let after_any =
        |all: Options| [(String::new(), any.to_owned())].into_iter().chain(all).collect();
    let period = move || wanted.get().get("period").to_owned();
    let choice = move |name, label, options| choice(wanted, name, label, options);
    view! {
        <form class="search" novalidate on:submit=send>
            {choice("by", words.by, owned(by))}
            {choice("scheme", heads.scheme, owned(schemes))}
            <div class="field">
                <label for="period">{heads.period}</label>
                <input id="period" name="period" autocomplete="off" aria-describedby="period-hint" prop:value=period/>
            </div>
            {choice("unit", books(lang).unit, choices::today(desk, any))}
            {choice("source", inbox(lang).source, after_any(owned(sources)))}
            {choice("kind", inbox(lang).kind, after_any(owned(kinds)))}
            <button>{words.show}</button>
        </form>
        <p class="hint" id="period-hint">{heads.period} ": " {words.period_hint}</p>
    }
    .into_any()
}

/// Where the form leads as it is filled in.
fn typed(wanted: Memo<Place>, event: &leptos::ev::SubmitEvent) -> Option<Place> {
    let form = event.target()?.dyn_into::<HtmlFormElement>().ok()?;
    let given = FormData::new_with_form(&form).ok()?;
    let mut place = Place { path: wanted.get_untracked().path, query: Vec::new() };
    for pair in json::entries(js_sys::Array::from(&given).into()) {
        if let Some((name, value)) = form::pair(pair) {
            place = place.with(&name, value.trim());
        }
    }
    Some(place)
}

fn owned<'a>(all: impl Iterator<Item = (&'a str, &'a str)>) -> Options {
    all.map(|(value, says)| (value.to_owned(), says.to_owned())).collect()
}

fn choice(
    wanted: Memo<Place>,
    name: &'static str,
    label: &'static str,
    options: Options,
) -> AnyView {
    let id = ["filter-", name].concat();
    let drawn = move || {
        let chosen = wanted.get().get(name).to_owned();
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
