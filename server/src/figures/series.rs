//! Months of every indicator, cut from the tallies that one reading brings: what charts, comparisons and
//! claims of the office's pages are made of.

mod drawing;
mod reading;
mod slice;

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use domain::{
    Instrument, Method, Tally,
    ballot::instrument::Item,
    day::Month,
    figures::{measure::Measure, versions},
};

pub use self::{
    drawing::Goal,
    slice::{Items, Slice},
};
use super::{
    Lens,
    window::{Window, month, running},
};
use crate::{
    node::{Books, Node},
    problem::Problem,
    store::{self, tallies::Counts},
};

/// The tallies of a month of one version by unit, procedure and channel.
struct Row {
    version: usize,
    unit: i64,
    procedure: i64,
    channel: i64,
    counts: Counts,
}

/// What a lens shows.
pub struct Series {
    /// The books as they were read.
    pub books: Arc<Books>,
    /// The months.
    pub window: Window,
    /// The versions of the question set, the newest first: rows in the books.
    versions: Vec<i64>,
    /// The rows of each month.
    rows: Vec<Vec<Row>>,
    /// Which version each month is told of; none for a month without ballots.
    owners: Vec<Option<usize>>,
    /// The items that all versions ask alike; empty where there is one version.
    comparable: Vec<String>,
    /// The month that is running.
    pub running: Month,
    /// Whether the period has ended.
    pub is_over: bool,
}

impl Series {
    /// Reads what the lens is about, once.
    pub async fn read(node: &Node, lens: &Lens) -> Result<Self, Problem> {
        let books = node.books();
        let now = running(node, lens);
        let newest = match (lens.span, lens.instrument) {
            (None, Some(id)) => store::index::newest_month(&node.db, id).await?,
            _ => None,
        };
        // A stored month of the calendar ends in this month of the scheme, or in one that it names later.
        let newest = newest.and_then(Month::from_number);
        let last = newest.map_or(now, |it| it.plus(i64::from(lens.scheme.ahead)).min(now));
        let window = Window::of(lens.scheme, lens.span.unwrap_or(month(last)), now);
        let (versions, rows) = reading::rows(node, lens, &window, &books.catalogue).await?;
        Ok(Self::of(books, window, versions, rows).settled(lens, now))
    }

    /// Versions with nothing in common make no line: the one that is asked for then stands alone.
    fn of(
        books: Arc<Books>,
        window: Window,
        mut versions: Vec<i64>,
        mut rows: Vec<Vec<Row>>,
    ) -> Self {
        let used = rows.iter().flatten().map(|row| row.version + 1).max().unwrap_or(1);
        versions.truncate(used);
        let sets: Vec<&Instrument> =
            versions.iter().filter_map(|id| books.catalogue.instruments.get(id)).collect();
        let comparable: Vec<String> = match sets.len() {
            0 | 1 => Vec::new(),
            _ => versions::comparable(&sets).into_iter().map(str::to_owned).collect(),
        };
        if comparable.is_empty() {
            versions.truncate(1);
            rows.iter_mut().for_each(|month| month.retain(|row| row.version == 0));
        }
        let owner = |month: &Vec<Row>| month.iter().map(|row| row.version).min();
        let owners = rows.iter().map(owner).collect();
        Self {
            books,
            window,
            versions,
            rows,
            owners,
            comparable,
            running: Month::LAST,
            is_over: true,
        }
    }

    /// Without the months before the first ballot. Where no period is named: the month before the newest
    /// one, if that is still running and the one before has ballots.
    fn settled(mut self, lens: &Lens, running: Month) -> Self {
        let with_ballots = |at: &usize| self.owners[*at].is_some();
        let places = 0..self.owners.len();
        if lens.span.is_none() {
            let newest = places.clone().rev().find(with_ballots).unwrap_or(places.end - 1);
            let is_running = self.window.months[newest] >= running;
            let ended = newest.checked_sub(1).filter(|at| is_running && with_ballots(at));
            self.end_with(ended.unwrap_or(newest));
        }
        let first = self.owners.iter().position(Option::is_some).unwrap_or(self.owners.len());
        let first = first.min(self.window.period.start);
        self.window = self.window.from_place(first);
        self.owners.drain(..first);
        self.rows.drain(..first);
        self.is_over = self.window.span.last() < running;
        self.running = running;
        self
    }

    /// Lets the month at a place be the period, and nothing come after it.
    fn end_with(&mut self, place: usize) {
        self.window.months.truncate(place + 1);
        self.owners.truncate(place + 1);
        self.rows.truncate(place + 1);
        self.window.period = place..place + 1;
        self.window.span = month(self.window.months[place]);
    }

    /// The question set; none where no ballot is kept yet.
    pub fn set(&self) -> Option<&Instrument> {
        self.version(0)
    }

    fn version(&self, at: usize) -> Option<&Instrument> {
        self.books.catalogue.instruments.get(self.versions.get(at)?)
    }

    /// What the asked version says of some months, with all its items.
    pub fn measure(&self, slice: &Slice, months: Range<usize>) -> Measure {
        self.measured(slice, 0, &months, &[])
    }

    /// What can be compared with other months: of every month its own version, and of that the items that
    /// all versions ask alike.
    pub fn compared(&self, slice: &Slice, months: Range<usize>) -> Measure {
        let mut all = Measure::default();
        for version in 0..self.versions.len() {
            all += self.measured(slice, version, &months, &self.comparable);
        }
        all
    }

    fn measured(
        &self,
        slice: &Slice,
        version: usize,
        months: &Range<usize>,
        codes: &[String],
    ) -> Measure {
        let Some(set) = self.version(version) else { return Measure::default() };
        let counts = self.counts(slice, version, months, !codes.is_empty());
        let is_asked = |item: &Item| {
            slice.items.hold(item) && (codes.is_empty() || codes.contains(&item.code))
        };
        let products = slice.items.part(set).filter(|_| {
            let mut part = set.items.iter().filter(|item| item.counts() && slice.items.hold(item));
            part.all(is_asked)
        });
        let products = products.and_then(|part| counts.products_of(part));
        Measure::of(counts.tallies(), set, Method::TopTwo, is_asked).with(products)
    }

    /// How often each level was given in some months, of what counts in the asked version.
    pub fn levels(&self, slice: &Slice, months: Range<usize>) -> Tally {
        let mut levels = Tally::default();
        let Some(set) = self.set() else { return levels };
        for (place, tally) in self.counts(slice, 0, &months, false).tallies() {
            let item = usize::try_from(place - 1).ok().and_then(|at| set.items.get(at));
            if item.is_some_and(|item| item.counts() && slice.items.hold(item)) {
                levels += tally;
            }
        }
        levels
    }

    /// The counts of some months of one version; where months are joined, of those alone that it owns.
    fn counts(&self, slice: &Slice, version: usize, months: &Range<usize>, joins: bool) -> Counts {
        let mut counts = Counts::default();
        for at in months.clone().filter(|at| !joins || self.owners[*at] == Some(version)) {
            let rows = self.rows[at].iter().filter(|row| row.version == version);
            rows.filter(|row| slice.holds(row)).for_each(|row| counts.add(&row.counts));
        }
        counts
    }

    /// Every item of the asked version that counts, each on its own; its slice's items do not matter.
    pub fn each_item(&self, slice: &Slice, months: Range<usize>) -> Vec<(&str, Measure)> {
        let Some(set) = self.set() else { return Vec::new() };
        let counts = self.counts(slice, 0, &months, false);
        let items = set.items.iter().filter(|item| item.counts());
        items
            .map(|item| {
                let code = item.code.as_str();
                let is_it = |other: &Item| other.code == code;
                (code, Measure::of(counts.tallies(), set, Method::TopTwo, is_it))
            })
            .collect()
    }

    /// Every question beside the index, with how many of its answers told of trouble: any level but the
    /// lowest.
    pub fn troubles(&self, months: Range<usize>) -> Vec<(&Item, u64, u64)> {
        let Some(set) = self.set() else { return Vec::new() };
        let counts = self.counts(&Slice::default(), 0, &months, false);
        let told = counts.tallies().filter_map(|(place, tally)| {
            let item = set.items.get(usize::try_from(place - 1).ok()?)?;
            let all = tally.answered();
            (!item.counts()).then(|| (item, all - tally.levels[0], all))
        });
        told.collect()
    }

    /// The units, by identity, that ballots of these months name.
    pub fn units(&self) -> Vec<i64> {
        named(self.rows.iter().flatten().map(|row| row.unit))
    }

    /// The procedures, by identity, that ballots of these months name.
    pub fn procedures(&self) -> Vec<i64> {
        named(self.rows.iter().flatten().map(|row| row.procedure))
    }

    /// The channels of these months' ballots.
    pub fn channels(&self) -> Vec<i64> {
        named(self.rows.iter().flatten().map(|row| row.channel))
    }
}

/// What is named, each once.
fn named(all: impl Iterator<Item = i64>) -> Vec<i64> {
    let named: BTreeSet<i64> = all.filter(|it| *it != 0).collect();
    named.into_iter().collect()
}
