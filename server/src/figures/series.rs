//! Months of every indicator, cut from the tallies that one reading brings: what charts, comparisons and
//! claims of the office's pages are made of.

mod counted;
mod drawing;
mod reading;
mod slice;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use domain::{Instrument, ballot::instrument::Item, day::Month, figures::versions};

use self::reading::Reading;
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
    /// Everybody's ballots of each month, by version.
    wholes: Vec<BTreeMap<usize, Counts>>,
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
        let versions = reading::versions(&books.catalogue, lens);
        let oldest = reading::oldest(node, &versions).await?;
        let window = Window::of(lens.scheme, lens.span.unwrap_or(month(last)), now, oldest);
        let read = Reading::of(node, lens, &window, versions).await?;
        Ok(Self::of(books, window, read).settled(lens, now))
    }

    /// A line is of the versions that what is drawn has ballots of. Where these have nothing in common there
    /// is none: the one that owns the period then stands alone.
    fn of(books: Arc<Books>, window: Window, mut read: Reading) -> Self {
        let drawn = window.drawn().filter_map(|at| read.wholes[at].keys().max());
        let used = drawn.max().map_or(1, |version| version + 1);
        read.keep(0..used);
        let sets: Vec<&Instrument> =
            read.versions.iter().filter_map(|id| books.catalogue.instruments.get(id)).collect();
        let comparable: Vec<String> = match sets.len() {
            0 | 1 => Vec::new(),
            _ => versions::comparable(&sets).into_iter().map(str::to_owned).collect(),
        };
        if comparable.is_empty() && read.versions.len() > 1 {
            let owner = window.period.clone().rev().find_map(|at| read.owner(at));
            let owner = owner.unwrap_or_default();
            read.keep(owner..owner + 1);
        }
        let owners = (0..read.wholes.len()).map(|at| read.owner(at)).collect();
        let Reading { versions, rows, wholes } = read;
        let (running, is_over) = (Month::LAST, true);
        Self { books, window, versions, rows, wholes, owners, comparable, running, is_over }
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
        self.wholes.drain(..first);
        self.is_over = self.window.span.last() < running;
        self.running = running;
        self
    }

    /// Lets the month at a place be the period, and nothing come after it.
    fn end_with(&mut self, place: usize) {
        self.window.months.truncate(place + 1);
        self.owners.truncate(place + 1);
        self.rows.truncate(place + 1);
        self.wholes.truncate(place + 1);
        self.window.period = place..place + 1;
        self.window.span = month(self.window.months[place]);
    }

    /// The question set that owns the period; the newest where no ballot is in it, none where none is kept.
    pub fn set(&self) -> Option<&Instrument> {
        self.version(self.owner())
    }

    fn version(&self, at: usize) -> Option<&Instrument> {
        self.books.catalogue.instruments.get(self.versions.get(at)?)
    }

    fn owner(&self) -> usize {
        let owners = self.owners[self.window.period.clone()].iter().flatten();
        owners.min().copied().unwrap_or_default()
    }

    /// The units, by identity, that ballots of the months that are drawn name.
    pub fn units(&self) -> Vec<i64> {
        self.named(|row| row.unit)
    }

    /// The procedures, by identity, that ballots of these months name.
    pub fn procedures(&self) -> Vec<i64> {
        self.named(|row| row.procedure)
    }

    /// The channels of these months' ballots.
    pub fn channels(&self) -> Vec<i64> {
        self.named(|row| row.channel)
    }

    /// What is named, each once.
    fn named(&self, of: impl Fn(&Row) -> i64) -> Vec<i64> {
        let rows = self.rows[self.window.drawn()].iter().flatten();
        let named: BTreeSet<i64> = rows.map(of).filter(|it| *it != 0).collect();
        named.into_iter().collect()
    }
}

/// Whether an indicator counts an item, where it counts these codes alone; all of them, if none are named.
fn is_asked(slice: &Slice, codes: &[String], item: &Item) -> bool {
    slice.items.hold(item) && (codes.is_empty() || codes.contains(&item.code))
}
