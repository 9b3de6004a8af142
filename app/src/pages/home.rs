//! The home page: which surveys are open, and where the results are.

use chrono::{Datelike, NaiveDate};
use domain::{Campaign, Lang};
use leptos::prelude::*;

use crate::{address::in_language, text};

/// What the home page shows.
#[derive(Clone, Debug, Default)]
pub struct HomePage {
    /// The language.
    pub lang: Lang,
    /// The campaigns that take ballots today.
    pub open: Vec<OpenCampaign>,
}

/// A campaign that takes ballots.
#[derive(Clone, Debug)]
pub struct OpenCampaign {
    /// Its code.
    pub code: String,
    /// Its title in the page's language.
    pub title: String,
    /// Its last day, if the end is known.
    pub until: Option<NaiveDate>,
}

impl OpenCampaign {
    /// A campaign in a language.
    pub fn of(campaign: &Campaign, lang: Lang) -> Self {
        Self {
            code: campaign.code.clone(),
            title: campaign.title.get(lang).to_owned(),
            until: campaign.period.to,
        }
    }
}

/// The home page.
#[component]
pub fn Home(
    /// What to show.
    page: HomePage,
) -> impl IntoView {
    let lang = page.lang;
    let words = text::pages(lang);
    let none = page.open.is_empty().then(|| view! { <p class="empty">{words.none_open}</p> });
    let open = page.open.into_iter().map(|campaign| card(campaign, lang)).collect::<Vec<_>>();
    view! {
        <h1>{words.welcome}</h1>
        <p>{words.welcome_lead}</p>
        <h2>{words.open}</h2>
        {none}
        <ul class="cards">{open}</ul>
        <h2>{words.results}</h2>
        <p>{words.results_lead}</p>
        <p class="links"><a href=in_language("/ket-qua", lang)>{words.see_results}</a></p>
    }
}

fn card(campaign: OpenCampaign, lang: Lang) -> impl IntoView + use<> {
    let way = ["/s/", &campaign.code].concat();
    card_to(campaign, &way, lang)
}

/// A campaign with the way to its survey.
pub(super) fn card_to(campaign: OpenCampaign, way: &str, lang: Lang) -> impl IntoView + use<> {
    let words = text::pages(lang);
    let until = campaign.until.map(|day| (words.until)(&format_day(day)));
    let address = in_language(way, lang);
    view! {
        <li>
            <h3>{campaign.title}</h3>
            {until.map(|until| view! { <p class="hint">{until}</p> })}
            <a class="button" href=address>{words.take_part}</a>
        </li>
    }
}

/// A day as Vietnamese write it: `31/03/2026`.
pub(super) fn format_day(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
