//! One indicator counted: the share of what it asks about, and the people behind it.

use crate::{
    ballot::instrument::{Instrument, Item},
    figures::{
        curve::real,
        interval::{self, Estimate},
        share::{Method, Share},
        tally::{BALLOT, Tally},
    },
};

/// What some tallies say of an indicator. Months of one question set are added as tallies, so that the
/// people are counted once; those of several are added as measures.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measure {
    /// Numerators and denominators of all its items, pooled.
    pub share: Share,
    /// The people who surely answered something of it: the most that answered one item.
    pub people: u64,
    /// Whole ballots, whatever was answered.
    pub ballots: u64,
}

impl Measure {
    /// Pools the items of a question set that count and are asked about.
    pub fn of(
        tallies: impl Iterator<Item = (i64, Tally)>,
        set: &Instrument,
        method: Method,
        is_asked: impl Fn(&Item) -> bool,
    ) -> Self {
        let mut measure = Self::default();
        for (place, tally) in tallies {
            if place == BALLOT {
                measure.ballots += tally.na;
            }
            let item = usize::try_from(place - 1).ok().and_then(|at| set.items.get(at));
            if item.is_some_and(|item| item.counts() && is_asked(item)) {
                measure.share += Share::of(&tally, method);
                measure.people = measure.people.max(tally.answered());
            }
        }
        measure
    }

    /// The share and the people it is worth. Nothing, if nobody answered.
    ///
    /// One person's answers hang together, so it is worth people and not answers: at least as wide an
    /// interval as it should have ([`interval::of_index`]). For `T2B` alone.
    pub fn estimate(self) -> Option<Estimate> {
        let value = real(self.share.num) / real(self.share.den);
        (self.share.den > 0 && self.people > 0)
            .then(|| Estimate { value, effective: real(self.people) })
    }

    /// The 95 % interval in hundredths of a percent, outwards.
    pub fn interval(self, method: Method) -> Option<(u64, u64)> {
        interval::of_index(self.share, method, self.people)
    }

    /// What is left when a part is taken away: the others beside a unit.
    #[must_use]
    pub fn without(self, part: Self) -> Self {
        let share = Share {
            num: self.share.num.saturating_sub(part.share.num),
            den: self.share.den.saturating_sub(part.share.den),
        };
        Self {
            share,
            people: self.people.saturating_sub(part.people),
            ballots: self.ballots.saturating_sub(part.ballots),
        }
    }
}

impl std::ops::AddAssign for Measure {
    fn add_assign(&mut self, other: Self) {
        self.share += other.share;
        self.people += other.people;
        self.ballots += other.ballots;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quick() -> Instrument {
        serde_json::from_str(crate::ballot::instrument::BUILT_IN[1]).unwrap()
    }

    fn tallies() -> [(i64, Tally); 3] {
        let tally = |levels, na| Tally { levels, na };
        [(BALLOT, tally([0; 5], 9)), (1, tally([0, 0, 1, 2, 1], 0)), (2, tally([1, 0, 0, 0, 1], 2))]
    }

    #[test]
    fn what_is_asked_about_is_pooled_and_people_are_counted_once() {
        let set = quick();
        let all = Measure::of(tallies().into_iter(), &set, Method::TopTwo, |_| true);
        let expected = Measure { share: Share { num: 4, den: 6 }, people: 4, ballots: 9 };
        assert_eq!(all, expected);
        let code = &set.items[1].code;
        let one = Measure::of(tallies().into_iter(), &set, Method::TopTwo, |it| it.code == *code);
        assert_eq!((one.share, one.people), (Share { num: 1, den: 2 }, 2));
        assert_eq!(all.without(one).share, Share { num: 3, den: 4 });
        assert_eq!(Measure::default().estimate(), None);
        assert_eq!(all.estimate().map(|it| it.effective), Some(4.0), "people, not answers");
    }
}
