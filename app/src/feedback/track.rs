//! Following feedback: code and pin first; then state, answer, rating, the way it went, and what was said.

mod acts;
mod aside;

use domain::{
    Lang,
    fault::SpokenFault,
    feedback::{
        kind::PublicState,
        view::{FeedbackView, SpokenWith, SpokenWords},
    },
};
use leptos::prelude::*;

use super::parts::format_day;
use crate::{
    address::in_language,
    pages::codes::{CodeForm, code_form},
    survey::Typed,
    text::{self, TrackWords},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct TrackPage {
    /// The language.
    pub lang: Lang,
    /// The code as typed.
    pub code: String,
    /// The pin; shown again only where it was right.
    pub pin: String,
    /// Whether the browser keeps no cookies, so that pages come as answers to what was sent.
    pub is_plain: bool,
    /// What was just done.
    pub done: Option<&'static str>,
    /// Why what was sent was not done.
    pub faults: Vec<SpokenFault>,
    /// What was sent.
    pub typed: Typed,
    /// How far the person has come.
    pub step: TrackStep,
}

/// How far the person has come.
#[derive(Clone, Debug)]
pub enum TrackStep {
    /// Code and pin are asked for; with why the last try led nowhere.
    Ask(Option<String>),
    /// Here is how far it is.
    Shown(Box<FeedbackView>),
}

impl TrackPage {
    /// The page's title.
    pub fn title(&self) -> String {
        let title = text::track(self.lang).title;
        match &self.step {
            TrackStep::Shown(view) => {
                [text::state_word(self.lang, view.state), " – ", title].concat()
            }
            TrackStep::Ask(_) => title.to_owned(),
        }
    }

    /// What every form on it sends along.
    fn hidden(&self, step: &'static str) -> impl IntoView + use<> {
        let plain = if self.is_plain { "yes" } else { "" };
        let fields = [
            ("code", self.code.clone()),
            ("pin", self.pin.clone()),
            ("step", step.to_owned()),
            ("plain", plain.to_owned()),
        ];
        let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
        fields
            .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
            .collect::<Vec<_>>()
    }
}

/// The page.
#[component]
pub fn TrackView(
    /// What to show.
    page: TrackPage,
) -> impl IntoView {
    let words = text::track(page.lang);
    match page.step.clone() {
        TrackStep::Ask(message) => ask(&page, message, words).into_any(),
        TrackStep::Shown(view) => shown(&page, &view, words).into_any(),
    }
}

fn ask(page: &TrackPage, message: Option<String>, words: &'static TrackWords) -> impl IntoView {
    let message = message.map(|message| view! { <p class="alert" role="alert">{message}</p> });
    let form = CodeForm {
        action: "/tra-cuu",
        code: ("code", words.code),
        typed: page.code.clone(),
        pin: words.pin,
        show: words.show,
        is_plain: page.is_plain,
    };
    view! {
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        {message}
        {code_form(page.lang, form)}
        <p class="links">
            <a href=in_language("/gop-y", page.lang)>{text::feedback(page.lang).title}</a>
            <a href=in_language("/phieu", page.lang)>{text::pages(page.lang).own_ballot}</a>
        </p>
    }
}

fn shown(page: &TrackPage, view: &FeedbackView, words: &'static TrackWords) -> impl IntoView {
    let lang = page.lang;
    let kind = match view.is_formal {
        true => words.formal,
        false if view.is_call => words.call,
        false => words.hint,
    };
    let done = page.done.map(|done| view! { <p class="done" role="status">{done}</p> });
    let faults = page.faults.iter().map(|it| view! { <li>{it.message.clone()}</li> });
    let faults = faults.collect::<Vec<_>>();
    let faults = (!faults.is_empty()).then(|| {
        view! {
            <div class="faults" id="faults" role="alert" tabindex="-1">
                <h2>{words.not_done}</h2>
                <ul>{faults}</ul>
            </div>
        }
    });
    let is_waiting = view.state == PublicState::MoreInfo;
    let add = || acts::add(page, view, words);
    view! {
        <div class="opening">
            <p class="eyebrow">{kind} " " <b translate="no">{view.code.clone()}</b></p>
            <h1>{text::state_sentence(lang, view.state)}</h1>
            <p class="lead">{(words.about)(&view.subject)}</p>
            {done} {faults}
        </div>
        <div class="first-part">
            {last_word(page, view, words)}
            {is_waiting.then(add)}
            {acts::rate(page, view, words)}
        </div>
        <aside>{aside::way(lang, view, words)} {aside::about(lang, view, words)}</aside>
        <div class="last-part">
            <section>
                <h2>{words.talk}</h2>
                <ol class="talk">
                    {view.words.iter().map(|it| spoken(page, it, words)).collect::<Vec<_>>()}
                </ol>
            </section>
            {acts::reopen(page, view, words)}
            {(!is_waiting).then(add)}
            <p class="links">
                <a href=in_language("/tra-cuu", lang)>{words.another}</a>
            </p>
        </div>
    }
}

/// The answer or the refusal, as long as it is the last word.
fn last_word(
    page: &TrackPage,
    view: &FeedbackView,
    words: &'static TrackWords,
) -> Option<impl IntoView + use<>> {
    let heading = match view.state {
        PublicState::Answered | PublicState::Published => words.answer,
        PublicState::Referred => words.refusal,
        _ => return None,
    };
    let wanted = |it: &&SpokenWords| {
        matches!(it.with, SpokenWith::Answer | SpokenWith::Called | SpokenWith::Refusal)
    };
    let last = view.words.iter().rfind(wanted)?;
    let heading = if last.with == SpokenWith::Called { words.called } else { heading };
    let text = last.text.clone().unwrap_or_else(|| text::track(page.lang).removed.to_owned());
    Some(view! {
        <article class="card answer">
            <p class="who">
                <b>{heading}</b>
                <time datetime=last.day.clone()>{format_day(&last.day)}</time>
            </p>
            <p class="said">{text}</p>
        </article>
    })
}

fn spoken(page: &TrackPage, it: &SpokenWords, words: &'static TrackWords) -> impl IntoView + use<> {
    let is_own = matches!(it.with, SpokenWith::Sent | SpokenWith::Added | SpokenWith::Reopened);
    let who = match &it.unit {
        _ if is_own => words.you.to_owned(),
        Some(unit) => unit.clone(),
        None => words.house.to_owned(),
    };
    let files = (it.files > 0).then(|| files(page, it, words));
    let text = match &it.text {
        Some(text) => Some(text.clone()),
        None if it.files > 0 => None,
        None => Some(text::track(page.lang).removed.to_owned()),
    };
    view! {
        <li class:mine=is_own>
            <p class="who">
                <b>{who}</b>
                <time datetime=it.day.clone()>{format_day(&it.day)}</time>
            </p>
            <p class="said">{text}</p>
            {files}
        </li>
    }
}

/// The files that came with words. Each is asked for by a form with both codes: no address leads to it.
fn files(page: &TrackPage, it: &SpokenWords, words: &'static TrackWords) -> AnyView {
    let rows = it.attachments.iter().map(|file| {
        let size = (words.kilobytes)(file.size.unsigned_abs().div_ceil(1024));
        view! {
            <form method="post" action=in_language("/tra-cuu", page.lang)>
                {page.hidden("file")}
                <input type="hidden" name="file" value=file.id.to_string()/>
                <button class="quiet">{words.open_file} " " {file.name.clone()}</button>
                " "
                <small>{size}</small>
            </form>
        }
    });
    let rows = rows.collect::<Vec<_>>();
    view! { <div class="own-files"><small>{(words.files)(it.files)}</small> {rows}</div> }
        .into_any()
}
