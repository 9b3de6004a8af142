//! Where months and values lie on a chart through time, and what is drawn there in a stretched layer.

use domain::office::figures::trend::{Trend, TrendPoint};
use leptos::prelude::*;

/// Values keep so far from both edges, in hundredths of a percent of the height.
const EDGE: u64 = 700;

/// The least stretch of values that fills a height, in hundredths of a percent.
const LEAST: u64 = 400;

/// How a chart's months and values become places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Places {
    months: u64,
    floor: u64,
    top: u64,
}

impl Places {
    /// Room for every value, every limit and the target.
    pub(super) fn of(trend: &Trend) -> Self {
        let limits = |it: &TrendPoint| it.limits.map(|limits| [limits.low, limits.high]);
        let values = trend.points.iter().filter_map(|it| it.value);
        let all = values
            .chain(trend.points.iter().filter_map(limits).flatten())
            .chain(trend.aim.as_ref().map(|aim| aim.value));
        let all: Vec<u64> = all.collect();
        let (low, high) =
            (all.iter().min().copied().unwrap_or(0), all.iter().max().copied().unwrap_or(10_000));
        let wider = LEAST.saturating_sub(high - low).div_ceil(2);
        let floor = low.saturating_sub(wider);
        Self { months: trend.points.len() as u64, floor, top: (high + wider).max(floor + 1) }
    }

    /// The middle of a month, in hundredths of a percent of the width.
    pub(super) fn x(self, month: usize) -> u64 {
        (2 * month as u64 + 1) * 5000 / self.months.max(1)
    }

    /// Where a month begins.
    pub(super) fn edge(self, month: usize) -> u64 {
        month as u64 * 10_000 / self.months.max(1)
    }

    /// A value's distance from the top, in hundredths of a percent of the height.
    pub(super) fn y(self, value: u64) -> u64 {
        let value = value.clamp(self.floor, self.top);
        EDGE + (self.top - value) * (10_000 - 2 * EDGE) / (self.top - self.floor)
    }
}

/// A place as SVG writes it, in percent.
pub(super) fn at(place: u64) -> String {
    let digits = place % 100;
    let tenth = if digits < 10 { ".0" } else { "." };
    [&(place / 100).to_string(), tenth, &digits.to_string(), "%"].concat()
}

/// Band, mean, target and line in a layer that stretches with the chart.
pub(super) fn layer(trend: &Trend, places: Places) -> AnyView {
    let mut shapes = Vec::new();
    let mut push = |class: &str, d: String| {
        if !d.is_empty() {
            let class = class.to_owned();
            shapes.push(view! { <path class=class d=d></path> }.into_any());
        }
    };
    for line in &trend.lines {
        let trial = if line.is_firm { "" } else { " trial" };
        let months = line.from..line.to.min(trend.points.len());
        push(&["band", trial].concat(), bands(&trend.points, months.clone(), places));
        if let Some(centre) = line.centre {
            let (from, to) = (places.edge(months.start), places.edge(months.end));
            push(
                &["mean", trial].concat(),
                path([(from, places.y(centre)), (to, places.y(centre))]),
            );
        }
    }
    if let Some(aim) = &trend.aim {
        push("target", path([(0, places.y(aim.value)), (10_000, places.y(aim.value))]));
    }
    let runs = trend.runs();
    let runs = runs.iter().map(|run| {
        let drawn = run.iter().filter_map(|(at, it)| Some((places.x(*at), places.y(it.value?))));
        // A month alone is a stroke without a length, whose ends are round.
        let alone = if run.len() == 1 { "h0" } else { "" };
        [&path(drawn), alone].concat()
    });
    push("run", runs.collect());
    view! { <svg viewBox="0 0 10000 10000" preserveAspectRatio="none">{shapes}</svg> }.into_any()
}

/// The band of the limits, broken where a month has none.
fn bands(points: &[TrendPoint], months: std::ops::Range<usize>, places: Places) -> String {
    let limits: Vec<(usize, u64, u64)> = months
        .filter_map(|at| points[at].limits.map(|it| (at, places.y(it.high), places.y(it.low))))
        .collect();
    let runs = limits.chunk_by(|one, next| one.0 + 1 == next.0);
    let band = |run: &[(usize, u64, u64)]| {
        let there = run.iter().map(|(at, high, _)| (places.x(*at), *high));
        let back = run.iter().rev().map(|(at, _, low)| (places.x(*at), *low));
        [&path(there.chain(back)), "Z"].concat()
    };
    runs.map(band).collect()
}

fn path(points: impl IntoIterator<Item = (u64, u64)>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        path.push_str(if path.is_empty() { "M" } else { "L" });
        path.push_str(&[&x.to_string(), " ", &y.to_string()].concat());
    }
    path
}

/// How a point is marked: by a shape of its own for each side.
pub(super) fn mark(class: &'static str, x: u64, y: u64) -> AnyView {
    let shape = match class {
        "worse" => "M0-5.5 5.5 0 0 5.5-5.5 0z",
        "better" => "M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0",
        "last" => "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0",
        _ => "M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0-5 0",
    };
    let class = ["mark ", class].concat();
    view! { <svg class=class x=at(x) y=at(y)><path d=shape></path></svg> }.into_any()
}

/// What a point is marked as: the worse side first, then the better one, then the last month.
pub(super) fn class(point: &TrendPoint, is_last: bool) -> &'static str {
    match (point.concern, point.improvement) {
        (Some(_), _) => "worse",
        (None, Some(_)) => "better",
        _ if is_last => "last",
        _ => "dot",
    }
}
