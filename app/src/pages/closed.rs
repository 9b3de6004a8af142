//! A survey that takes no ballots: not yet, or no longer.

use chrono::NaiveDate;
use domain::{Lang, books::campaign::Standing, day::Period};
use leptos::prelude::*;

use super::home::format_day;
use crate::{address::in_language, text};

/// What the page of a campaign that is not open shows.
#[derive(Clone, Debug)]
pub struct ClosedPage {
    /// The language.
    pub lang: Lang,
    /// The campaign's title in that language.
    pub title: String,
    /// The days on which it takes ballots.
    pub period: Period,
    /// Where it stands; one that is open has as many ballots as it takes.
    pub standing: Standing,
    /// What was typed into its form and came too late.
    pub typed: Option<TypedText>,
}

/// What somebody typed into a form.
#[derive(Clone, Debug, Default)]
pub struct TypedText {
    /// Each question with its answer.
    pub answers: Vec<(String, String)>,
    /// The comment.
    pub comment: Option<String>,
}

/// The page of a campaign that is not open.
#[component]
pub fn Closed(
    /// What to show.
    page: ClosedPage,
) -> impl IntoView {
    let words = text::pages(page.lang);
    let (head, day): (_, Option<NaiveDate>) = match page.standing {
        Standing::NotOpenYet => (words.not_open_yet, Some(page.period.from)),
        Standing::Open => (words.full, None),
        Standing::Closed => (words.over, page.period.to),
    };
    let message = match page.standing {
        Standing::NotOpenYet => words.opens_on,
        Standing::Open | Standing::Closed => words.ended_on,
    };
    view! {
        <div class="head">
            <p class="eyebrow">{page.title}</p>
            <h1>{head}</h1>
        </div>
        {day.map(|day| view! { <p>{message(&format_day(day))}</p> })}
        {page.typed.map(|typed| too_late(page.lang, typed))}
        <p>{words.closed_help}</p>
        <p class="links">
            <a href=in_language("/", page.lang)>{words.home}</a>
            <a href=in_language("/ket-qua", page.lang)>{words.see_results}</a>
        </p>
    }
}

/// What was typed, to be copied elsewhere.
fn too_late(lang: Lang, typed: TypedText) -> impl IntoView {
    let answers = typed.answers.into_iter().map(|(question, answer)| {
        view! {
            <dt>{question}</dt>
            <dd>{answer}</dd>
        }
    });
    let comment = typed.comment.map(|comment| {
        view! {
            <h2>{text::own(lang).comment}</h2>
            <p class="said">{comment}</p>
        }
    });
    view! {
        <p class="alert" role="alert">{text::pages(lang).too_late}</p>
        <h2>{text::own(lang).answers}</h2>
        <dl class="own">{answers.collect::<Vec<_>>()}</dl>
        {comment}
    }
}
