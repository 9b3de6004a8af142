//! The stored rows that a lens is about, summed by month, version, unit, procedure and channel.

use std::collections::HashMap;

use domain::Catalogue;

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

/// The rows of all versions, the newest version first.
pub(super) async fn rows(
    node: &Node,
    lens: &Lens,
    window: &Window,
    books: &Catalogue,
) -> Result<(Vec<i64>, Vec<Row>), Problem> {
    let mut versions: Vec<i64> = lens.instrument.into_iter().collect();
    if lens.joins {
        versions.extend(older(books, lens));
    }
    let units: HashMap<i64, i64> = books.units.iter().map(|it| (it.id, it.unit)).collect();
    let mut sums: HashMap<Key, Counts> = HashMap::new();
    for (version, id) in versions.iter().enumerate() {
        for (key, counts) in stored(node, window, *id).await? {
            let unit = units.get(&key.unit).copied().unwrap_or(0);
            let is_seen = lens.units.as_ref().is_none_or(|units| units.contains(&unit));
            if let Some(month) = window.place(key.period).filter(|_| is_seen) {
                let key = (month, version, unit, key.procedure, key.channel);
                sums.entry(key).or_default().add(&counts);
            }
        }
    }
    let row = |((month, version, unit, procedure, channel), counts)| Row {
        month,
        version,
        unit,
        procedure,
        channel,
        counts,
    };
    Ok((versions, sums.into_iter().map(row).collect()))
}

/// The versions before the one that is asked for, the newest first.
fn older(books: &Catalogue, lens: &Lens) -> Vec<i64> {
    let set = lens.instrument.and_then(|id| books.instruments.get(&id));
    let older = set.map(|set| before(set, books)).unwrap_or_default();
    older.iter().filter_map(|set| Some(books.instrument(&set.key())?.0)).collect()
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
