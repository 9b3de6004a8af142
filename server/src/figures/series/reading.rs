//! The stored rows that a lens is about, summed by month, version, unit, procedure and channel.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, HashMap},
    ops::Range,
};

use domain::{Catalogue, day::Month};

use super::Row;
use crate::{
    figures::{Lens, joined::before, window::Window},
    node::Node,
    problem::Problem,
    store::{
        self,
        tallies::{Counts, TallyKey},
    },
};

/// What rows are summed by.
type Key = (usize, usize, i64, i64, i64);

/// What was read: of each month the rows within reach, and everything there is, by version.
#[derive(Default)]
pub(super) struct Reading {
    /// Rows in the books, the newest version first.
    pub(super) versions: Vec<i64>,
    /// The rows of each month that the reader may see.
    pub(super) rows: Vec<Vec<Row>>,
    /// Everybody's ballots of each month: what small groups borrow from is the same for every reader.
    pub(super) wholes: Vec<BTreeMap<usize, Counts>>,
}

impl Reading {
    /// Reads the rows of these versions.
    pub(super) async fn of(
        node: &Node,
        lens: &Lens,
        window: &Window,
        versions: Vec<i64>,
    ) -> Result<Self, Problem> {
        let books = node.books();
        let units: HashMap<i64, i64> =
            books.catalogue.units.iter().map(|it| (it.id, it.unit)).collect();
        let months = window.months.len();
        let mut wholes: Vec<BTreeMap<usize, Counts>> = vec![BTreeMap::new(); months];
        let mut sums: HashMap<Key, Counts> = HashMap::new();
        for (version, id) in versions.iter().enumerate() {
            for (key, counts) in stored(node, window, *id).await? {
                let Some(month) = window.place(key.period) else { continue };
                wholes[month].entry(version).or_default().add(&counts);
                let unit = units.get(&key.unit).copied().unwrap_or(0);
                if lens.units.as_ref().is_none_or(|units| units.contains(&unit)) {
                    let key = (month, version, unit, key.procedure, key.channel);
                    sums.entry(key).or_default().add(&counts);
                }
            }
        }
        let mut rows: Vec<Vec<Row>> = (0..months).map(|_| Vec::new()).collect();
        for ((month, version, unit, procedure, channel), counts) in sums {
            rows[month].push(Row { version, unit, procedure, channel, counts });
        }
        Ok(Self { versions, rows, wholes })
    }

    /// The version with most of a month's ballots, of equals the newest: one stray ballot takes no month.
    pub(super) fn owner(&self, month: usize) -> Option<usize> {
        let with_ballots = self.wholes[month].iter().filter(|(_, counts)| counts.ballots() > 0);
        let most =
            with_ballots.max_by_key(|(version, counts)| (counts.ballots(), Reverse(**version)));
        most.map(|(version, _)| *version)
    }

    /// Leaves these versions alone.
    pub(super) fn keep(&mut self, kept: Range<usize>) {
        self.versions.truncate(kept.end);
        self.versions.drain(..kept.start);
        for month in &mut self.rows {
            month.retain(|row| kept.contains(&row.version));
            month.iter_mut().for_each(|row| row.version -= kept.start);
        }
        for month in &mut self.wholes {
            let all = std::mem::take(month).into_iter();
            let all = all.filter(|(version, _)| kept.contains(version));
            *month = all.map(|(version, counts)| (version - kept.start, counts)).collect();
        }
    }
}

/// The version that is asked for and, where they are joined, those before it, the newest first.
pub(super) fn versions(books: &Catalogue, lens: &Lens) -> Vec<i64> {
    let mut versions: Vec<i64> = lens.instrument.into_iter().collect();
    if lens.joins {
        let set = lens.instrument.and_then(|id| books.instruments.get(&id));
        let older = set.map(|set| before(set, books)).unwrap_or_default();
        versions.extend(older.iter().filter_map(|set| Some(books.instrument(&set.key())?.0)));
    }
    versions
}

/// The first month with ballots of any of these versions.
pub(super) async fn oldest(node: &Node, versions: &[i64]) -> Result<Option<Month>, Problem> {
    let mut oldest: Option<i64> = None;
    for id in versions {
        let month = store::index::oldest_month(&node.db, *id).await?;
        oldest = oldest.into_iter().chain(month).min();
    }
    Ok(oldest.and_then(Month::from_number))
}

/// The months of the calendar are stored; the months of another scheme are summed from days.
async fn stored(
    node: &Node,
    window: &Window,
    instrument: i64,
) -> Result<Vec<(TallyKey, Counts)>, Problem> {
    let (Some(first), Some(last)) = (window.months.first(), window.months.last()) else {
        return Ok(Vec::new());
    };
    if window.scheme.is_calendar() {
        return Ok(store::index::months(&node.db, instrument, *first, *last).await?);
    }
    let (first, last) = window.days().ok_or(Problem::Broken)?;
    let mut tx = node.db.snapshot().await?;
    let rows = store::index::days(&mut tx, instrument, first, last).await?;
    tx.commit().await?;
    Ok(rows)
}
