//! Early warning per unit and procedure: a whole-number CUSUM over answers in the order of service days.
//!
//! S ← max(0, S + m − 1) on an event (not satisfied), else max(0, S − 1); alarm at S ≥ H, then S = 0.
//! The mirrored chart climbs by 1 on every other answer and falls by m − 1 on an event: good news.

mod length;

use serde::{Deserialize, Serialize};

use crate::figures::{
    curve::{real, root},
    share::Share,
};

/// Which change the chart waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Towards {
    /// More events: worse.
    Worse,
    /// Fewer: better.
    Better,
}

/// A chart with sensible numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Alarm {
    usual: Share,
    weight: u32,
    height: u32,
    towards: Towards,
}

/// Why there is no such chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The usual share of events is not between 0 and 1.
    Usual,
    /// A weight below one answer.
    Weight,
    /// One answer alone would raise the alarm.
    OneAnswer,
}

/// Where a chart stands after some answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// S, since the last alarm; every alarm resets it to 0, and the page says so.
    pub sum: u32,
    /// Alarms so far.
    pub alarms: u32,
}

impl Alarm {
    /// A chart for a usual share of events, a weight `m` and a height `H`.
    ///
    /// # Errors
    /// A share of 0 or 1, m < 1, or H so low that one answer would do.
    pub fn new(usual: Share, weight: u32, height: u32, towards: Towards) -> Result<Self, Refusal> {
        let largest_step = match towards {
            Towards::Worse => weight.saturating_sub(1),
            Towards::Better => 1,
        };
        if usual.num == 0 || usual.num >= usual.den {
            Err(Refusal::Usual)
        } else if weight < 1 {
            Err(Refusal::Weight)
        } else if height <= largest_step {
            Err(Refusal::OneAnswer)
        } else {
            Ok(Self { usual, weight, height, towards })
        }
    }

    /// The state after one more answer, and whether it raised the alarm.
    pub fn step(self, state: State, is_event: bool) -> (State, bool) {
        let climbs = is_event == (self.towards == Towards::Worse);
        let by = if is_event { self.weight - 1 } else { 1 };
        let sum = if climbs { state.sum + by } else { state.sum.saturating_sub(by) };
        if sum >= self.height {
            (State { sum: 0, alarms: state.alarms + 1 }, true)
        } else {
            (State { sum, ..state }, false)
        }
    }

    /// How many answers until an alarm, on average, where nothing has changed.
    pub fn false_alarm_after(self) -> f64 {
        length::run(self, self.usual_share())
    }

    /// How many answers until an alarm, on average, once the share of events is `share`.
    pub fn found_after(self, share: f64) -> f64 {
        length::run(self, share)
    }

    /// p1, the share of events the chart is made to find.
    ///
    /// Solves m = ln[p1(1−p0)/(p0(1−p1))] / −ln[(1−p1)/(1−p0)] (the sequential test's whole weight).
    /// There is none on the far side of 1/m: towards worse where p0·m ≥ 1, towards better where p0·m ≤ 1.
    pub fn sought(self) -> Option<f64> {
        let (usual, weight) = (self.usual_share(), f64::from(self.weight));
        // It is 0 at p0, highest at 1/m, and 0 again at p1.
        let excess = |share: f64| {
            let other = ((1.0 - share) / (1.0 - usual)).ln();
            let event = (share / usual).ln();
            event + (weight - 1.0) * other
        };
        let peak = 1.0 / weight;
        match self.towards {
            Towards::Worse if usual < peak => Some(root(peak, 1.0, |share| -excess(share))),
            Towards::Better if usual > peak => Some(root(0.0, peak, excess)),
            _ => None,
        }
    }

    fn usual_share(self) -> f64 {
        real(self.usual.num) / real(self.usual.den)
    }
}

/// The whole weight for finding a change of the share of events from `usual` to `sought`.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast that saturates"
)]
pub fn weight(usual: f64, sought: f64) -> u32 {
    let event = (sought * (1.0 - usual) / (usual * (1.0 - sought))).ln();
    (event / -((1.0 - sought) / (1.0 - usual)).ln()).round() as u32
}

#[cfg(test)]
mod tests;
