//! What everybody is told of a month of cases: six counts, rounded, so that no single case shows.
//!
//! Received are formal cases that came in the month; answered are of received; on time, accepted, reopened
//! and published are of answered.

use super::{beside, facts::Facts, flow, frame::Frame};
use crate::figures::publish::Floor;

/// Six counts of a month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Formal cases that came.
    pub received: u64,
    /// Those that were answered.
    pub answered: u64,
    /// Answered in time.
    pub on_time: u64,
    /// Whose senders accept the answer.
    pub accepted: u64,
    /// Whose senders asked for another look.
    pub reopened: u64,
    /// Which everybody can read.
    pub published: u64,
}

impl Counters {
    /// Counts a case.
    pub fn add(&mut self, it: &Facts, frame: &Frame) {
        let is_answered = flow::is_answered(it, frame);
        self.received += u64::from(flow::is_received(it, frame));
        self.answered += u64::from(is_answered);
        self.on_time += u64::from(flow::is_answered_on_time(it, frame));
        self.accepted += u64::from(beside::is_accepted(it, frame));
        self.reopened += u64::from(beside::is_reopened(it, frame));
        self.published += u64::from(is_answered && flow::is_published(it, frame));
    }

    /// The counts as they are told: to the nearest multiple of the floor of a cell; nothing of a month
    /// with fewer cases than the floor of an index.
    pub fn told(self, floor: Floor) -> Self {
        if self.received < floor.index {
            return Self::default();
        }
        let step = floor.cell.max(1);
        let round = |n: u64| (n + step / 2) / step * step;
        Self {
            received: round(self.received),
            answered: round(self.answered),
            on_time: round(self.on_time),
            accepted: round(self.accepted),
            reopened: round(self.reopened),
            published: round(self.published),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn all(it: Counters) -> [u64; 6] {
        [it.received, it.answered, it.on_time, it.accepted, it.reopened, it.published]
    }

    proptest! {
        #[test]
        fn of_each_count_as_many_stay_possible_as_the_floor_says(
            received in 10u64..400, answered in 0u64..400, parts in prop::array::uniform4(0u64..400),
        ) {
            let floor = Floor::default();
            let answered = answered.min(received);
            let [on_time, accepted, reopened, published] = parts.map(|part| part.min(answered));
            let whole = Counters { received, answered, on_time, accepted, reopened, published };
            let told = whole.told(floor);
            for (exact, told) in all(whole).into_iter().zip(all(told)) {
                prop_assert!(told % floor.cell == 0 && exact.abs_diff(told) <= floor.cell / 2);
            }
            // What is a part stays one: rounding gives no order away that was not there.
            prop_assert!(all(told)[2..].iter().all(|part| *part <= told.answered));
            prop_assert!(told.answered <= told.received);
        }
    }

    #[test]
    fn of_a_month_with_few_cases_nothing_is_told() {
        let few = Counters { received: 9, answered: 9, ..Counters::default() };
        assert_eq!(few.told(Floor::default()), Counters::default());
    }
}
