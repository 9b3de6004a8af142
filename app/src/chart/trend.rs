//! A figure through time with its limits: what usually varies, what stands out, what is to be reached.

use domain::{
    Lang,
    office::figures::trend::{Trend, TrendPoint},
};
use leptos::prelude::*;

use super::place::{Places, at, class, layer, mark};
use crate::text::trends::{goal, summary, trends};

/// An indicator over its months, with its sentence below.
#[component]
pub fn TrendChart(
    /// The language.
    lang: Lang,
    /// What is drawn.
    trend: Trend,
    /// What is shown, in words.
    name: String,
) -> impl IntoView {
    if trend.last().is_none() {
        return ().into_any();
    }
    let places = Places::of(&trend);
    let sentence = summary(lang, &trend);
    let label = [&name, ": ", &sentence].concat();
    view! {
        <figure class="through-time">
            <svg class="trend" role="img" aria-label=label>
                {layer(&trend, places)}
                {breaks(lang, &trend, places)}
                {points(&trend, places)}
                {aim(lang, &trend, places)}
            </svg>
            {months(&trend.points)}
            <figcaption>{sentence}</figcaption>
        </figure>
    }
    .into_any()
}

fn points(trend: &Trend, places: Places) -> AnyView {
    let last = trend.last().map(|(at, _)| at);
    let points = trend.points.iter().enumerate().filter_map(|(at, point)| {
        let class = class(point, last == Some(at));
        Some(mark(class, places.x(at), places.y(point.value?)))
    });
    points.collect::<Vec<_>>().into_any()
}

/// A line down the chart where another question set begins, and its name.
fn breaks(lang: Lang, trend: &Trend, places: Places) -> AnyView {
    let lines = trend.lines.iter().skip(1).map(|line| {
        let x = at(places.edge(line.from));
        let name = (trends(lang).begins)(&line.instrument);
        view! {
            <line class="break" x1=x.clone() x2=x.clone() y2="100%"></line>
            <text class="break-name" x=x y="100%" dy="-.4em" dx=".3em">{name}</text>
        }
    });
    lines.collect::<Vec<_>>().into_any()
}

/// The target's name above its line, at the end of it.
fn aim(lang: Lang, trend: &Trend, places: Places) -> AnyView {
    let aim = trend.aim.as_ref().map(|aim| {
        let name = (trends(lang).target)(&goal(lang, aim.value));
        let y = at(places.y(aim.value));
        view! { <text class="aim-name" x="100%" y=y dy="-.4em" text-anchor="end">{name}</text> }
    });
    aim.into_any()
}

/// The first month, the middle one and the last.
fn months(points: &[TrendPoint]) -> AnyView {
    let places = match points.len() {
        0 => Vec::new(),
        1 => vec![0],
        2..=4 => vec![0, points.len() - 1],
        many => vec![0, many / 2, many - 1],
    };
    let names = places.into_iter().map(|at| {
        let label = points[at].label.clone();
        view! { <span>{label}</span> }
    });
    view! { <p class="months" aria-hidden="true">{names.collect::<Vec<_>>()}</p> }.into_any()
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
