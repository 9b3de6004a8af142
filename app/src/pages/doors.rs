//! Rows that lead on, each a link from edge to edge.

use leptos::prelude::*;

use crate::survey::page::Label;

/// Rows that are links from edge to edge.
pub(super) fn doors(rows: Vec<(Label, String)>) -> impl IntoView {
    let rows = rows.into_iter().map(|(named, way)| {
        view! {
            <li>
                <a class="door" href=way>
                    <b>{named.name}</b>
                </a>
            </li>
        }
    });
    view! { <ul class="doors">{rows.collect::<Vec<_>>()}</ul> }
}
