//! The tabs of the inbox, each with how many cases are in it.

use domain::office::feedback::inbox::{Tab, TabCount};
use leptos::prelude::*;

use super::State;
use crate::{
    office::place::Place,
    text::{
        count,
        office::feedback::{inbox::inbox, names},
    },
};

/// The tabs. They are links: where a reader is stands in the address.
pub(super) fn tabs(state: State) -> AnyView {
    let words = inbox(state.desk.lang);
    let links = Tab::ALL.iter().map(|tab| link(state, *tab)).collect::<Vec<_>>();
    view! { <nav class="tabs" aria-label=words.tabs><ul>{links}</ul></nav> }.into_any()
}

/// How many cases are in a tab, if that is counted.
pub(super) fn held(state: State, tab: Tab) -> Option<u64> {
    let of = |all: &[TabCount]| all.iter().find(|it| it.tab == tab).and_then(|it| it.count);
    state.shown.with(|it| it.as_ref().and_then(|it| of(&it.tabs))).map(i64::unsigned_abs)
}

/// The address of a tab. What is searched for stays within its tab.
pub(super) fn address(state: State, tab: Tab) -> String {
    let path = state.wanted.with_untracked(|it| it.path.clone());
    Place { path, query: Vec::new() }.with("tab", tab.name()).address(state.desk.lang)
}

fn link(state: State, tab: Tab) -> AnyView {
    let lang = state.desk.lang;
    // The cases of a figure are in many tabs.
    let current = move || (state.figure().is_none() && state.tab() == tab).then_some("page");
    let n = move || held(state, tab).map(|n| count(lang, n));
    let is_late = move || tab == Tab::Overdue && held(state, tab).unwrap_or_default() > 0;
    view! {
        <li>
            <a href=address(state, tab) aria-current=current class:late=is_late>
                <b>{n}</b>
                " "
                {names::tab(lang, tab)}
            </a>
        </li>
    }
    .into_any()
}
