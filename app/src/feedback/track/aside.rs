//! Beside the answer: the way it went, who is in charge, and until when, with the reason.

use domain::{
    Lang,
    feedback::{
        kind::PublicState,
        view::{DueReason, FeedbackView, PassedState},
    },
};
use leptos::prelude::*;

use crate::{
    feedback::parts::{format_day, format_named},
    text::{self, TrackWords},
};

/// The states it came to, the last of them now, and those that come next.
pub(super) fn way(
    lang: Lang,
    view: &FeedbackView,
    words: &'static TrackWords,
) -> impl IntoView + use<> {
    let last = view.way.len().saturating_sub(1);
    let passed = view.way.iter().enumerate().map(|(place, it)| {
        let is_now = place == last;
        passed(lang, it, is_now, words)
    });
    let to_come = to_come(view.state).iter().map(|state| {
        view! {
            <li class="next">
                <b>{text::state_word(lang, *state)} " " <span>{words.to_come}</span></b>
            </li>
        }
    });
    view! {
        <section class="card" aria-label=words.way>
            <ol class="path">
                {passed.collect::<Vec<_>>()} {to_come.collect::<Vec<_>>()}
            </ol>
        </section>
    }
}

fn passed(
    lang: Lang,
    it: &PassedState,
    is_now: bool,
    words: &'static TrackWords,
) -> impl IntoView + use<> {
    let unit = it.unit.as_ref().map(|unit| view! { <small>{(words.given)(unit)}</small> });
    view! {
        <li class:now=is_now aria-current=is_now.then_some("step")>
            <b>{text::state_word(lang, it.state)}</b>
            <time datetime=it.day.clone()>{format_day(&it.day)}</time>
            {unit}
        </li>
    }
}

/// What comes next where all goes its way.
fn to_come(state: PublicState) -> &'static [PublicState] {
    use PublicState as P;
    match state {
        P::Sent => &[P::Received, P::InProgress, P::Answered],
        P::Received | P::MoreInfo => &[P::InProgress, P::Answered],
        P::InProgress => &[P::Answered],
        P::Answered | P::Published | P::Referred => &[],
    }
}

/// Who is in charge, and until when.
pub(super) fn about(
    lang: Lang,
    view: &FeedbackView,
    words: &'static TrackWords,
) -> impl IntoView + use<> {
    let unit = view.unit.as_ref().map_or(words.no_unit.to_owned(), |unit| unit.name.clone());
    let is_open = !matches!(
        view.state,
        PublicState::Answered | PublicState::Published | PublicState::Referred
    );
    let due = view.due.as_ref().map(|due| {
        view! {
            <div>
                <dt>{if view.is_call { words.due_call } else { words.due }}</dt>
                <dd>
                    <b>{format_named(lang, &due.on)}</b>
                    <small>{reason(due, words)}</small>
                    <small>{(words.left)(due.left)}</small>
                </dd>
            </div>
        }
    });
    let no_due = (is_open && due.is_none()).then(|| view! { <p class="hint">{words.no_due}</p> });
    let promised = view.promised.as_ref().filter(|_| is_open);
    let promised =
        promised.map(|day| view! { <p class="hint">{(words.promised)(&format_day(day))}</p> });
    view! {
        <div class="card">
            <dl class="about-case">
                <div>
                    <dt>{words.unit}</dt>
                    <dd>
                        <b>{unit}</b>
                    </dd>
                </div>
                {due}
            </dl>
            {no_due}
            {promised}
        </div>
    }
}

/// Why it is due then: the working days, and what moved them.
fn reason(due: &DueReason, words: &'static TrackWords) -> String {
    let listed =
        |days: &[String]| days.iter().map(|day| format_day(day)).collect::<Vec<_>>().join(", ");
    let mut reason = (words.due_reason)(due.days, &format_day(&due.from));
    if !due.holidays.is_empty() {
        reason.push_str(&(words.holidays)(&listed(&due.holidays)));
    }
    if !due.make_up.is_empty() {
        reason.push_str(&(words.make_up)(&listed(&due.make_up)));
    }
    reason.push_str(". ");
    match due.waited {
        0 => reason.push_str(words.waiting_moves_nothing),
        days => reason.push_str(&(words.waited)(days)),
    }
    reason
}
