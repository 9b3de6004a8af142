//! The survey's first step where its link does not say what it is about: which procedure, or else
//! which unit. Plain links and a search, so that it weighs nothing and needs no scripts.

use domain::Lang;
use leptos::prelude::*;

use super::{
    doors::{doors, doors_to, marked},
    lost::Lost,
};
use crate::{
    survey::{fields::Typed, page::Label},
    text::{self, count},
};

/// What the first step shows.
#[derive(Clone, Debug, Default)]
pub struct AboutPage {
    /// The language.
    pub lang: Lang,
    /// The campaign's title in that language.
    pub title: String,
    /// Where the form is.
    pub action: String,
    /// What the address says already, to go along with a search.
    pub said: Vec<(&'static str, String)>,
    /// Where the person stands.
    pub point: Option<String>,
    /// What is asked.
    pub question: AboutQuestion,
    /// The way on without an answer.
    pub unknown: String,
    /// What the address names that is not there.
    pub lost: Vec<Lost>,
    /// What a form without scripts holds already, where one is on the way: it goes along.
    pub typed: Option<Typed>,
}

/// What the person is asked.
#[derive(Clone, Debug)]
pub enum AboutQuestion {
    /// The procedure.
    Procedure {
        /// What is offered before any search, each with its address.
        offered: Vec<(Label, String)>,
        /// What was looked for and found.
        search: Option<Found>,
    },
    /// The unit: each with its address.
    Unit(Vec<(Label, String)>),
}

impl Default for AboutQuestion {
    fn default() -> Self {
        Self::Unit(Vec::new())
    }
}

/// What a search of the catalogue came to.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// What was typed.
    pub typed: String,
    /// What was found, each with its address.
    pub rows: Vec<(Label, String)>,
    /// Whether there is more than is shown.
    pub is_cut: bool,
}

/// The first step.
#[component]
pub fn AboutView(
    /// What to show.
    page: AboutPage,
) -> impl IntoView {
    if let Some(typed) = page.typed.clone() {
        return typed_along(page, typed).into_any();
    }
    let words = text::about(page.lang);
    let lost = page.lost.iter().map(|lost| lost.message(page.lang));
    let lost: Vec<_> = lost.map(|said| view! { <p class="alert">{said}</p> }).collect();
    let (heading, unknown) = match &page.question {
        AboutQuestion::Procedure { .. } => (words.procedure, words.unknown),
        AboutQuestion::Unit(_) => (words.unit, words.skip),
    };
    let on = page.unknown.clone();
    view! {
        <div class="head">
            <p class="eyebrow">{page.title.clone()}</p>
            <h1>{heading}</h1>
        </div>
        {lost}
        {match page.question.clone() {
            AboutQuestion::Procedure { offered, search } => {
                procedures(page, offered, search).into_any()
            }
            AboutQuestion::Unit(units) => doors(units).into_any(),
        }}
        <a class="button quiet whole" href=on>{unknown}</a>
    }
    .into_any()
}

/// The same as one form, which holds what was typed: each answer is a button that leads back to the
/// ballot. The search stands first, so that Enter looks instead of choosing.
fn typed_along(page: AboutPage, typed: Typed) -> impl IntoView {
    let words = text::about(page.lang);
    let AboutQuestion::Procedure { offered, search } = page.question else {
        return ().into_any();
    };
    let hidden = typed.0.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    let found = search.as_ref().map(|found| found.typed.clone()).unwrap_or_default();
    let results = search.map(|found| {
        let said = status(page.lang, &found);
        let rows = chosen(found.rows, &found.typed);
        view! {
            <p id="found" role="status">{said}</p>
            {rows}
        }
    });
    let often = (!offered.is_empty()).then(|| view! { <h2 class="eyebrow">{words.often}</h2> });
    view! {
        <div class="head">
            <p class="eyebrow">{page.title}</p>
            <h1>{words.procedure}</h1>
        </div>
        <form class="look" method="post" action=page.action autocomplete="off">
            {hidden.collect::<Vec<_>>()}
            {field(page.lang, found)}
            <button class="quiet" name="look" value="1">{words.look}</button>
            {results}
            {often}
            {chosen(offered, "")}
            <button class="quiet whole" name="procedure" value="">{words.unknown}</button>
        </form>
    }
    .into_any()
}

/// Rows as buttons of a form, each with its code.
fn chosen(rows: Vec<(Label, String)>, typed: &str) -> impl IntoView + use<> {
    let rows = rows.into_iter().map(|(named, _)| {
        view! {
            <li>
                <button class="door" name="procedure" value=named.code>
                    <b>{marked(&named.name, typed)}</b>
                </button>
            </li>
        }
    });
    view! { <ul class="doors">{rows.collect::<Vec<_>>()}</ul> }
}

fn procedures(
    page: AboutPage,
    offered: Vec<(Label, String)>,
    search: Option<Found>,
) -> impl IntoView {
    let words = text::about(page.lang);
    let often = match &page.point {
        Some(point) => (words.often_at)(point),
        None => words.often.to_owned(),
    };
    let offered = (!offered.is_empty()).then(|| {
        view! {
            <h2 class="eyebrow">{often}</h2>
            {doors(offered)}
        }
    });
    let hidden = page.said.into_iter().map(|(name, value)| {
        view! { <input type="hidden" name=name value=value/> }
    });
    let typed = search.as_ref().map(|found| found.typed.clone()).unwrap_or_default();
    view! {
        {offered}
        <form class="own look" role="search" action=[&page.action, "#found"].concat()>
            {hidden.collect::<Vec<_>>()}
            {field(page.lang, typed)}
            <button class="quiet">{words.look}</button>
        </form>
        {search.map(|found| results(page.lang, found))}
    }
}

/// The field of what is looked for.
fn field(lang: Lang, typed: String) -> impl IntoView {
    let words = text::about(lang);
    view! {
        <label for="q">{words.search}</label>
        <small id="q-hint">{words.search_hint}</small>
        <input
            id="q"
            name="q"
            type="search"
            value=typed
            maxlength="200"
            autocomplete="off"
            enterkeyhint="search"
            aria-describedby="q-hint"
        />
    }
}

fn results(lang: Lang, found: Found) -> impl IntoView {
    view! {
        <p id="found" role="status">{status(lang, &found)}</p>
        {doors_to(found.rows, &found.typed)}
    }
}

/// How much was found, in words.
fn status(lang: Lang, found: &Found) -> String {
    let words = text::about(lang);
    let n = count(lang, found.rows.len() as u64);
    match (found.rows.is_empty(), found.is_cut) {
        (true, _) => (words.none)(&found.typed),
        (false, false) => (words.found)(&n, &found.typed),
        (false, true) => (words.cut)(&n, &found.typed),
    }
}
