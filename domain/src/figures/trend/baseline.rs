//! Where a chart's centre line and limits come from, and when they may begin anew.

use std::{cmp::Ordering, ops::Range};

use crate::figures::trend::Chart;

/// A baseline is frozen after so many months with a figure.
pub const LONGEST: usize = 24;

/// So many points on one side, up to the last, may be a new level.
const RUN: usize = 8;

/// What happened to a chart's baselines, in the order of time; `at` is a month's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// The question set broke: a new baseline by itself.
    Instrument {
        /// The first month of the new one.
        at: usize,
    },
    /// A person made a new baseline, with a reason on the record.
    Made {
        /// The first month of the new one.
        at: usize,
    },
    /// A person took that back.
    Undone {
        /// The first month of the one taken back.
        at: usize,
    },
}

/// The months of one line: drawn as one segment, limits from its first months.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// All its months.
    pub months: Range<usize>,
    /// Those its centre line and limits come from.
    pub basis: Range<usize>,
}

/// The segments of all months since the first, each with whether it has a figure; every earlier one keeps
/// its own limits. What is drawn of them is another matter: a baseline that began with what is drawn would
/// move on every month.
pub fn segments(has_figure: &[bool], events: &[Event]) -> Vec<Segment> {
    let months = has_figure.len();
    let mut starts = vec![(0, true)];
    for event in events {
        match *event {
            Event::Instrument { at } => starts.push((at, true)),
            Event::Made { at } => starts.push((at, false)),
            // A break of the question set is no choice, so nobody can take it back.
            Event::Undone { at } => starts.retain(|(start, is_firm)| *start != at || *is_firm),
        }
    }
    let mut starts: Vec<usize> =
        starts.into_iter().map(|(at, _)| at).filter(|at| *at < months).collect();
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([months]);
    let segment = |(start, end): (&usize, usize)| {
        let last = (*start..end).filter(|at| has_figure[*at]).nth(LONGEST - 1);
        Segment { months: *start..end, basis: *start..last.map_or(end, |at| at + 1) }
    };
    starts.iter().zip(ends).map(segment).collect()
}

/// The month from which a new baseline may be proposed: where the last points are all on one side, at
/// least eight of them, and a cause (initiative, event of the unit, new form) is recorded in that month.
pub fn proposal(chart: &Chart, causes: &[usize]) -> Option<usize> {
    let sides = || chart.points.iter().rev().map(|point| point.as_ref().map(|point| point.side));
    let side = sides().next().flatten().filter(|side| *side != Ordering::Equal)?;
    let run = sides().take_while(|other| *other == Some(side)).count();
    let start = chart.points.len() - run;
    (run >= RUN && causes.contains(&start)).then_some(start)
}

#[cfg(test)]
mod tests;
