//! The survey page itself: the form, and the receipt that takes its place.

use leptos::prelude::*;

use super::{
    faults::FaultSummary,
    flow::Flow,
    inert::inert,
    last::{Ending, Sending},
    opening::{Hidden, Opening},
    page::SurveyPage,
    question::QuestionField,
    steps::{Progress, Turns},
};
use crate::pages::thanks::{Thanks, Ticket};

/// The survey of one page.
#[component]
pub fn Survey(
    /// What to show.
    page: SurveyPage,
) -> impl IntoView {
    let (lang, action) = (page.lang, page.action());
    let flow = Flow::new(page.clone());
    Effect::new(move |_| flow.start());
    Effect::new(move |_| flow.show());
    let opening = inert(|| view! { <Opening page=page.clone()/> });
    let hidden = inert(|| view! { <Hidden page=page.clone()/> });
    let steps = fields(&page);
    let thanks = inert(|| {
        let (owner, title, home) = (page.owner.clone(), page.title.clone(), page.kiosk.clone());
        view! { <Thanks ticket=Ticket { lang, owner, title, home, ..Ticket::default() } call=None/> }
    });
    view! {
        <form
            id="survey"
            method="post"
            action=action
            autocomplete="off"
            class=move || flow.looks()
            hidden=move || flow.is_kept()
            on:submit=move |event| flow.submit(&event)
            on:click=move |event| flow.point(&event)
            on:input=move |_| flow.keep()
            on:keydown=move |event| flow.key(&event)
        >
            <Progress lang flow/>
            <div hidden inner_html=hidden></div>
            <div class="opening" inner_html=opening></div>
            <FaultSummary page flow/>
            <div id="steps" inner_html=steps></div>
            <Sending lang flow/>
            <Turns lang/>
        </form>
        <div hidden=move || !flow.is_kept() inner_html=thanks></div>
    }
}

/// The questions and the last part, each a step of its own once scripts run.
pub(super) fn fields(page: &SurveyPage) -> String {
    inert(|| {
        let questions = (0..page.questions.len())
            .map(|place| view! { <QuestionField page=page.clone() place/> })
            .collect::<Vec<_>>();
        view! {
            {questions}
            <div class="last" id="last" tabindex="-1">
                <Ending page=page.clone()/>
            </div>
        }
    })
}
