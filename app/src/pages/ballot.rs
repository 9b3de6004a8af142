//! What is kept of one's own ballot, correcting it and taking it back: plain forms, no scripts.

use domain::Lang;
use leptos::prelude::*;

use super::codes::{CodeForm, code_form, plain};
use crate::{
    address::in_language,
    survey::{correct::CorrectForm, page::SurveyPage},
    text::{self, OwnWords},
};

/// What the page shows.
#[derive(Clone, Debug)]
pub struct OwnBallotPage {
    /// The language.
    pub lang: Lang,
    /// The receipt code as typed.
    pub receipt: String,
    /// The pin as typed; shown again only where it was right.
    pub pin: String,
    /// Whether the browser keeps no cookies, so that pages come as answers to what was sent.
    pub is_plain: bool,
    /// How far the person has come.
    pub step: OwnBallot,
}

/// How far the person has come.
#[derive(Clone, Debug)]
pub enum OwnBallot {
    /// Receipt and pin are asked for; with why the last try led nowhere.
    Ask(Option<String>),
    /// Here is what is kept.
    Shown(Box<BallotText>),
    /// Shall it go?
    Sure(Part),
    /// It is gone.
    Gone(Part),
    /// It is to be corrected.
    Correct(Box<SurveyPage>),
    /// It is corrected.
    Corrected,
}

/// What can be taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    All,
    /// The comment.
    Comment,
    /// What was agreed to for a purpose.
    Consent(String),
}

/// A ballot in words.
#[derive(Clone, Debug, Default)]
pub struct BallotText {
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
    /// What the person agrees to: the purpose and the text.
    pub consent: Vec<(String, String)>,
    /// What the person agreed to and took back: the text and the day.
    pub withdrawn: Vec<(String, String)>,
    /// The day on which it was last corrected.
    pub corrected: Option<String>,
    /// Whether it may be corrected.
    pub correctable: bool,
    /// The last day on which it may be corrected, where there is one.
    pub until: Option<String>,
}

/// The page.
#[component]
pub fn OwnBallotView(
    /// What to show.
    page: OwnBallotPage,
) -> impl IntoView {
    let words = text::own(page.lang);
    match page.step.clone() {
        OwnBallot::Ask(message) => ask(&page, message, words).into_any(),
        OwnBallot::Shown(ballot) => shown(&page, *ballot, words).into_any(),
        OwnBallot::Sure(part) => sure(&page, &part, words).into_any(),
        OwnBallot::Gone(part) => gone(page.lang, &part, words).into_any(),
        OwnBallot::Correct(survey) => correct(&page, *survey).into_any(),
        OwnBallot::Corrected => done(page.lang, words.corrected, words.corrected_help).into_any(),
    }
}

fn ask(page: &OwnBallotPage, message: Option<String>, words: &'static OwnWords) -> impl IntoView {
    let message = message.map(|message| view! { <p class="alert" role="alert">{message}</p> });
    let form = CodeForm {
        action: "/phieu",
        code: ("receipt", words.receipt),
        typed: page.receipt.clone(),
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
            <a href=in_language("/tra-cuu", page.lang)>{text::pages(page.lang).follow}</a>
        </p>
    }
}

fn shown(page: &OwnBallotPage, ballot: BallotText, words: &'static OwnWords) -> impl IntoView {
    let answers = ballot.answers.iter().map(|(question, answer)| {
        view! {
            <dt>{question.clone()}</dt>
            <dd>{answer.clone()}</dd>
        }
    });
    let answers = answers.collect::<Vec<_>>();
    let has_comment = ballot.comment.is_some();
    let comment = ballot.comment.clone().unwrap_or_else(|| words.nothing.to_owned());
    let remove_comment =
        has_comment.then(|| step(page, "comment".to_owned(), words.remove_comment, "button quiet"));
    let about = ballot.about.iter().map(|line| view! { <li>{line.clone()}</li> });
    let about = about.collect::<Vec<_>>();
    let about = (!about.is_empty()).then(|| view! { <h2>{words.about}</h2> <ul>{about}</ul> });
    let corrected = ballot.corrected.as_deref().map(words.corrected_on);
    view! {
        <h1>{ballot.title.clone()}</h1>
        <p>{words.day} ": " <b>{ballot.day.clone()}</b></p>
        {corrected.map(|corrected| view! { <p>{corrected}</p> })}
        <h2>{words.answers}</h2>
        <dl class="own">{answers}</dl>
        <h2>{words.comment}</h2>
        <p class="said">{comment}</p>
        {about}
        {agreed(page, &ballot, words)}
        {may_correct(&ballot, words)}
        <div class="steps">
            {ballot.correctable.then(|| step(page, "correct".to_owned(), words.correct, "button"))}
            {remove_comment}
            {step(page, "all".to_owned(), words.remove, "button quiet")}
        </div>
    }
}

/// Until when it may be corrected, where that ends.
fn may_correct(ballot: &BallotText, words: &'static OwnWords) -> Option<impl IntoView + use<>> {
    let message = match &ballot.until {
        _ if !ballot.correctable => Some(words.correct_over.to_owned()),
        until => until.as_deref().map(words.correct_until),
    };
    message.map(|message| view! { <p class="hint">{message}</p> })
}

/// What the person agreed to, each with the way to take it back, and what was taken back.
fn agreed(
    page: &OwnBallotPage,
    ballot: &BallotText,
    words: &'static OwnWords,
) -> Option<impl IntoView + use<>> {
    let held = ballot.consent.iter().map(|(purpose, text)| {
        let ask = format!("consent/{purpose}");
        view! {
            <li>{text.clone()} {step(page, ask, words.remove_consent, "button quiet")}</li>
        }
    });
    let held = held.collect::<Vec<_>>();
    let withdrawn = ballot.withdrawn.iter().map(|(text, day)| {
        view! { <li>{format!("{text} – {}", (words.consent_withdrawn)(day))}</li> }
    });
    let withdrawn = withdrawn.collect::<Vec<_>>();
    let is_any = !ballot.consent.is_empty() || !ballot.withdrawn.is_empty();
    is_any.then(|| view! { <h2>{words.consent}</h2> <ul>{held} {withdrawn}</ul> })
}

fn correct(page: &OwnBallotPage, survey: SurveyPage) -> impl IntoView + use<> {
    let cancel = step(page, String::new(), text::own(page.lang).keep, "button quiet");
    let (receipt, pin) = (page.receipt.clone(), page.pin.clone());
    view! {
        <CorrectForm page=survey receipt pin/>
        {cancel}
    }
}

fn sure(page: &OwnBallotPage, part: &Part, words: &'static OwnWords) -> impl IntoView {
    let (title, help, go, label) = match part {
        Part::All => (words.sure, words.no_way_back, "all-sure".to_owned(), words.remove),
        Part::Comment => {
            (words.sure_comment, words.no_way_back, "comment-sure".to_owned(), words.remove_comment)
        }
        Part::Consent(purpose) => (
            words.sure_consent,
            words.consent_help,
            format!("consent-sure/{purpose}"),
            words.remove_consent,
        ),
    };
    view! {
        <h1>{title}</h1>
        <p>{help}</p>
        <div class="steps">
            {step(page, String::new(), words.keep, "button")}
            {step(page, go, label, "button quiet")}
        </div>
    }
}

/// A button that sends receipt and pin on with a further step.
fn step(
    page: &OwnBallotPage,
    step: String,
    label: &'static str,
    class: &'static str,
) -> impl IntoView + use<> {
    view! {
        <form method="post" action=in_language("/phieu", page.lang)>
            <input type="hidden" name="receipt" value=page.receipt.clone()/>
            <input type="hidden" name="pin" value=page.pin.clone()/>
            <input type="hidden" name="step" value=step/>
            {page.is_plain.then(plain)}
            <button class=class>{label}</button>
        </form>
    }
}

/// Tells the server that the browser keeps no cookies.
fn gone(lang: Lang, part: &Part, words: &'static OwnWords) -> impl IntoView {
    match part {
        Part::All => done(lang, words.gone, words.gone_help),
        Part::Comment => done(lang, words.comment_gone, words.gone_help),
        Part::Consent(_) => done(lang, words.consent_gone, words.consent_gone_help),
    }
}

fn done(lang: Lang, title: &'static str, help: &'static str) -> impl IntoView {
    view! {
        <h1>{title}</h1>
        <p>{help}</p>
        <p class="links"><a href=in_language("/", lang)>{text::pages(lang).home}</a></p>
    }
}
