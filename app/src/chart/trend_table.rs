//! The months of a chart as a table: counts, figure, interval, limits, and what stands out.

use domain::{
    Lang,
    office::figures::trend::{Trend, TrendPoint},
};
use leptos::prelude::*;

use super::table::framed;
use crate::text::{
    self, count,
    trends::{special, stretch, trends, value},
};

/// Every month of a trend, the newest first.
#[component]
pub fn TrendTable(
    /// The language.
    lang: Lang,
    /// What is told.
    trend: Trend,
    /// What is shown, in words.
    name: String,
) -> impl IntoView {
    let (words, figures) = (trends(lang), text::figures(lang));
    let heads = [
        words.month,
        figures.percent,
        figures.interval,
        figures.counts,
        figures.ballots,
        words.usual,
        words.special,
    ];
    let rows = trend.points.iter().rev().map(|point| line(lang, point)).collect::<Vec<_>>();
    framed(name, &heads, rows)
}

fn line(lang: Lang, point: &TrendPoint) -> AnyView {
    let (words, figures) = (trends(lang), text::figures(lang));
    let dash = || "—".to_owned();
    let told = point.value.map(|it| value(lang, it, point.precision));
    let told = told.unwrap_or_else(|| words.gap.to_owned());
    // The counts of so few would be a percentage again.
    let is_told = point.value.is_some();
    let counts = [&count(lang, point.num), "/", &count(lang, point.den)].concat();
    let cells = [
        (figures.interval, point.interval.map_or_else(dash, |it| stretch(lang, it))),
        (figures.counts, if is_told { counts } else { dash() }),
        (figures.ballots, count(lang, point.n)),
        (words.usual, point.limits.map_or_else(dash, |it| stretch(lang, it))),
        (words.special, special(lang, point).unwrap_or_else(dash)),
    ];
    let cells = cells.map(|(label, cell)| view! { <td role="cell" data-label=label>{cell}</td> });
    let cells = cells.into_iter().collect::<Vec<_>>();
    let class = (!is_told).then_some("withheld");
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{point.label.clone()}</th>
            <td role="cell" class=class>{told}</td>
            {cells}
        </tr>
    }
    .into_any()
}
