//! The last part of the form: the comment, the facets, and the button that sends.

use domain::{
    Lang,
    ballot::respondent::{Age, Party, Sex},
};
use leptos::prelude::*;

use super::{flow::Flow, page::SurveyPage};
use crate::text::{self, FormWords};

/// What the person may add: a comment, and who they are.
#[component]
pub(super) fn Ending(page: SurveyPage) -> impl IntoView {
    view! {
        <Comment page=page.clone()/>
        <Facets page/>
    }
}

/// The button that sends, and why it did not.
#[component]
pub(super) fn Sending(lang: Lang, flow: Flow) -> impl IntoView {
    let words = text::survey(lang);
    let label = move || {
        let label = match flow.failure() {
            _ if flow.is_busy() => words.sending,
            "" => words.send,
            _ => words.again,
        };
        label.to_owned()
    };
    // Disabled outright, the button would lose the focus.
    view! {
        <div class="sending">
            <p
                class="alert"
                id="told"
                role="alert"
                tabindex="-1"
                hidden=move || flow.failure().is_empty()
                inner_html=move || flow.failure().to_owned()
            ></p>
            <button
                id="send"
                aria-disabled=move || flow.is_busy().then_some("true")
                hidden=move || flow.is_spent()
                inner_html=label
            ></button>
        </div>
    }
}

/// What the person wants to add, and whether it may be published: asked once something is written.
#[component]
fn Comment(page: SurveyPage) -> impl IntoView {
    let words = text::form(page.lang);
    // Leptos writes what is inside a textarea as it is: escaping it is up to us.
    let typed = page.typed.get("comment").replace('&', "&amp;").replace('<', "&lt;");
    let fault = page.fault("comment");
    let is_faulty = fault.is_some().then_some("true");
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
                <span>{notice.name}</span>
            </label>
        }
    });
    (page.comment_limit > 0).then(|| {
        view! {
            <label for="comment">{words.comment}</label>
            <p class="hint" id="c-hint">{(words.comment_hint)(page.comment_limit)}</p>
            <p class="fault" id="f-comment">{fault}</p>
            <textarea
                id="comment"
                name="comment"
                rows="4"
                placeholder=" "
                aria-describedby="c-hint f-comment"
                aria-invalid=is_faulty
            >
                {typed}
            </textarea>
            {consent}
        }
    })
}

/// What the person may tell of themselves.
#[component]
fn Facets(page: SurveyPage) -> impl IntoView {
    let words = text::form(page.lang);
    let party = Party::ALL.iter().map(|it| it.name()).zip(words.party.1).collect::<Vec<_>>();
    let sex = Sex::ALL.iter().map(|it| it.name()).zip(words.sex.1).collect::<Vec<_>>();
    let age = Age::ALL.iter().map(|it| it.name()).zip(words.age.1).collect::<Vec<_>>();
    let choices =
        [("party", words.party.0, party), ("sex", words.sex.0, sex), ("age", words.age.0, age)];
    let choices = choices
        .into_iter()
        .map(|(name, label, options)| facet((name, label), options, page.typed.get(name), words))
        .collect::<Vec<_>>();
    view! {
        <details>
            <summary>{words.about}</summary>
            {choices}
        </details>
    }
}

fn facet(
    (name, label): (&'static str, &'static str),
    options: Vec<(&'static str, &'static str)>,
    typed: &str,
    words: &'static FormWords,
) -> impl IntoView + use<> {
    let options = options.into_iter().map(|(value, label)| {
        let selected = typed == value;
        view! { <option value=value selected=selected>{label}</option> }
    });
    let options = options.collect::<Vec<_>>();
    view! {
        <label for=name>{label}</label>
        <select id=name name=name>
            <option value="">{words.unsaid}</option>
            {options}
        </select>
    }
}
