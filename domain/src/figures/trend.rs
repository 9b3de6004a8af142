//! A figure through time: a centre line, limits, and what is more than wobble.
//!
//! Months are compared with the centre line on whole numbers: seven months that are all 83.94 % lie on
//! it, not below it. A month without ballots is a gap at its place; nothing runs across it.

pub mod assurance;
pub mod baseline;
pub mod laney;
pub mod moving;
pub mod rules;

use std::cmp::Ordering;

/// Where one point lies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// What was measured, parts of one for shares.
    pub value: f64,
    /// Above, on or below the centre line, on whole numbers.
    pub side: Ordering,
    /// Above, on or below the point before it; equal at a start or after a gap.
    pub step: Ordering,
    /// The lower limit.
    pub low: f64,
    /// The upper limit.
    pub high: f64,
}

impl Point {
    /// Whether it lies beyond so large a part of the limit, on its own side of the centre line.
    fn is_beyond(self, centre: f64, part: f64) -> bool {
        match self.side {
            Ordering::Equal => false,
            Ordering::Greater => self.value > centre + part * (self.high - centre),
            Ordering::Less => self.value < centre - part * (centre - self.low),
        }
    }
}

/// A chart over one baseline.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The centre line.
    pub centre: f64,
    /// How much more months differ than their ballots alone would: 1 for an XmR chart.
    pub spread: f64,
    /// How many points the centre line and the limits come from.
    pub basis: usize,
    /// The points in order; nothing for a month without ballots.
    pub points: Vec<Option<Point>>,
}
