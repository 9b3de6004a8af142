//! Which procedures most ballots of the last months were about, counted now and then.

use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
    time::{Duration, Instant},
};

use chrono::{Days, NaiveDate};
use domain::day;
use tokio::sync::Mutex;

use crate::store::{Db, ballots};

/// The days that count.
const DAYS: u64 = 90;
/// A count is good for so many times as long as it took, so that it costs little of a core however
/// many ballots there are, and in a small office shows what came in at once.
const REST: u32 = 200;

/// How many ballots name each procedure, by service point.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(HashMap<(Option<i64>, i64), i64>);

impl Counts {
    /// Those of some procedures that any ballot names, at a service point or anywhere; the most
    /// frequent first.
    pub fn most(&self, point: Option<i64>, among: impl Iterator<Item = i64>) -> Vec<i64> {
        let count = |procedure: i64| self.0.get(&(point, procedure)).copied();
        let mut named: Vec<(i64, i64)> =
            among.filter_map(|procedure| Some((count(procedure)?, procedure))).collect();
        named.sort_unstable_by_key(|(count, procedure)| (-count, *procedure));
        named.into_iter().map(|(_, procedure)| procedure).collect()
    }

    /// Counts by service point and procedure, 0 for none.
    fn of(rows: Vec<(i64, i64, i64)>) -> Self {
        let mut counts = HashMap::new();
        for (point, procedure, count) in rows {
            *counts.entry((None, procedure)).or_default() += count;
            if point != 0 {
                counts.insert((Some(point), procedure), count);
            }
        }
        Self(counts)
    }
}

/// The counts as last made.
#[derive(Default)]
pub struct Reported {
    counts: RwLock<Arc<Counts>>,
    /// When they are to be made again; held by whoever does it.
    next: Mutex<Option<Instant>>,
}

impl Reported {
    /// The counts of the last months, not much older than now. Where they cannot be made, or somebody
    /// makes them just now, those made last.
    pub async fn counts(&self, db: &Db, today: NaiveDate) -> Arc<Counts> {
        if let Ok(mut next) = self.next.try_lock()
            && next.is_none_or(|next| next <= Instant::now())
        {
            let begun = Instant::now();
            let since = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
            match ballots::reported(db, day::number(since)).await {
                Ok(rows) => {
                    let mut counts = self.counts.write().unwrap_or_else(PoisonError::into_inner);
                    *counts = Arc::new(Counts::of(rows));
                }
                Err(error) => tracing::warn!(%error, "the procedures could not be counted"),
            }
            let rest = begun.elapsed().saturating_mul(REST).min(Duration::from_hours(1));
            *next = Instant::now().checked_add(rest);
        }
        Arc::clone(&self.counts.read().unwrap_or_else(PoisonError::into_inner))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_frequent_come_first_at_a_point_and_anywhere() {
        let counts = Counts::of(vec![(1, 10, 2), (1, 11, 5), (2, 10, 9), (0, 12, 1)]);
        let most = |point| counts.most(point, [10, 11, 12, 13].into_iter());
        assert_eq!(most(Some(1)), [11, 10]);
        assert_eq!(most(Some(2)), [10]);
        assert_eq!(most(Some(3)), Vec::<i64>::new());
        assert_eq!(most(None), [10, 11, 12]);
        assert_eq!(counts.most(None, [12].into_iter()), [12], "of those that are valid alone");
    }
}
