//! Before the first question: what it is about, how long it takes, and how it works.

use leptos::prelude::*;

use super::page::{Label, SurveyPage};
use crate::text;

/// The title, what to know, what it is about, and the way to the first question.
#[component]
pub(super) fn Opening(page: SurveyPage) -> impl IntoView {
    let words = text::form(page.lang);
    let (count, minutes) = (page.questions.len(), page.minutes());
    let (point, unit, procedure) = (&page.service_point, &page.unit, &page.procedure);
    let place = [(words.service_point, point), (words.unit, unit), (words.procedure, procedure)]
        .into_iter()
        .filter_map(|(what, named)| named.as_ref().map(|named| format!("{what}: {}", named.name)))
        .map(|line| view! { <li>{line}</li> })
        .collect::<Vec<_>>();
    let other = page.other.map(|other| {
        let label = if page.procedure.is_some() { words.other } else { words.choose };
        // A link where a draft keeps what is typed, and a button of the form where nothing else would.
        view! {
            <p class="other">
                <a href=other>{label}</a>
                <button class="way" name="turn" value="about" formnovalidate>{label}</button>
            </p>
        }
    });
    let how = words.how.map(|line| view! { <li>{line}</li> }).into_iter().collect::<Vec<_>>();
    view! {
        <h1 id="start" tabindex="-1">{page.title}</h1>
        <div class="intro">
            <ul class="place">{place}</ul>
            {other}
            <p class="facts">{(words.length)(count, minutes)}</p>
            <p class="blank">{words.blank}</p>
            <button type="button" class="begin" value="next">{words.begin}</button>
            <ol class="how">{how}</ol>
        </div>
    }
}

/// The fields nobody sees.
#[component]
pub(super) fn Hidden(page: SurveyPage) -> impl IntoView {
    let code = |named: Option<Label>| named.map(|named| named.code).unwrap_or_default();
    [
        ("id", page.ballot),
        ("instrument", page.instrument),
        ("p", code(page.service_point)),
        ("unit", code(page.unit)),
        ("procedure", code(page.procedure)),
        ("pass", page.pass),
        ("t", page.token),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
    .collect::<Vec<_>>()
}
