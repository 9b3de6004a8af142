//! The last part of the form: the comment, the facets, and the button that sends.

use domain::ballot::respondent::{Age, Party, Sex};
use leptos::prelude::*;

use super::{flow::Flow, page::SurveyPage};
use crate::text;

/// Comment, facets, and sending.
#[component]
pub(super) fn LastPart(page: SurveyPage, flow: Flow) -> impl IntoView {
    let words = text::survey(page.lang);
    let last = page.questions.len();
    view! {
        <div class="last" id="last" tabindex="-1" hidden=move || flow.is_away(last)>
            <Comment page=page.clone() flow/>
            <Facets page/>
            {move || {
                let message = |message| {
                    view! { <p class="alert" id="told" role="alert" tabindex="-1">{message}</p> }
                };
                flow.failure().map(message)
            }}
            // Disabled outright, the button would lose the focus.
            <button
                aria-disabled=move || flow.is_busy().then_some("true")
                hidden=move || flow.is_spent()
            >
                {move || {
                    if flow.is_busy() {
                        words.sending
                    } else if flow.failure().is_some() {
                        words.again
                    } else {
                        words.send
                    }
                }}
            </button>
        </div>
    }
}

/// What the person wants to add.
#[component]
pub(super) fn Comment(page: SurveyPage, flow: Flow) -> impl IntoView {
    let words = text::survey(page.lang);
    let fault = move || flow.fault("comment");
    // Leptos writes what is inside a textarea as it is: escaping it is up to us.
    let typed = page.typed.get("comment").replace('&', "&amp;").replace('<', "&lt;");
    let ticked = page.typed.get("consent").to_owned();
    let consent = page.consent.map(|notice| {
        view! {
            <label class="consent">
                <input
                    type="checkbox"
                    name="consent"
                    value=notice.code.clone()
                    checked=ticked == notice.code
                />
                {notice.name}
            </label>
        }
    });
    (page.comment_limit > 0).then(|| {
        view! {
            <label for="comment">{words.comment}</label>
            <p class="hint" id="c-hint">{(words.comment_hint)(page.comment_limit)}</p>
            {move || fault().map(|message| view! { <p class="fault" id="f-comment">{message}</p> })}
            <textarea
                id="comment"
                name="comment"
                rows="4"
                placeholder=" "
                aria-describedby=move || {
                    if fault().is_some() { "c-hint f-comment" } else { "c-hint" }
                }
                aria-invalid=move || fault().map(|_| "true")
            >
                {typed}
            </textarea>
            {consent}
        }
    })
}

/// What the person may tell of themselves.
#[component]
pub(super) fn Facets(page: SurveyPage) -> impl IntoView {
    let words = text::survey(page.lang);
    let typed = |name| page.typed.get(name).to_owned();
    let party = Party::ALL.iter().map(|it| it.name()).zip(words.party.1).collect::<Vec<_>>();
    let sex = Sex::ALL.iter().map(|it| it.name()).zip(words.sex.1).collect::<Vec<_>>();
    let age = Age::ALL.iter().map(|it| it.name()).zip(words.age.1).collect::<Vec<_>>();
    let choices =
        [("party", words.party.0, party), ("sex", words.sex.0, sex), ("age", words.age.0, age)];
    let choices = choices
        .into_iter()
        .map(|(name, label, options)| {
            view! { <Facet name label unsaid=words.unsaid options typed=typed(name)/> }
        })
        .collect::<Vec<_>>();
    view! {
        <details>
            <summary>{words.about}</summary>
            {choices}
        </details>
    }
}

#[component]
fn Facet(
    name: &'static str,
    label: &'static str,
    unsaid: &'static str,
    options: Vec<(&'static str, &'static str)>,
    typed: String,
) -> impl IntoView {
    let options = options
        .into_iter()
        .map(
            |(value, label)| view! { <option value=value selected=typed == value>{label}</option> },
        )
        .collect::<Vec<_>>();
    view! {
        <label for=name>{label}</label>
        <select id=name name=name>
            <option value="">{unsaid}</option>
            {options}
        </select>
    }
}
