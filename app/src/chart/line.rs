//! A line over months, with the interval as a pale band; it breaks where a month has no figure.

use domain::{Lang, figures::index::Index};
use leptos::prelude::*;

use super::scale::{length, lengths};
use crate::text;

/// One month that has a figure: its row, its place from the left, its value and both ends.
struct Point {
    row: usize,
    x: u32,
    value: u32,
    low: u32,
    high: u32,
}

/// The rows of an index over time. The axis begins at a ten below the lowest end, and says so.
#[component]
pub fn Line(
    /// The language.
    lang: Lang,
    /// The figures, one row a month, in order.
    index: Index,
) -> impl IntoView {
    let words = text::figures(lang);
    let label = format!("{}: {}", words.index, words.by[index.by.place()]);
    let first = index.rows.first().map(|row| row.label.clone());
    let last = index.rows.last().map(|row| row.label.clone());
    let points = points(&index);
    let floor = points.iter().map(|point| point.low / 1000 * 1000).min().unwrap_or(0).min(9000);
    let y = |value: u32| (10_000 - value) * 100 / (100 - floor / 100);
    let runs: Vec<&[Point]> = points.chunk_by(|one, next| one.row + 1 == next.row).collect();
    let bands = runs.iter().map(|run| band(run, y)).collect::<String>();
    let lines =
        runs.iter().map(|run| path(run.iter().map(|at| (at.x, y(at.value))))).collect::<String>();
    let dots = points
        .iter()
        .map(|point| (length(point.x), length(y(point.value))))
        .map(|(x, y)| view! { <circle cx=x cy=y r="3.5"></circle> })
        .collect::<Vec<_>>();
    let marks = [(10_000, "5"), ((10_000 + floor) / 2, "93"), (floor, "181")]
        .map(|(value, y)| (format!("{}%", value / 100), y))
        .map(|(mark, y)| view! { <text x="-2%" y=y text-anchor="end">{mark}</text> })
        .into_iter()
        .collect::<Vec<_>>();
    view! {
        <svg class="line" role="img" aria-label=label width="100%" height="230">
            <svg class="plot" x="13%" y="12" width="85%" height="176">
                <svg viewBox="0 0 10000 10000" preserveAspectRatio="none">
                    <path class="frame" d="M0 0H10000M0 5000H10000M0 10000H10000"></path>
                    <path class="band" d=bands></path>
                    <path class="run" d=lines></path>
                </svg>
                {dots}
                {marks}
            </svg>
            <text x="13%" y="215">{first}</text>
            <text x="98%" y="215" text-anchor="end">{last}</text>
        </svg>
        {(floor > 0).then(|| view! { <p class="hint">{(words.axis)(floor / 100)}</p> })}
    }
}

fn points(index: &Index) -> Vec<Point> {
    let steps = u32::try_from(index.rows.len().saturating_sub(1).max(1)).unwrap_or(1);
    let rows = (0..).zip(0..).zip(&index.rows);
    rows.filter_map(|((row, at), figures): ((usize, u32), _)| {
        let (value, low, high) = lengths(figures)?;
        Some(Point { row, x: 10_000 * at / steps, value, low, high })
    })
    .collect()
}

fn band(run: &[Point], y: impl Fn(u32) -> u32) -> String {
    let there = run.iter().map(|point| (point.x, y(point.high)));
    let back = run.iter().rev().map(|point| (point.x, y(point.low)));
    path(there.chain(back))
}

fn path(points: impl Iterator<Item = (u32, u32)>) -> String {
    let parts = points.enumerate().map(|(at, (x, y))| {
        let pen = if at == 0 { 'M' } else { 'L' };
        format!("{pen}{x} {y}")
    });
    parts.collect()
}
