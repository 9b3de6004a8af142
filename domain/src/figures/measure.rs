//! One indicator counted: the share of what it asks about, and the people behind it.

use crate::{
    ballot::instrument::{Instrument, Item},
    figures::{
        interval::{self, Estimate, moments::Moments},
        share::{Method, Share},
        spread::Products,
        tally::{BALLOT, Tally},
    },
};

/// What some tallies say of an indicator. Months of one question set are added as tallies, so that the
/// people are counted once; those of several are added as measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Numerators and denominators of all its items, pooled.
    pub share: Share,
    /// The people who surely answered something of it: the most that answered one item.
    pub people: u64,
    /// Whole ballots, whatever was answered.
    pub ballots: u64,
    /// How far one person's answers hang together; nothing where that is not known.
    pub products: Option<Products>,
    /// The same of everybody with this question set in these months: what small groups borrow from.
    pub lent: Moments,
}

/// Nobody answered, and all is known of them.
impl Default for Measure {
    fn default() -> Self {
        let products = Some(Products::default());
        Self { share: Share::default(), people: 0, ballots: 0, products, lent: Moments::default() }
    }
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
        let (mut items, mut single) = (0, Tally::default());
        for (place, tally) in tallies {
            if place == BALLOT {
                measure.ballots += tally.na;
            }
            let item = usize::try_from(place - 1).ok().and_then(|at| set.items.get(at));
            if item.is_some_and(|item| item.counts() && is_asked(item)) {
                measure.share += Share::of(&tally, method);
                measure.people = measure.people.max(tally.answered());
                (items, single) = (items + 1, tally);
            }
        }
        // Of one item its levels say it all.
        measure.products = (items <= 1).then(|| Products::of_item(&single));
        measure
    }

    /// The same where it is known how far one person's answers to these very items hang together.
    #[must_use]
    pub fn with(self, products: Option<Products>) -> Self {
        Self { products: self.products.or(products), ..self }
    }

    /// The same as a part of everybody with this question set in these months.
    #[must_use]
    pub fn within(self, whole: Self) -> Self {
        let lent = whole.products.map(|it| it.moments(whole.share, Method::TopTwo));
        Self { lent: lent.unwrap_or_default(), ..self }
    }

    /// The share and the people it is worth. Nothing, if nobody answered. For `T2B` alone.
    ///
    /// People, not answers, are independent. Where it is not known how far their answers hang together, as
    /// many as there surely are: the interval is then at least as wide as it should be.
    pub fn estimate(self) -> Option<Estimate> {
        match self.products.filter(|products| products.people > 0) {
            Some(own) => own.estimate(self.share, &self.lent, Method::TopTwo),
            None => interval::of_people(self.share, Method::TopTwo, self.people),
        }
    }

    /// The 95 % interval in hundredths of a percent, outwards.
    pub fn interval(self, method: Method) -> Option<(u64, u64)> {
        match method {
            Method::TopTwo => self.estimate().map(|it| interval::hundredths(it.interval(), method)),
            Method::Mean => interval::of_index(self.share, method, self.people),
        }
    }

    /// What is left when a part is taken away: the others beside a unit.
    #[must_use]
    pub fn without(self, part: Self) -> Self {
        let share = Share {
            num: self.share.num.saturating_sub(part.share.num),
            den: self.share.den.saturating_sub(part.share.den),
        };
        let products = self.products.zip(part.products).map(|(mut all, part)| {
            all -= part;
            all
        });
        Self {
            share,
            people: self.people.saturating_sub(part.people),
            ballots: self.ballots.saturating_sub(part.ballots),
            products,
            lent: self.lent,
        }
    }
}

impl std::ops::AddAssign for Measure {
    fn add_assign(&mut self, other: Self) {
        self.share += other.share;
        self.people += other.people;
        self.ballots += other.ballots;
        self.products = self.products.zip(other.products).map(|(mut all, more)| {
            all += more;
            all
        });
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
        let share = Share { num: 4, den: 6 };
        let known = Measure { share, people: 4, ballots: 9, products: None, ..Measure::default() };
        assert_eq!(all, known);
        let code = &set.items[1].code;
        let one = Measure::of(tallies().into_iter(), &set, Method::TopTwo, |it| it.code == *code);
        assert_eq!((one.share, one.people), (Share { num: 1, den: 2 }, 2));
        assert_eq!(all.without(one).share, Share { num: 3, den: 4 });
        assert_eq!(Measure::default().estimate(), None);
        assert_eq!(all.estimate().map(|it| it.effective), Some(4.0), "people, not answers");
        // Wilson's interval of 1 of 2, whatever the whole is.
        assert_eq!(one.interval(Method::TopTwo), Some((945, 9055)));
        assert_eq!(one.within(all).estimate(), one.estimate());
    }
}
