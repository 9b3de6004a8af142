//! Ballots counted by what is asked rarely, such as age or sex: from the ballots themselves, and
//! remembered until one of them changes.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    ops::RangeInclusive,
    sync::Arc,
};

use domain::ballot::Attribute;
use tokio::sync::Mutex;

use super::{
    Db, Tx, revisions,
    scan::{Scan, Unreadable},
    tallies::{Counts, anew},
};
use crate::error::Error;

/// A question to the ballots.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Cut {
    /// What they are counted by.
    pub by: Attribute,
    /// The days they count on, `YYYYMMDD`.
    pub days: RangeInclusive<i64>,
    /// The unit versions they are about, 0 for none; all, if none are named.
    pub units: Option<BTreeSet<i64>>,
}

/// Counts by the row of the instrument version and the attribute's number.
pub type Groups = BTreeMap<(i64, i64), Counts>;

/// What was counted before.
///
/// One question is counted at a time: whoever asks the same meanwhile waits for its answer, and
/// nobody who asks much takes more than one core and one connection.
#[derive(Default)]
pub struct Cuts(Mutex<HashMap<Cut, (State, Arc<Groups>)>>);

/// More answers are not remembered.
const MOST_REMEMBERED: usize = 64;

impl Cuts {
    /// Answers a question. `progress` hears now and then how many ballots of how many are counted;
    /// nothing, if the answer is remembered.
    pub async fn ask(
        &self,
        db: &Db,
        cut: &Cut,
        progress: &mut (dyn FnMut(u64, u64) + Send),
    ) -> Result<Arc<Groups>, Error> {
        let mut remembered = self.0.lock().await;
        let tx = &mut db.snapshot().await?;
        let state = State::of(tx, &cut.days).await?;
        if let Some((then, groups)) = remembered.get(cut)
            && *then == state
        {
            return Ok(Arc::clone(groups));
        }
        let groups = count(tx, cut, &mut |ballots| progress(ballots, state.ballots)).await?;
        let groups = Arc::new(groups);
        if remembered.len() >= MOST_REMEMBERED {
            remembered.clear();
        }
        remembered.insert(cut.clone(), (state, Arc::clone(&groups)));
        Ok(groups)
    }
}

/// What the ballots of some months have come to. Of two equal ones nothing happened in between: a
/// new ballot raises the first number, whatever else happens to a ballot raises the second, and the
/// second never sinks. Each is written in the transaction of what it is about, by every server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct State {
    ballots: u64,
    changes: i64,
}

impl State {
    /// Of the whole months that days lie in.
    async fn of(tx: &mut Tx, days: &RangeInclusive<i64>) -> Result<Self, sqlx::Error> {
        let months = days.start() / 100..=days.end() / 100;
        let ballots = anew::ballots(tx, &months).await?;
        Ok(Self { ballots, changes: revisions::sum(tx, &months).await? })
    }
}

/// Counts the ballots of a question, as one transaction sees them.
async fn count(
    tx: &mut Tx,
    cut: &Cut,
    progress: &mut (dyn FnMut(u64) + Send),
) -> Result<Groups, Error> {
    let mut groups = Groups::new();
    let mut ballots = 0;
    let mut scan = Scan::new(tx, cut.days.clone()).await?;
    while let Some(page) = scan.page(tx).await? {
        ballots += page.len() as u64;
        for ballot in page {
            let ballot = ballot.map_err(|Unreadable { id, .. }| {
                Error::new(format!("ballot {id} cannot be read: see `hailong verify`"))
            })?;
            let unit = Attribute::Unit.of(&ballot);
            if cut.units.as_ref().is_none_or(|units| units.contains(&unit)) {
                let key = (ballot.instrument, cut.by.of(&ballot));
                groups.entry(key).or_default().count(&ballot, None);
            }
        }
        progress(ballots);
    }
    Ok(groups)
}

#[cfg(test)]
mod tests;
