//! Sets of rules as data: what in a chart is more than wobble, and which of it is shown.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::figures::trend::{Chart, Point};

/// What can make a point special.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Cause {
    /// Beyond a limit.
    Point,
    /// Part of a run up or down.
    Trend,
    /// Two of three near a limit.
    TwoOfThree,
    /// Part of a run on one side of the centre line.
    Shift,
}

/// A named set of rules, whose code stands beside every figure it judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rules {
    /// What it is called in settings, claims and files.
    pub code: &'static str,
    /// XmR limits are so many mean ranges off.
    pub reach: f64,
    /// The limit of the chart of ranges, in mean ranges.
    pub range_reach: f64,
    /// A shift is so many points in a row strictly on one side.
    pub shift: usize,
    /// A trend is so many points in a row that all rise or all fall.
    pub trend: usize,
    /// Two of three beyond this part of the limit, all three on that side.
    pub near: f64,
    /// Which cause is shown where a point has several.
    pub order: [Cause; 4],
    /// Limits and icons are firm from so many points on.
    pub firm: usize,
}

/// "Making Data Count" of 2023, as published by NHS England.
pub const MDC_2023: Rules = Rules {
    code: "MDC-2023",
    reach: 2.66,
    range_reach: 3.267,
    shift: 7,
    trend: 7,
    near: 2.0 / 3.0,
    order: [Cause::Point, Cause::Trend, Cause::TwoOfThree, Cause::Shift],
    firm: 13,
};

/// Every set of rules this program knows.
pub const RULES: [Rules; 1] = [MDC_2023];

/// Whether more is good news.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// Higher is better: satisfaction.
    Higher,
    /// Lower is better: days, overdue cases.
    Lower,
}

/// What is special about one point: the cause shown for each side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Special {
    /// For the better.
    pub improvement: Option<Cause>,
    /// For the worse; both may be there at once, and both are shown.
    pub concern: Option<Cause>,
}

impl Rules {
    /// The set of a code.
    pub fn read(code: &str) -> Option<Self> {
        RULES.into_iter().find(|rules| rules.code == code)
    }

    /// Whether a chart's limits are firm, or for the time being ("giới hạn tạm").
    pub fn is_firm(&self, chart: &Chart) -> bool {
        chart.basis >= self.firm
    }

    /// What is special about each point.
    pub fn judge(&self, chart: &Chart, better: Better) -> Vec<Special> {
        let (up, down) =
            (self.causes(chart, Ordering::Greater), self.causes(chart, Ordering::Less));
        let special = |(up, down)| match better {
            Better::Higher => Special { improvement: up, concern: down },
            Better::Lower => Special { improvement: down, concern: up },
        };
        up.into_iter().zip(down).map(special).collect()
    }

    /// The cause shown for each point in one direction.
    fn causes(&self, chart: &Chart, side: Ordering) -> Vec<Option<Cause>> {
        let on_side = |point: &Point| point.side == side;
        let steps = self.runs(chart, self.trend - 1, |point| point.step == side);
        let found = |cause| match cause {
            Cause::Point => {
                marks(chart, |point| on_side(point) && point.is_beyond(chart.centre, 1.0))
            }
            // A run of steps begins at the point before the first of them.
            Cause::Trend => {
                (0..steps.len()).map(|at| steps[at] || steps.get(at + 1) == Some(&true)).collect()
            }
            Cause::TwoOfThree => self.near(chart, side),
            Cause::Shift => self.runs(chart, self.shift, on_side),
        };
        let found = self.order.map(|cause| (cause, found(cause)));
        let shown = |at: usize| found.iter().find(|(_, marks)| marks[at]).map(|(cause, _)| *cause);
        (0..chart.points.len()).map(shown).collect()
    }

    /// The points in unbroken runs of at least a length.
    fn runs(&self, chart: &Chart, length: usize, is_in: impl Fn(&Point) -> bool) -> Vec<bool> {
        let mut marks = marks(chart, is_in);
        let mut start = 0;
        while start < marks.len() {
            let run = marks[start..].iter().take_while(|mark| **mark).count();
            if run < length {
                marks[start..start + run].fill(false);
            }
            start += run + 1;
        }
        marks
    }

    /// The points near a limit or beyond it, two of three neighbours that are all on one side.
    fn near(&self, chart: &Chart, side: Ordering) -> Vec<bool> {
        let on_side = marks(chart, |point| point.side == side);
        let near =
            marks(chart, |point| point.side == side && point.is_beyond(chart.centre, self.near));
        let mut found = vec![false; near.len()];
        for at in 2..near.len() {
            let three = at - 2..=at;
            let is_pair = near[three.clone()].iter().filter(|it| **it).count() >= 2;
            if is_pair && on_side[three.clone()].iter().all(|it| *it) {
                three.for_each(|at| found[at] |= near[at]);
            }
        }
        found
    }
}

fn marks(chart: &Chart, is_in: impl Fn(&Point) -> bool) -> Vec<bool> {
    chart.points.iter().map(|point| point.as_ref().is_some_and(&is_in)).collect()
}

#[cfg(test)]
mod tests;
