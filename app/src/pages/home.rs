//! The home page: one survey leads, the others follow; what people said, and the way to one's own ballot.

use chrono::{Datelike, NaiveDate};
use domain::{
    Campaign, Lang,
    figures::index::{IndexRow, Precision},
};
use leptos::prelude::*;

use crate::{
    address::in_language,
    text::{self, PageWords, count, whole},
};

/// What the home page shows.
#[derive(Clone, Debug, Default)]
pub struct HomePage {
    /// The language.
    pub lang: Lang,
    /// The campaigns that take ballots today; the first one leads.
    pub open: Vec<OpenCampaign>,
    /// The published index of all ballots; nothing, where there is none to tell.
    pub figure: Option<IndexRow>,
}

/// A campaign that takes ballots.
#[derive(Clone, Debug, Default)]
pub struct OpenCampaign {
    /// Its code.
    pub code: String,
    /// Its title in the page's language.
    pub title: String,
    /// How many questions it asks.
    pub questions: usize,
    /// How many minutes they take.
    pub minutes: usize,
    /// Its last day, if the end is known.
    pub until: Option<NaiveDate>,
}

impl OpenCampaign {
    /// A campaign in a language, with its questions and minutes.
    pub fn of(campaign: &Campaign, (questions, minutes): (usize, usize), lang: Lang) -> Self {
        Self {
            code: campaign.code.clone(),
            title: campaign.title.get(lang).to_owned(),
            questions,
            minutes,
            until: campaign.period.to,
        }
    }

    /// How long it is, and until when it can be answered.
    fn terms(&self, lang: Lang) -> String {
        let words = text::pages(lang);
        let length = (words.length)(self.questions, self.minutes);
        match self.until {
            Some(day) => [&length, " · ", &(words.until)(&format_day(day))].concat(),
            None => length,
        }
    }
}

/// The home page.
#[component]
pub fn Home(
    /// What to show.
    page: HomePage,
) -> impl IntoView {
    let (lang, words) = (page.lang, text::pages(page.lang));
    let mut open = page.open.into_iter();
    let leading = match open.next() {
        Some(first) => lead(&first, lang).into_any(),
        None => view! { <p class="empty">{words.none_open}</p> }.into_any(),
    };
    let others =
        open.map(|it| survey_door(&it, &["/s/", &it.code].concat(), lang)).collect::<Vec<_>>();
    let others = (!others.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.open_too}</h2>
                <ul class="doors">{others}</ul>
            </section>
        }
    });
    let own = (words.own_ballot.to_owned(), words.own_ballot_lead.to_owned());
    let write = (words.feedback.to_owned(), words.feedback_lead.to_owned());
    let follow = (words.follow.to_owned(), words.follow_lead.to_owned());
    view! {
        <div class="hero">
            <div>
                <h1>{words.welcome}</h1>
                <p>{words.welcome_lead}</p>
            </div>
            {leading}
        </div>
        <div class="halves">
            <div>
                {others}
                <section>
                    <h2>{words.sent_already}</h2>
                    <ul class="doors">
                        {door("/phieu", own, lang)} {door("/gop-y", write, lang)}
                        {door("/tra-cuu", follow, lang)}
                    </ul>
                </section>
            </div>
            <section>
                <h2>{words.results}</h2>
                {figures(page.figure, lang, words)}
            </section>
        </div>
    }
}

/// The survey that leads: a card that is one link.
fn lead(campaign: &OpenCampaign, lang: Lang) -> impl IntoView + use<> {
    view! {
        <a class="door first" href=in_language(&["/s/", &campaign.code].concat(), lang)>
            <b>{campaign.title.clone()}</b>
            <small>{campaign.terms(lang)}</small>
            <span class="button">{text::pages(lang).take_part}</span>
        </a>
    }
}

/// What the ballots say, in words first; the way to the results, where nothing may be told.
fn figures(figure: Option<IndexRow>, lang: Lang, words: &PageWords) -> impl IntoView + use<> {
    let Some((row, hundred)) =
        figure.and_then(|row| Some((row.clone(), whole(row.percent.as_deref()?)?)))
    else {
        let way = (words.see_results.to_owned(), words.results_lead.to_owned());
        return view! { <ul class="doors">{door("/ket-qua", way, lang)}</ul> }.into_any();
    };
    // "At least 95" is no number of a hundred.
    let is_value = matches!(row.precision, Precision::Hundredths | Precision::Whole);
    let n = row.n.map(|n| (words.from_ballots)(&count(lang, n)));
    let ends = row.ci_low.as_deref().and_then(whole).zip(row.ci_high.as_deref().and_then(whole));
    let sure = ends.map(|(low, high)| (words.sure)(low, high));
    let about = n.into_iter().chain(sure).collect::<Vec<_>>().join(" ");
    view! {
        <a class="door" href=in_language("/ket-qua", lang)>
            {big(lang, &row)}
            {is_value.then(|| view! { <span>{(words.of_hundred)(hundred)}</span> })}
            <small>{about}</small>
        </a>
    }
    .into_any()
}

/// A percentage as exactly as it is told; its decimals stand back.
pub(super) fn big(lang: Lang, row: &IndexRow) -> impl IntoView + use<> {
    let written = text::figures(lang).value(lang, row);
    let (whole, part) = written.split_at(written.find(['.', ',']).unwrap_or(written.len()));
    view! { <b class="big">{whole.to_owned()} <small>{part.to_owned()}</small></b> }
}

/// A row that is one link from edge to edge: what it is, and what to know of it.
pub(super) fn door(
    way: &str,
    (name, about): (String, String),
    lang: Lang,
) -> impl IntoView + use<> {
    view! {
        <li>
            <a class="door" href=in_language(way, lang)>
                <b>{name}</b>
                <small>{about}</small>
            </a>
        </li>
    }
}

/// A survey as a row.
pub(super) fn survey_door(campaign: &OpenCampaign, way: &str, lang: Lang) -> impl IntoView + use<> {
    door(way, (campaign.title.clone(), campaign.terms(lang)), lang)
}

/// A day as Vietnamese write it: `31/03/2026`.
pub(super) fn format_day(day: NaiveDate) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}
