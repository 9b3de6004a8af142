//! What was answered and published: a search without marks, and question with answer one below the other.

use domain::{Lang, fault::SpokenFault, feedback::view::PublishedView, listing::ListPage};
use leptos::prelude::*;

use super::parts::format_day;
use crate::{
    address::in_language,
    text::{self, TrackWords, count},
};

/// What the page shows.
#[derive(Clone, Debug, Default)]
pub struct PublishedPage {
    /// The language.
    pub lang: Lang,
    /// What was looked for.
    pub q: String,
    /// The month that was asked for.
    pub month: String,
    /// What was found; nothing, where the question cannot be answered.
    pub found: Option<ListPage<PublishedView>>,
    /// What is wrong with the question.
    pub faults: Vec<SpokenFault>,
    /// The page before and the page after.
    pub others: [Option<String>; 2],
}

/// The page.
#[component]
pub fn PublishedAnswers(
    /// What to show.
    page: PublishedPage,
) -> impl IntoView {
    let (lang, words) = (page.lang, text::track(page.lang));
    let faults = page.faults.iter().map(|it| view! { <li>{it.message.clone()}</li> });
    let faults = faults.collect::<Vec<_>>();
    let faults = (!faults.is_empty())
        .then(|| view! { <div class="faults" role="alert"><ul>{faults}</ul></div> });
    let [before, after] = page.others.clone();
    let before = before.map(|way| view! { <a href=way>{words.page_before}</a> });
    let after = after.map(|way| view! { <a href=way>{words.page_after}</a> });
    view! {
        <h1>{words.published_title}</h1>
        <p class="lead">{words.published_lead}</p>
        {search(&page, words)}
        {faults}
        {page.found.map(|found| answers(lang, found, words))}
        <p class="links">{before} {after}</p>
        <p class="links">
            <a href=in_language("/gop-y", lang)>{text::feedback(lang).title}</a>
        </p>
    }
}

fn search(page: &PublishedPage, words: &'static TrackWords) -> impl IntoView + use<> {
    view! {
        <form class="own look" role="search" action="/cong-khai">
            <input type="hidden" name="lang" value=page.lang.code()/>
            <label for="q">{words.published_search}</label>
            <small id="q-hint">{words.published_hint}</small>
            <input
                id="q"
                name="q"
                type="search"
                value=page.q.clone()
                maxlength="200"
                autocomplete="off"
                aria-describedby="q-hint"
            />
            <label for="month">{words.published_month}</label>
            <input id="month" name="month" inputmode="numeric" placeholder="2026-11" value=page.month.clone()/>
            <button class="quiet">{text::about(page.lang).look}</button>
        </form>
    }
}

fn answers(
    lang: Lang,
    found: ListPage<PublishedView>,
    words: &'static TrackWords,
) -> impl IntoView {
    let n = count(lang, found.total as u64);
    let rows = found.rows.into_iter().map(|row| answer(row, words)).collect::<Vec<_>>();
    view! {
        <p role="status">{(words.published_count)(&n)}</p>
        <ul class="talk">{rows}</ul>
    }
}

fn answer(row: PublishedView, words: &'static TrackWords) -> impl IntoView {
    let unit = row.unit.map_or(words.house.to_owned(), |unit| unit.name);
    view! {
        <li>
            <p class="said">{row.question}</p>
            <p class="who">
                <b>{unit}</b>
                <time datetime=row.day.clone()>{format_day(&row.day)}</time>
            </p>
            <p class="said">{row.answer}</p>
        </li>
    }
}
