//! A line over months, each at its place in time, with the interval as a pale band; both break where
//! a month has no figure.

use domain::{
    Lang,
    figures::index::{Index, IndexRow},
};
use leptos::prelude::*;

use super::{
    named,
    period::{self, Months},
    scale::{Span, length, lengths},
};
use crate::text::{self, percent};

/// One month that has a figure: which it is, its place from the left, its value and both ends.
struct Point {
    month: u32,
    /// The question set, where months of several make one line.
    set: Option<String>,
    x: u32,
    value: u32,
    low: u32,
    high: u32,
}

/// The rows of an index over time. Where the axis begins is said.
#[component]
pub fn Line(
    /// The language.
    lang: Lang,
    /// The figures, one row a month, in order.
    index: Index,
    /// What is to be reached, in hundredths of a percent.
    #[prop(default = None)]
    target: Option<u32>,
) -> impl IntoView {
    let words = text::figures(lang);
    let label = format!("{}: {}", words.index, words.by[index.by.place()]);
    let Some(months) = Months::of(&index.rows) else { return ().into_any() };
    let points = points(&index.rows, months);
    let ends = points.iter().flat_map(|point| [point.low, point.value, point.high]);
    let span = Span::around(ends.chain(target));
    let latest = index.rows.iter().rev().find(|row| row.percent.is_some());
    let last = points.last().zip(latest).map(|(point, row)| latest_label(lang, span, point, row));
    let latest = latest.map(|row| (words.latest)(&named(lang, row)));
    let axis = (span.floor > 0).then(|| (words.axis)(span.floor / 100));
    let joined = breaks(&points).last().map(|(_, set)| (words.joined)(set, index.comparable.len()));
    let summary = latest.into_iter().chain(axis).chain(joined);
    view! {
        <figure class="chart">
            <svg class="plot" role="img" aria-label=label>
                {lines(span, target)}
                {broken(&points)}
                {drawn(span, &points)}
                {marks(lang, span, target)}
                {time(months, &index.rows)}
                {last}
            </svg>
            <figcaption class="hint">{summary.collect::<Vec<_>>().join(" ")}</figcaption>
        </figure>
    }
    .into_any()
}

fn points(rows: &[IndexRow], months: Months) -> Vec<Point> {
    let points = rows.iter().filter_map(|row| {
        let (month, (value, low, high)) = (period::number(row)?, lengths(row)?);
        let set = row.instrument.clone();
        Some(Point { month, set, x: months.x(month), value, low, high })
    });
    points.collect()
}

/// The lines of the grid, and the target as a line of its own.
fn lines(span: Span, target: Option<u32>) -> impl IntoView {
    let line = move |class, value| {
        let y = length(span.down(value));
        view! { <line class=class x2="100%" y1=y.clone() y2=y></line> }
    };
    let grid = span.grid().map(move |value| line("grid", value)).collect::<Vec<_>>();
    view! {
        {grid}
        {target.map(|target| line("aim", target))}
    }
}

/// Where another question set begins: half way between its first month and the one before.
fn breaks(points: &[Point]) -> impl Iterator<Item = (u32, &str)> {
    points.windows(2).filter_map(|pair| match pair {
        [one, next] if one.set != next.set => Some((one.x.midpoint(next.x), next.set.as_deref()?)),
        _ => None,
    })
}

/// A line down the plot at each break.
fn broken(points: &[Point]) -> impl IntoView + use<> {
    let lines = breaks(points).map(|(x, set)| {
        let x = length(x);
        let set = set.to_owned();
        view! {
            <line class="break" x1=x.clone() x2=x.clone() y2="100%"></line>
            <text class="break-name" x=x y="0" dy="1em">{set}</text>
        }
    });
    lines.collect::<Vec<_>>()
}

/// The percents of the grid and the target's; a line close to the target leaves its place to that.
fn marks(lang: Lang, span: Span, target: Option<u32>) -> impl IntoView {
    let is_free = move |value: &u32| target.is_none_or(|aim| aim.abs_diff(*value) >= span.step / 2);
    let marks = span.grid().filter(is_free).map(|value| {
        let y = length(span.down(value));
        view! { <text x="0" y=y dy="-.35em">{format!("{}%", value / 100)}</text> }
    });
    let aim = target.map(|target| {
        let decimal = format!("{}.{:02}", target / 100, target % 100);
        let told = [text::figures(lang).target, " ", &percent(lang, Some(&decimal))].concat();
        view! { <text class="aim-name" x="0" y=length(span.down(target)) dy="-.35em">{told}</text> }
    });
    view! {
        {marks.collect::<Vec<_>>()}
        {aim}
    }
}

/// The band, the line and the points. A month alone has its interval as a stroke.
fn drawn(span: Span, points: &[Point]) -> impl IntoView + use<> {
    let goes_on = |one: &Point, next: &Point| one.month + 1 == next.month && one.set == next.set;
    let runs: Vec<&[Point]> = points.chunk_by(goes_on).collect();
    let bands = runs.iter().map(|run| band(run, span)).collect::<String>();
    let lines = runs.iter().map(|run| path(run.iter().map(|at| (at.x, span.down(at.value)))));
    let lines = lines.collect::<String>();
    let alone = runs.iter().filter(|run| run.len() == 1).flat_map(|run| run.iter());
    let alone =
        alone.map(|at| path([at.high, at.low].map(|end| (at.x, span.down(end))).into_iter()));
    let alone = alone.collect::<String>();
    let dots = points.iter().map(|point| {
        let (x, y) = (length(point.x), length(span.down(point.value)));
        view! { <circle class="dot" cx=x cy=y r="3"></circle> }
    });
    let dots = dots.collect::<Vec<_>>();
    view! {
        <svg viewBox="0 0 10000 10000" preserveAspectRatio="none">
            <path class="band" d=bands></path>
            <path class="alone" d=alone></path>
            <path class="run" d=lines></path>
        </svg>
        {dots}
    }
}

/// The quarters and years below the plot; where no quarter begins, the months at both ends.
fn time(months: Months, rows: &[IndexRow]) -> AnyView {
    let ticks = months.ticks();
    if ticks.is_empty() {
        let ends = rows.first().zip(rows.last()).filter(|_| !rows.is_empty());
        let ends = ends.into_iter().flat_map(|(first, last)| {
            let only = first.key == last.key;
            [(first, "0", "start"), (last, "100%", "end")].into_iter().skip(usize::from(only))
        });
        let ends = ends.map(|(row, x, anchor)| {
            let label = row.label.clone();
            view! { <text x=x y="100%" dy="1.5em" text-anchor=anchor>{label}</text> }
        });
        return ends.collect::<Vec<_>>().into_any();
    }
    let ticks = ticks.into_iter().map(|tick| {
        let x = length(tick.x);
        let year_dy = if tick.quarter.is_some() { "2.8em" } else { "1.5em" };
        let quarter = tick.quarter.map(|name| {
            view! { <text class="tick quarter" x=x.clone() y="100%" dy="1.5em">{name}</text> }
        });
        let year = tick.year.map(|year| {
            view! { <text class="tick" x=x.clone() y="100%" dy=year_dy>{year.to_string()}</text> }
        });
        view! {
            <line class="grid" x1=x.clone() x2=x y2="100%"></line>
            {quarter}
            {year}
        }
    });
    ticks.collect::<Vec<_>>().into_any()
}

/// The newest figure, beside its point.
fn latest_label(lang: Lang, span: Span, point: &Point, row: &IndexRow) -> impl IntoView + use<> {
    let (x, y) = (length(point.x), length(span.down(point.value)));
    let anchor = if point.x < 2000 { "start" } else { "end" };
    view! {
        <circle class="dot" cx=x.clone() cy=y.clone() r="5"></circle>
        <text class="end" x=x y=y dy="-.7em" text-anchor=anchor>
            {text::figures(lang).value(lang, row)}
        </text>
    }
}

fn band(run: &[Point], span: Span) -> String {
    let there = run.iter().map(|point| (point.x, span.down(point.high)));
    let back = run.iter().rev().map(|point| (point.x, span.down(point.low)));
    path(there.chain(back))
}

fn path(points: impl Iterator<Item = (u32, u32)>) -> String {
    let parts = points.enumerate().map(|(at, (x, y))| {
        let pen = if at == 0 { 'M' } else { 'L' };
        format!("{pen}{x} {y}")
    });
    parts.collect()
}
