//! What pages are put together from. Each part is one type, so that the bundle holds it once.

use domain::Action;
use leptos::prelude::*;

use crate::{
    browser::focus,
    office::{
        desk::Desk,
        pill::{Pill, pill},
    },
    text::{self, office::frame::frame},
};

/// The head of a page, and its title in the browser. Whoever comes from another page hears it.
pub(in crate::office) fn head(desk: Desk, text: impl Into<String>) -> AnyView {
    let text = text.into();
    title(desk, &text);
    arrived(desk);
    view! { <h1 id="heading" tabindex="-1">{text}</h1> }.into_any()
}

/// What the browser calls the page.
pub(in crate::office) fn title(desk: Desk, text: &str) {
    document().set_title(&[text, " – ", text::pages(desk.lang).service].concat());
}

/// Whoever comes from another page is brought to the head of this one.
pub(in crate::office) fn arrived(desk: Desk) {
    if desk.moved.get_value() {
        desk.moved.set_value(false);
        focus::soon("heading".to_owned());
    }
}

/// A sentence.
pub(in crate::office) fn lead(text: impl Into<String>) -> AnyView {
    view! { <p>{text.into()}</p> }.into_any()
}

/// A sentence beside the matter.
pub(super) fn aside(text: impl Into<String>) -> AnyView {
    view! { <p class="hint">{text.into()}</p> }.into_any()
}

/// A part of a page under its own head.
pub(super) fn section(title: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <section><h2>{title}</h2>{parts}</section> }.into_any()
}

/// A part that opens when it is asked for.
pub(super) fn folded(summary: &'static str, parts: Vec<AnyView>) -> AnyView {
    view! { <details><summary>{summary}</summary><div>{parts}</div></details> }.into_any()
}

/// What is known of something, each with its name.
pub(super) fn facts(facts: Vec<(&'static str, String)>) -> AnyView {
    let facts = facts.into_iter().map(|(name, says)| view! { <dt>{name}</dt> <dd>{says}</dd> });
    view! { <dl>{facts.collect::<Vec<_>>()}</dl> }.into_any()
}

/// The head of a page about something: its name as soon as that is known, and below it what it is and
/// its code. Whoever learns the name sets it.
pub(in crate::office) fn head_of(
    desk: Desk,
    what: &'static str,
    code: &str,
) -> (AnyView, RwSignal<String>) {
    let name = RwSignal::new(code.to_owned());
    let code = code.to_owned();
    Effect::new(move |_| name.with(|name| title(desk, name)));
    arrived(desk);
    let beside = view! { <p class="beside">{what} " · " <span>{code}</span></p> };
    // The element stays when the name comes: it may have the focus.
    let head = view! {
        <div class="head">
            <h1 id="heading" tabindex="-1">{move || name.get()}</h1>
            {beside}
        </div>
    };
    (head.into_any(), name)
}

/// A state on a line of its own.
pub(super) fn state(kind: Pill, says: &'static str) -> AnyView {
    view! { <p>{pill(kind, says)}</p> }.into_any()
}

/// Cards, each of some parts.
pub(super) fn cards(cards: Vec<Vec<AnyView>>) -> AnyView {
    let cards = cards.into_iter().map(|parts| view! { <li>{parts}</li> }).collect::<Vec<_>>();
    view! { <ul class="cards">{cards}</ul> }.into_any()
}

/// Where there is nothing: what to do.
pub(super) fn nothing(text: &'static str) -> AnyView {
    view! { <p class="empty">{text}</p> }.into_any()
}

/// Ways to pages of ours that the role may go, as buttons.
pub(super) fn ways(desk: Desk, ways: Vec<(Action, String, &'static str)>) -> AnyView {
    let ways = ways.into_iter().filter(|(needs, ..)| desk.may(*needs)).map(|(_, path, label)| {
        view! { <a class="button quiet" href=desk.link(&path)>{label}</a> }
    });
    view! { <p class="buttons">{ways.collect::<Vec<_>>()}</p> }.into_any()
}

/// The way back to a list.
pub(super) fn back(desk: Desk, path: &str) -> AnyView {
    view! { <p class="links"><a href=desk.link(path)>{frame(desk.lang).back}</a></p> }.into_any()
}

/// A day or the dash that stands for none.
pub(super) fn or_dash(text: Option<String>) -> String {
    text.filter(|text| !text.is_empty()).unwrap_or_else(|| "—".to_owned())
}
