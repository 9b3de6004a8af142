//! How long answers took: median and ninetieth percentile on whole working days (STATS §13).

use std::collections::BTreeMap;

use super::{facts::Facts, flow, frame::Frame};

/// Working days from the start of the clock to the first answer; nothing where none was given.
pub fn taken(it: &Facts, frame: &Frame) -> Option<u32> {
    let on = it.answered.filter(|_| flow::is_answered(it, frame))?;
    Some(frame.calendar.between(it.start, on))
}

/// How many answers took how many days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spans(BTreeMap<u32, u64>);

impl Spans {
    /// Counts one more.
    pub fn add(&mut self, days: u32) {
        *self.0.entry(days).or_default() += 1;
    }

    /// How many there are.
    pub fn count(&self) -> u64 {
        self.0.values().sum()
    }

    /// The span at the nearest rank of a percentile: of 1…10 the ninetieth is 9, the median 5. Nothing
    /// of none.
    pub fn at(&self, percent: u64) -> Option<u32> {
        let rank = (self.count() * percent).div_ceil(100).max(1);
        let mut passed = 0;
        self.0.iter().find_map(|(days, n)| {
            passed += n;
            (passed >= rank).then_some(*days)
        })
    }
}
