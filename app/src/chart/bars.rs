//! A bar for each row from 0 to 100 %, with its interval as a whisker.

use domain::{
    Lang,
    figures::index::{Index, IndexRow},
};
use leptos::prelude::*;

use super::scale::{length, lengths};
use crate::text;

/// Pixels from one row to the next.
const ROW: usize = 56;

/// The rows of an index as bars. Lengths are percentages, so the text keeps its size on any screen.
#[component]
pub fn Bars(
    /// The language.
    lang: Lang,
    /// The figures.
    index: Index,
) -> impl IntoView {
    let words = text::figures(lang);
    let height = index.rows.len() * ROW;
    let label = format!("{}: {}", words.index, words.by[index.by.place()]);
    let rows =
        index.rows.iter().enumerate().map(|(at, row)| bar(lang, at * ROW, row)).collect::<Vec<_>>();
    view! {
        <svg class="bars" role="img" aria-label=label width="100%" height=height.to_string()>
            {rows}
        </svg>
    }
}

fn bar(lang: Lang, top: usize, row: &IndexRow) -> impl IntoView + use<> {
    let value = text::figures(lang).value(lang, row);
    let class = if row.suppressed { "withheld" } else { "value" };
    let drawn = lengths(row).map(|(value, low, high)| {
        view! {
            <rect class="rail" y="24" height="10" width="100%"></rect>
            <rect class="bar" y="24" height="10" width=length(value)></rect>
            <line class="whisker" x1=length(low) x2=length(high) y1="40" y2="40"></line>
            <line class="whisker" x1=length(low) x2=length(low) y1="36" y2="44"></line>
            <line class="whisker" x1=length(high) x2=length(high) y1="36" y2="44"></line>
        }
    });
    view! {
        <svg y=top.to_string() height=ROW.to_string()>
            <text y="16">{row.label.clone()}</text>
            <svg class="plot" width="74%">
                {drawn}
            </svg>
            <text class=class x="100%" y="35" text-anchor="end">{value}</text>
        </svg>
    }
}
