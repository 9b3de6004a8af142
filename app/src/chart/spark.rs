//! A line as high as a row: its band, its mean, its target and its last month.

use domain::{Lang, office::figures::trend::Trend};
use leptos::prelude::*;

use super::place::{Places, at, class, layer, mark};
use crate::text::trends::summary;

/// An indicator through time beside its value; its sentence is read out in its place.
///
/// Months are marked as special only where the list's own decision says that something changed: charts
/// side by side, each judged alone, would shout by chance.
#[component]
pub fn Spark(
    /// The language.
    lang: Lang,
    /// What is drawn.
    trend: Trend,
    /// What the row is called.
    name: String,
    /// Whether special months are marked.
    marks: bool,
) -> impl IntoView {
    let places = Places::of(&trend);
    let last = trend.last().map(|(at, _)| at);
    let label = [&name, ": ", &summary(lang, &trend)].concat();
    let points = trend.points.iter().enumerate().filter_map(|(month, point)| {
        let is_last = last == Some(month);
        let class = if marks {
            class(point, is_last)
        } else if is_last {
            "last"
        } else {
            "dot"
        };
        (class != "dot").then_some(())?;
        Some(mark(class, places.x(month), places.y(point.value?)))
    });
    let points = points.collect::<Vec<_>>();
    let breaks = trend.lines.iter().skip(1).map(|line| {
        let x = at(places.edge(line.from));
        view! { <line class="break" x1=x.clone() x2=x y2="100%"></line> }
    });
    let breaks = breaks.collect::<Vec<_>>();
    view! {
        <svg class="trend spark" role="img" aria-label=label>
            {layer(&trend, places)}
            {breaks}
            {points}
        </svg>
    }
    .into_any()
}
