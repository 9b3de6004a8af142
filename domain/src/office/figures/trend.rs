//! A figure through time as pages draw it: every month at its place, its limits, and what is special.

use serde::{Deserialize, Serialize};

use crate::figures::{
    index::Precision,
    trend::{assurance::Assurance, laney::Wobble, rules::Cause},
};

/// A stretch of hundredths of a percent, such as an interval or limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Stretch {
    /// The lower end.
    pub low: u64,
    /// The upper end.
    pub high: u64,
}

/// An indicator over months (or the months of a period scheme), the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Trend {
    /// Every month, also those without ballots.
    pub points: Vec<TrendPoint>,
    /// The parts of the line: one, unless another question set begins or somebody made a new baseline.
    pub lines: Vec<TrendLine>,
    /// The set of rules that judged the points.
    pub rules: String,
    /// What is to be reached.
    pub aim: Option<Aim>,
    /// Where several versions of a question set make one line: the items that all of them ask alike.
    /// The points count these alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub comparable: Vec<String>,
}

/// One month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrendPoint {
    /// `YYYY-MM`.
    pub key: String,
    /// As people read it.
    pub label: String,
    /// The numerator.
    pub num: u64,
    /// The denominator.
    pub den: u64,
    /// People.
    pub n: u64,
    /// Hundredths of a percent; nothing where too few answered to say anything.
    pub value: Option<u64>,
    /// How exactly the value is told: never all or none on the word of a few.
    pub precision: Precision,
    /// The 95 % interval of the value.
    pub interval: Option<Stretch>,
    /// What the indicator usually varies between, in a month of so many answers.
    pub limits: Option<Stretch>,
    /// Why it is special for the better.
    pub improvement: Option<Cause>,
    /// Why it is special for the worse.
    pub concern: Option<Cause>,
}

/// One part of the line: nothing is drawn or compared across its ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct TrendLine {
    /// Its first month's place among the points.
    pub from: usize,
    /// The place after its last month.
    pub to: usize,
    /// The question set, as `code/version`.
    pub instrument: String,
    /// The centre line in hundredths of a percent; nothing where too few answered.
    pub centre: Option<u64>,
    /// Whether its limits are firm; otherwise they are for the time being.
    pub is_firm: bool,
    /// Whether its months differ by more than their people alone would; of a single item alone.
    pub wobble: Option<Wobble>,
}

/// What is to be reached, and whether that happens by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Aim {
    /// Hundredths of a percent.
    pub value: u64,
    /// The year it is set for.
    pub year: i64,
    /// Where it is laid down.
    pub basis: String,
    /// What firm limits say of it.
    pub assurance: Option<Assurance>,
    /// About so many …
    pub hits: u64,
    /// … of so many periods meet it; 0 where nothing can be said.
    pub of: u64,
}

impl Trend {
    /// The same from a month on: what was judged by months before stays so.
    #[must_use]
    pub fn from_place(mut self, first: usize) -> Self {
        self.points.drain(..first.min(self.points.len()));
        self.lines.retain(|line| line.to > first);
        for line in &mut self.lines {
            (line.from, line.to) = (line.from.saturating_sub(first), line.to - first);
        }
        self
    }

    /// The part of the line that a point belongs to.
    pub fn line(&self, at: usize) -> Option<&TrendLine> {
        self.lines.iter().find(|line| line.from <= at && at < line.to)
    }

    /// The newest month that has a value, with its place.
    pub fn last(&self) -> Option<(usize, &TrendPoint)> {
        self.points.iter().enumerate().rev().find(|(_, point)| point.value.is_some())
    }

    /// The points that follow one another on one part of the line, each with its place.
    pub fn runs(&self) -> Vec<Vec<(usize, &TrendPoint)>> {
        let mut runs: Vec<Vec<(usize, &TrendPoint)>> = Vec::new();
        for (at, point) in self.points.iter().enumerate().filter(|(_, it)| it.value.is_some()) {
            let goes_on = runs.last().and_then(|run| run.last()).is_some_and(|(before, _)| {
                before + 1 == at && self.lines.iter().all(|line| line.from != at)
            });
            match runs.last_mut().filter(|_| goes_on) {
                Some(run) => run.push((at, point)),
                None => runs.push(vec![(at, point)]),
            }
        }
        runs
    }
}
