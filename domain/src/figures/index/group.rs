//! The tallies of one group of ballots, and how far its share may be off.

use std::collections::BTreeMap;

use crate::{
    ballot::instrument::Instrument,
    figures::{
        index::{By, Cell},
        interval::{self, Estimate},
        share::{Method, Share},
        spread::Products,
        tally::{BALLOT, Tally},
    },
};

/// The tallies of one group: its whole ballots and its items by place, and how far one person's answers
/// hang together.
#[derive(Clone, Debug, Default)]
pub struct Group {
    ballots: u64,
    items: BTreeMap<usize, Tally>,
    products: Option<Products>,
}

impl Group {
    /// Adds a cell.
    pub fn add(&mut self, cell: &Cell) {
        match usize::try_from(cell.item) {
            Ok(place) if cell.item > BALLOT => *self.items.entry(place).or_default() += cell.tally,
            _ => self.ballots += cell.tally.na,
        }
    }

    /// The same with the sums over its people, of the very items that count here; nothing, where they
    /// are not known.
    pub fn with(self, products: Option<Products>) -> Self {
        Self { products, ..self }
    }

    /// What is left when a part is taken away: all others beside a group.
    #[must_use]
    pub fn without(&self, part: &Self) -> Self {
        let left = |(place, tally): (&usize, &Tally)| (*place, tally.without(part.item(*place)));
        let products = self.products.zip(part.products).map(|(mut all, part)| {
            all -= part;
            all
        });
        Self {
            ballots: self.ballots.saturating_sub(part.ballots),
            items: self.items.iter().map(left).collect(),
            products,
        }
    }

    /// Its whole ballots.
    pub fn ballots(&self) -> u64 {
        self.ballots
    }

    /// The answers to an item, by its place from 1.
    pub fn item(&self, place: usize) -> Tally {
        self.items.get(&place).copied().unwrap_or_default()
    }

    /// Pools the items that count by adding numerators and denominators, as the national method does (Quyết định 1001/QĐ-BNV).
    pub fn share(&self, set: &Instrument, method: Method) -> Share {
        self.counting(set).map(|tally| Share::of(tally, method)).sum()
    }

    /// The people who answered something that counts; where that is not known, those who surely did: the
    /// most that answered one item.
    pub fn people(&self, set: &Instrument) -> u64 {
        self.counting(set).map(Tally::answered).max().unwrap_or(0)
    }

    /// The answers that count, by level.
    pub fn levels(&self, set: &Instrument) -> Tally {
        let mut levels = Tally::default();
        self.counting(set).for_each(|tally| levels += *tally);
        levels
    }

    /// The share on 0–1 and the people it is worth, beside a whole of the same question set and months.
    ///
    /// One item is a share of people. Several items are pooled: people, not answers, are independent. Where
    /// the sums over people are not known, as many as there surely are, which is rather too few.
    pub fn estimate(&self, whole: &Self, set: &Instrument, method: Method) -> Option<Estimate> {
        let share = self.share(set, method);
        match self.known(set) {
            Some(own) => {
                let whole = whole
                    .known(set)
                    .map(|products| products.moments(whole.share(set, method), method));
                own.estimate(share, &whole.unwrap_or_default(), method)
            }
            None => interval::of_people(share, method, self.people(set)),
        }
    }

    /// The 95 % interval in hundredths of a percent; nothing, if nobody answered.
    pub fn ends(&self, whole: &Self, set: &Instrument, method: Method) -> Option<(u64, u64)> {
        let estimate = self.estimate(whole, set, method)?;
        Some(interval::hundredths(estimate.interval(), method))
    }

    /// The sums over people: those of a single item follow from its levels.
    fn known(&self, set: &Instrument) -> Option<Products> {
        let mut counting = self.counting(set);
        match (counting.next(), counting.next()) {
            (Some(item), None) => Some(Products::of_item(item)),
            _ => self.products,
        }
    }

    fn counting<'a>(&'a self, set: &'a Instrument) -> impl Iterator<Item = &'a Tally> {
        self.items.iter().filter_map(|(place, tally)| {
            set.items.get(place - 1).filter(|item| item.counts()).map(|_| tally)
        })
    }
}

/// Groups cells by their row, or by factor or item where that is asked for.
pub fn group(cells: &[Cell], by: By, set: &Instrument) -> BTreeMap<i64, Group> {
    let mut groups: BTreeMap<i64, Group> = BTreeMap::new();
    for cell in cells {
        let key = match by {
            By::Item | By::Factor => match row_of_item(cell.item, by, set) {
                Some(row) => row,
                None => continue,
            },
            _ => cell.group,
        };
        groups.entry(key).or_default().add(cell);
    }
    groups
}

fn row_of_item(item: i64, by: By, set: &Instrument) -> Option<i64> {
    let asked = set.items.get(usize::try_from(item - 1).ok()?)?;
    let factor = asked.factor.as_deref()?;
    match by {
        By::Factor => {
            set.factors.iter().position(|f| f.code == factor).and_then(|at| i64::try_from(at).ok())
        }
        _ => Some(item),
    }
}
