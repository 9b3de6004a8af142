//! The survey page itself: the form, and the receipt that takes its place.

use leptos::prelude::*;

use super::{
    faults::FaultSummary,
    flow::Flow,
    last::LastPart,
    page::{Label, SurveyPage},
    question::QuestionField,
    steps::{Progress, Turns},
};
use crate::{pages::thanks::Thanks, text};

/// The survey of one page.
#[component]
pub fn Survey(
    /// What to show.
    page: SurveyPage,
) -> impl IntoView {
    let (lang, action) = (page.lang, page.action());
    let flow = Flow::new(page.clone());
    Effect::new(move |_| flow.start());
    let receipt = move || flow.receipt().map(|(receipt, pin)| view! { <Thanks lang receipt pin/> });
    view! {
        <form
            id="survey"
            method="post"
            action=action
            autocomplete="off"
            class:settling=move || flow.is_settling()
            hidden=move || flow.receipt().is_some()
            on:submit=move |event| flow.submit(&event)
            on:click=move |event| flow.point(&event)
            on:input=move |_| flow.keep()
            on:keydown=move |event| flow.key(&event)
        >
            <Opening page=page.clone() flow/>
            <FaultSummary page=page.clone() flow/>
            <Progress lang flow/>
            {questions(&page, flow)}
            <LastPart page flow/>
            <Turns lang flow/>
        </form>
        {receipt}
    }
}

/// The questions, one field each.
pub(super) fn questions(page: &SurveyPage, flow: Flow) -> Vec<impl IntoView + use<>> {
    let words = text::survey(page.lang);
    page.questions
        .iter()
        .enumerate()
        .map(|(place, question)| {
            let typed = page.typed.get(&["a.", &question.code].concat()).to_owned();
            view! { <QuestionField question=question.clone() place words typed flow/> }
        })
        .collect()
}

/// The title, what to know, what it is about, and the fields nobody sees.
#[component]
fn Opening(page: SurveyPage, flow: Flow) -> impl IntoView {
    let words = text::survey(page.lang);
    let (point, unit, procedure) = (&page.service_point, &page.unit, &page.procedure);
    let place = [(words.service_point, point), (words.unit, unit), (words.procedure, procedure)]
        .into_iter()
        .filter_map(|(what, named)| named.as_ref().map(|named| format!("{what}: {}", named.name)))
        .map(|line| view! { <li>{line}</li> })
        .collect::<Vec<_>>();
    let code = |named: Option<Label>| named.map(|named| named.code).unwrap_or_default();
    let hidden = [
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
    .collect::<Vec<_>>();
    let is_later = move || flow.step().is_some_and(|step| step > 0);
    view! {
        <h1 class:later=is_later>{page.title}</h1>
        <div class="intro" hidden=is_later>
            <p>{words.intro}</p>
            <ul class="place">{place}</ul>
        </div>
        {hidden}
    }
}
