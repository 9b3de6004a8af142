//! What is kept of one's own ballot, and taking it back: plain forms, no scripts.

use domain::Lang;
use leptos::prelude::*;

use super::in_language;
use crate::text::{self, OwnWords};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct OwnBallotPage {
    /// The language.
    pub lang: Lang,
    /// The receipt code as typed.
    pub receipt: String,
    /// The pin as typed; shown again only where it was right.
    pub pin: String,
    /// How far the person has come.
    pub step: OwnBallot,
}

/// How far the person has come.
#[derive(Clone, Debug)]
pub enum OwnBallot {
    /// Receipt and pin are asked for; with why the last try led nowhere.
    Ask(Option<String>),
    /// Here is what is kept.
    Seen(Box<Seen>),
    /// Shall all of it go, or only the comment?
    Sure(bool),
    /// All of it is gone, or only the comment.
    Gone(bool),
}

/// A ballot in words.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    /// The campaign's title.
    pub title: String,
    /// The day it counts on, as people write it.
    pub day: String,
    /// Each question with its answer.
    pub answers: Vec<(String, String)>,
    /// The comment.
    pub comment: Option<String>,
    /// What the person told of themselves.
    pub about: Vec<String>,
    /// What the person agreed to.
    pub consent: Vec<String>,
}

/// The page.
#[component]
pub fn OwnBallotView(
    /// What to show.
    page: OwnBallotPage,
) -> impl IntoView {
    let words = text::own(page.lang);
    match page.step.clone() {
        OwnBallot::Ask(told) => ask(&page, told, words).into_any(),
        OwnBallot::Seen(seen) => shown(&page, *seen, words).into_any(),
        OwnBallot::Sure(whole) => sure(&page, whole, words).into_any(),
        OwnBallot::Gone(whole) => gone(page.lang, whole, words).into_any(),
    }
}

fn ask(page: &OwnBallotPage, told: Option<String>, words: &'static OwnWords) -> impl IntoView {
    let told = told.map(|told| view! { <p class="alert" role="alert">{told}</p> });
    view! {
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {told}
        <form class="own" method="post" action=in_language("/phieu", page.lang)>
            <label for="receipt">{words.receipt}</label>
            <input
                id="receipt"
                name="receipt"
                value=page.receipt.clone()
                autocomplete="off"
                autocapitalize="characters"
                spellcheck="false"
                required
            />
            <label for="pin">{words.pin}</label>
            <input id="pin" name="pin" inputmode="numeric" autocomplete="off" required/>
            <button>{words.show}</button>
        </form>
    }
}

fn shown(page: &OwnBallotPage, seen: Seen, words: &'static OwnWords) -> impl IntoView {
    let answers = seen.answers.into_iter().map(|(question, answer)| {
        view! {
            <dt>{question}</dt>
            <dd>{answer}</dd>
        }
    });
    let answers = answers.collect::<Vec<_>>();
    let list = |title: &'static str, lines: Vec<String>| {
        let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
        (!lines.is_empty()).then(|| view! { <h2>{title}</h2> <ul>{lines}</ul> })
    };
    let has_comment = seen.comment.is_some();
    let comment = seen.comment.unwrap_or_else(|| words.nothing.to_owned());
    let remove_comment =
        has_comment.then(|| step(page, "comment", words.remove_comment, "button quiet"));
    view! {
        <h1>{seen.title}</h1>
        <p>{words.day} ": " <b>{seen.day}</b></p>
        <h2>{words.answers}</h2>
        <dl class="own">{answers}</dl>
        <h2>{words.comment}</h2>
        <p class="said">{comment}</p>
        {list(words.about, seen.about)}
        {list(words.consent, seen.consent)}
        <div class="steps">
            {remove_comment}
            {step(page, "all", words.remove, "button quiet")}
        </div>
    }
}

fn sure(page: &OwnBallotPage, whole: bool, words: &'static OwnWords) -> impl IntoView {
    let (title, go, label) = match whole {
        true => (words.sure, "all-sure", words.remove),
        false => (words.sure_comment, "comment-sure", words.remove_comment),
    };
    view! {
        <h1>{title}</h1>
        <p>{words.no_way_back}</p>
        <div class="steps">
            {step(page, "", words.keep, "button")}
            {step(page, go, label, "button quiet")}
        </div>
    }
}

/// A button that sends receipt and pin on with a further step.
fn step(
    page: &OwnBallotPage,
    step: &'static str,
    label: &'static str,
    class: &'static str,
) -> impl IntoView + use<> {
    view! {
        <form method="post" action=in_language("/phieu", page.lang)>
            <input type="hidden" name="receipt" value=page.receipt.clone()/>
            <input type="hidden" name="pin" value=page.pin.clone()/>
            <input type="hidden" name="step" value=step/>
            <button class=class>{label}</button>
        </form>
    }
}

fn gone(lang: Lang, whole: bool, words: &'static OwnWords) -> impl IntoView {
    view! {
        <h1>{if whole { words.gone } else { words.comment_gone }}</h1>
        <p>{words.gone_help}</p>
        <p class="links"><a href=in_language("/", lang)>{text::pages(lang).home}</a></p>
    }
}
