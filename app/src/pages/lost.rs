//! What a link names that is not there, said before the survey goes on without it.

use domain::Lang;
use leptos::prelude::*;

use super::doors::doors;
use crate::{address::in_language, survey::page::Label, text};

/// Something in a link that cannot be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost {
    /// The service point is not there, or not in use.
    Point,
    /// The procedure or the unit is not there, or not in force.
    About,
    /// The procedure is led by another unit than the one that is named.
    Apart,
}

impl Lost {
    /// What is said about it.
    pub(super) fn message(self, lang: Lang) -> &'static str {
        let words = text::about(lang);
        match self {
            Self::Point => words.lost_point,
            Self::About => words.lost,
            Self::Apart => words.apart,
        }
    }
}

/// What the page shows.
#[derive(Clone, Debug)]
pub struct LostPage {
    /// The language.
    pub lang: Lang,
    /// The campaign's title in that language.
    pub title: String,
    /// What cannot be followed.
    pub lost: Vec<Lost>,
    /// What may be meant, each with its address.
    pub choices: Vec<(Label, String)>,
    /// The way on without it; none, where the survey is not to be had so.
    pub on: Option<String>,
}

/// The page that says so.
#[component]
pub fn LostView(
    /// What to show.
    page: LostPage,
) -> impl IntoView {
    let (lang, words) = (page.lang, text::about(page.lang));
    let said = page.lost.iter().map(|lost| view! { <p class="alert">{lost.message(lang)}</p> });
    let said: Vec<_> = said.collect();
    let is_stuck = page.on.is_none() && page.choices.is_empty();
    let heading = if is_stuck { text::pages(lang).at_counter } else { words.look_again };
    let choices = (!page.choices.is_empty()).then(|| doors(page.choices));
    let on = page.on.map(|on| view! { <p><a class="button" href=on>{words.go_on}</a></p> });
    let stuck = is_stuck.then(|| view! { <p>{text::pages(lang).at_counter_help}</p> });
    view! {
        <div class="head">
            <p class="eyebrow">{page.title}</p>
            <h1>{heading}</h1>
        </div>
        {said}
        {choices}
        {on}
        {stuck}
        <p class="links"><a href=in_language("/", lang)>{text::pages(lang).home}</a></p>
    }
}
