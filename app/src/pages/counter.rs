//! What stands at a counter: the start page of its device, and where a survey of counters is met.

use domain::Lang;
use leptos::prelude::*;

use super::home::{OpenCampaign, survey_door};
use crate::{address::in_language, text};

/// What the start page of the device at a service point shows.
#[derive(Clone, Debug, Default)]
pub struct KioskPage {
    /// The language.
    pub lang: Lang,
    /// The service point's name in that language.
    pub point: String,
    /// The surveys it offers, each with its address.
    pub open: Vec<(OpenCampaign, String)>,
}

/// The start page of the device at a service point.
#[component]
pub fn Kiosk(
    /// What to show.
    page: KioskPage,
) -> impl IntoView {
    let (lang, words) = (page.lang, text::pages(page.lang));
    let none = page.open.is_empty().then(|| view! { <p class="empty">{words.none_at_point}</p> });
    let open = page.open.into_iter().map(|(campaign, way)| survey_door(&campaign, &way, lang));
    view! {
        <h1>{words.welcome}</h1>
        <p class="eyebrow">{page.point}</p>
        {none}
        <ul class="doors">{open.collect::<Vec<_>>()}</ul>
    }
}

/// The page of a survey that is met another way than the one by which somebody came.
#[component]
pub fn AtCounter(
    /// The language.
    lang: Lang,
    /// The campaign's title in that language.
    title: String,
    /// For whom it is.
    heading: &'static str,
    /// Where to go instead.
    help: &'static str,
) -> impl IntoView {
    let words = text::pages(lang);
    view! {
        <div class="head">
            <p class="eyebrow">{title}</p>
            <h1>{heading}</h1>
        </div>
        <p>{help}</p>
        <p class="links">
            <a href=in_language("/", lang)>{words.home}</a>
            <a href=in_language("/ket-qua", lang)>{words.see_results}</a>
        </p>
    }
}
