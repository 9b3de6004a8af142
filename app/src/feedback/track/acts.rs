//! What the sender does: adds something, rates the answer, asks for another look.

use domain::feedback::{kind::Rating, view::FeedbackView};
use leptos::prelude::*;

use super::TrackPage;
use crate::{
    address::in_language,
    feedback::parts::{files, format_day, words as field},
    text::{self, TrackWords},
};

/// The form that adds: at once in view where it is waited for, folded otherwise.
pub(super) fn add(
    page: &TrackPage,
    view: &FeedbackView,
    words: &'static TrackWords,
) -> impl IntoView + use<> {
    let asked = view.wait_until.as_ref().map(|day| (words.asked)(&format_day(day)));
    let typed = if page.typed.get("step") == "add" { page.typed.get("text") } else { "" };
    let form = view! {
        <form
            class="parts"
            method="post"
            enctype="multipart/form-data"
            action=in_language("/tra-cuu", page.lang)
        >
            {page.hidden("add")}
            {field(("add", words.add_text), String::new(), typed, None)}
            {files(words.add_files, text::feedback(page.lang).files_hint, Vec::new())}
            <button class="quiet whole">{words.add_send}</button>
        </form>
    };
    match asked {
        Some(asked) => view! { <section class="card"><h2>{asked}</h2> {form}</section> }.into_any(),
        None => view! {
            <details class="more" open=!typed.is_empty()>
                <summary>{words.add}</summary>
                {form}
            </details>
        }
        .into_any(),
    }
}

/// The form that rates, or what was chosen.
pub(super) fn rate(
    page: &TrackPage,
    view: &FeedbackView,
    words: &'static TrackWords,
) -> Option<AnyView> {
    if let Some(rating) = view.rating {
        let said = text::rating_word(page.lang, rating);
        return Some(view! { <p>{words.rated} ": " <b>{said}</b></p> }.into_any());
    }
    let rows = Rating::ALL.iter().map(|rating| {
        view! {
            <label class="choice">
                <input type="radio" name="rating" value=rating.name() required/>
                <span>{text::rating_word(page.lang, *rating)}</span>
                <i class=["slope s", &(rating.number() + 1).to_string()].concat()></i>
            </label>
        }
    });
    view.may_rate.then(|| {
        view! {
            <form class="parts" method="post" action=in_language("/tra-cuu", page.lang)>
                {page.hidden("rate")}
                <fieldset>
                    <legend>{if view.is_call { words.rate_again } else { words.rate }}</legend>
                    {view.is_call.then(|| view! { <small>{words.rate_again_hint}</small> })}
                    <div class="choices">{rows.collect::<Vec<_>>()}</div>
                </fieldset>
                <button class="whole">{words.rate_send}</button>
            </form>
        }
        .into_any()
    })
}

/// The form that asks for another look.
pub(super) fn reopen(
    page: &TrackPage,
    view: &FeedbackView,
    words: &'static TrackWords,
) -> Option<impl IntoView + use<>> {
    let until = format_day(view.reopen_until.as_ref()?);
    let is_sent = page.typed.get("step") == "reopen";
    let typed = if is_sent { page.typed.get("text") } else { "" };
    let is_open = is_sent || view.rating == Some(Rating::Dissatisfied);
    Some(view! {
        <details class="more" open=is_open>
            <summary>{words.reopen}</summary>
            <form class="parts" method="post" action=in_language("/tra-cuu", page.lang)>
                {page.hidden("reopen")}
                {field(("why", words.reopen_text), (words.reopen_hint)(&until), typed, None)}
                <button class="quiet whole">{words.reopen_send}</button>
            </form>
        </details>
    })
}
