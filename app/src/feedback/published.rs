//! What was answered and published: a search without marks, and question with answer one below the other.

use domain::{
    Lang,
    fault::SpokenFault,
    feedback::view::{CounterPage, CounterRow, PublishedView},
    listing::ListPage,
};
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
    /// The unit that was asked for, and every unit with its name.
    pub unit: (String, Vec<(String, String)>),
    /// The field that was asked for, and every field.
    pub field: (String, Vec<String>),
    /// What is told of closed months.
    pub counters: CounterPage,
    /// The query of the question, for its files.
    pub query: String,
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
        {page.found.clone().map(|found| answers(lang, found, words))}
        <p class="links">{before} {after}</p>
        {counters(lang, &page.counters, words)}
        {downloads(&page.query, words)}
        <p class="links">
            <a href=in_language("/gop-y", lang)>{text::feedback(lang).title}</a>
        </p>
    }
}

fn search(page: &PublishedPage, words: &'static TrackWords) -> impl IntoView + use<> {
    let fields = page.field.1.iter().map(|field| (field.clone(), field.clone())).collect();
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
            {choice("unit", words.published_unit, &page.unit.0, page.unit.1.clone(), words)}
            {choice("field", words.published_field, &page.field.0, fields, words)}
            <button class="quiet">{text::about(page.lang).look}</button>
        </form>
    }
}

/// A choice with its label, after the choice of all.
fn choice(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    options: Vec<(String, String)>,
    words: &'static TrackWords,
) -> impl IntoView + use<> {
    let all = [(String::new(), words.published_any.to_owned())].into_iter().chain(options);
    let options = all.map(|(value, says)| {
        let selected = value == chosen;
        view! { <option value=value selected=selected>{says}</option> }
    });
    let options = options.collect::<Vec<_>>();
    view! {
        <label for=name>{label}</label>
        <select id=name name=name>{options}</select>
    }
}

/// The counters of closed months, as a table whose every column names what it is of.
fn counters(lang: Lang, told: &CounterPage, words: &'static TrackWords) -> impl IntoView + use<> {
    let row = |it: &CounterRow| {
        let cells = [it.received, it.answered, it.on_time, it.accepted, it.reopened, it.published];
        let month = it
            .month
            .split_once('-')
            .map_or(it.month.clone(), |(year, month)| [month, "/", year].concat());
        let cells = if it.received.is_none() {
            view! { <td colspan="6" role="cell">{words.counted_few}</td> }.into_any()
        } else {
            let cells = cells.into_iter().zip(words.counted).map(|(n, label)| {
                let n = n.map_or_else(|| "—".to_owned(), |n| count(lang, n));
                view! { <td role="cell" data-label=label>{n}</td> }
            });
            cells.collect::<Vec<_>>().into_any()
        };
        view! { <tr role="row"><th scope="row" role="rowheader">{month}</th>{cells}</tr> }
    };
    let rows = told.rows.iter().map(row).collect::<Vec<_>>();
    let heads =
        words.counted.map(|label| view! { <th scope="col" role="columnheader">{label}</th> });
    let heads = heads.into_iter().collect::<Vec<_>>();
    (!rows.is_empty()).then(|| {
        view! {
            <section>
                <h2>{words.counted_title}</h2>
                <p>{(words.counted_lead)(&count(lang, told.rounded_to))}</p>
                <div class="table">
                    <table class="counted" role="table" aria-label=words.counted_title>
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{words.counted_month}</th>
                                {heads}
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{rows}</tbody>
                    </table>
                </div>
            </section>
        }
    })
}

/// The same as files and as a feed, at addresses that stay.
fn downloads(query: &str, words: &'static TrackWords) -> impl IntoView + use<> {
    let of = |path: &str| [path, query].concat();
    view! {
        <section>
            <h2>{words.open_data}</h2>
            <ul class="open">
                <li>
                    {words.open_answers} ": " <a href=of("/api/v1/published.csv")>"CSV"</a> " "
                    <a href=of("/api/v1/published")>"JSON"</a> " "
                    <a href=of("/api/v1/published.atom") type="application/atom+xml">"Atom"</a>
                </li>
                <li>
                    {words.open_counters} ": " <a href="/api/v1/published/counters.csv">"CSV"</a> " "
                    <a href="/api/v1/published/counters">"JSON"</a>
                </li>
            </ul>
        </section>
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
