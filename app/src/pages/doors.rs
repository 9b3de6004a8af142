//! Rows that lead on, each a link from edge to edge.

use domain::text;
use leptos::prelude::*;

use crate::survey::page::Label;

/// Rows that are links from edge to edge.
pub(super) fn doors(rows: Vec<(Label, String)>) -> impl IntoView {
    doors_to(rows, "")
}

/// The same, with what was looked for marked in their names.
pub(super) fn doors_to(rows: Vec<(Label, String)>, typed: &str) -> impl IntoView + use<> {
    let rows = rows.into_iter().map(|(named, way)| {
        view! {
            <li>
                <a class="door" href=way>
                    <b>{marked(&named.name, typed)}</b>
                </a>
            </li>
        }
    });
    view! { <ul class="doors">{rows.collect::<Vec<_>>()}</ul> }
}

/// A name with what was looked for marked in it, whichever marks of tone either is written with.
pub(super) fn marked(name: &str, typed: &str) -> Vec<AnyView> {
    let parts = text::met(name, &text::sought(typed)).into_iter();
    let parts = parts.map(|(part, is_met)| match is_met {
        true => view! { <mark>{part}</mark> }.into_any(),
        false => part.into_any(),
    });
    parts.collect()
}
