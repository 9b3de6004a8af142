//! Exact average run lengths: the chart is a walk between 0 and H − 1, and (I − Q)a = 1.

use super::{Alarm, State, Towards};

/// The mean number of answers until the first alarm from S = 0, where events have this share.
///
/// Q holds the chances to go from one sum to another without an alarm (Brook and Evans 1972).
pub(super) fn run(alarm: Alarm, share: f64) -> f64 {
    let mut walk = Walk::new(alarm);
    for sum in 0..alarm.height {
        for (is_event, chance) in [(true, share), (false, 1.0 - share)] {
            let (next, is_alarm) = alarm.step(State { sum, alarms: 0 }, is_event);
            match is_alarm {
                true => walk.alarm[place(sum)] += chance,
                false => walk.add(place(sum), place(next.sum), chance),
            }
        }
    }
    walk.length()
}

/// Where the walk may go; chances lie close to the diagonal, so a band of them is enough.
struct Walk {
    below: usize,
    above: usize,
    chances: Vec<Vec<f64>>,
    alarm: Vec<f64>,
}

impl Walk {
    fn new(alarm: Alarm) -> Self {
        let states = place(alarm.height);
        let event = place(alarm.weight - 1).clamp(1, states);
        let (below, above) = match alarm.towards {
            Towards::Worse => (1, event),
            Towards::Better => (event, 1),
        };
        let chances = vec![vec![0.0; below + above + 1]; states];
        Self { below, above, chances, alarm: vec![0.0; states] }
    }

    fn add(&mut self, from: usize, to: usize, chance: f64) {
        self.chances[from][to + self.below - from] += chance;
    }

    fn at(&self, from: usize, to: usize) -> f64 {
        self.chances[from][to + self.below - from]
    }

    /// Takes out state after state, the highest first, by Grassmann, Taksar and Heyman (1985): whatever
    /// went there goes where it leads. Nothing is ever subtracted, so long runs lose no digits.
    fn length(mut self) -> f64 {
        let mut answers = vec![1.0; self.alarm.len()];
        for gone in (1..answers.len()).rev() {
            let lowest = gone.saturating_sub(self.below);
            let leaves = self.alarm[gone] + (lowest..gone).map(|to| self.at(gone, to)).sum::<f64>();
            for from in gone.saturating_sub(self.above)..gone {
                let part = self.at(from, gone) / leaves;
                for to in lowest..gone {
                    self.add(from, to, part * self.at(gone, to));
                }
                self.alarm[from] += part * self.alarm[gone];
                answers[from] += part * answers[gone];
            }
        }
        answers[0] / self.alarm[0]
    }
}

fn place(sum: u32) -> usize {
    usize::try_from(sum).unwrap_or(usize::MAX)
}
