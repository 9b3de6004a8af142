//! Taking out again what an older copy of the database brought back.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use serde_json::json;
use uuid::Uuid;

use super::{Erased, Erasures};
use crate::{
    error::Error,
    keys::{Key, Keys},
    store::{
        Db, consents,
        erasures::{self as store, Agreement, Mark},
        record::{self, Entry},
        withdrawals,
    },
};

/// What goes in one transaction.
const STEP: usize = 200;

/// A database to look through, and the file that says what was taken back.
pub struct Again<'a> {
    /// The database.
    pub db: &'a Db,
    /// What the marks are made with, and what chains the record.
    pub keys: &'a Keys,
    /// The file.
    pub erasures: &'a Erasures,
    /// The time.
    pub now: DateTime<Utc>,
}

/// How much was taken out again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    /// Whole ballots.
    pub ballots: usize,
    /// Comments.
    pub comments: usize,
    /// Agreements.
    pub consents: usize,
    /// What was taken back and is not in this copy: it stays out if it is sent again.
    pub kept_out: usize,
}

/// The lines of a file that a database does not know yet, with their days.
pub async fn unknown(db: &Db, erasures: &Erasures) -> Result<HashMap<Key, i64>, Error> {
    // The file first: what is added meanwhile the database knows all the sooner.
    let lines = erasures.lines()?;
    let known = store::place(db, &erasures.id).await?.unwrap_or_default();
    let unknown = lines.into_iter().filter(|line| line.seq > known);
    Ok(unknown.map(|line| (line.mark, line.day)).collect())
}

impl Again<'_> {
    /// Does it, on the record, before anyone is served: the writer must not have begun.
    pub async fn all(&self) -> Result<Removed, Error> {
        let mut missing = unknown(self.db, self.erasures).await?;
        let mut found = Removed::default();
        if !missing.is_empty() {
            found = self.take_out(&mut missing).await?;
        }
        self.catch_up().await?;
        Ok(found)
    }

    async fn take_out(&self, missing: &mut HashMap<Key, i64>) -> Result<Removed, Error> {
        let ballots = self.ballots(missing).await?;
        let comments = self.comments(missing).await?;
        let consents = self.consents(missing).await?;
        let rest: Vec<(Key, i64)> = missing.drain().collect();
        for some in rest.chunks(STEP) {
            let mut tx = self.db.begin().await?;
            store::keep_out(&mut tx, some).await?;
            self.commit(tx, Removed { kept_out: some.len(), ..Removed::default() }).await?;
        }
        Ok(Removed { ballots, comments, consents, kept_out: rest.len() })
    }

    async fn ballots(&self, missing: &mut HashMap<Key, i64>) -> Result<usize, Error> {
        let mut back: Vec<(Uuid, i64)> = Vec::new();
        let mut after = Uuid::nil();
        while let Some(ids) = some(store::ballots(self.db, after).await?, &mut after) {
            let day = |id: Uuid| missing.remove(&Erased::Ballot.mark(self.keys, id));
            back.extend(days(ids, day));
        }
        for some in back.chunks(STEP) {
            let mut tx = self.db.begin().await?;
            for (id, day) in some {
                withdrawals::withdraw(&mut tx, *id, *day).await?;
            }
            self.commit(tx, Removed { ballots: some.len(), ..Removed::default() }).await?;
        }
        Ok(back.len())
    }

    async fn comments(&self, missing: &mut HashMap<Key, i64>) -> Result<usize, Error> {
        let mut back: Vec<(Uuid, i64)> = Vec::new();
        let mut after = Uuid::nil();
        while let Some(ids) = some(store::comments(self.db, after).await?, &mut after) {
            let day = |id: Uuid| missing.remove(&Erased::Comment.mark(self.keys, id));
            back.extend(days(ids, day));
        }
        for some in back.chunks(STEP) {
            let mut tx = self.db.begin().await?;
            for (id, day) in some {
                withdrawals::withdraw_comment(&mut tx, *id, *day).await?;
            }
            self.commit(tx, Removed { comments: some.len(), ..Removed::default() }).await?;
        }
        Ok(back.len())
    }

    async fn consents(&self, missing: &mut HashMap<Key, i64>) -> Result<usize, Error> {
        let back: Vec<(Agreement, i64)> = store::agreements(self.db)
            .await?
            .into_iter()
            .filter_map(|it| {
                let mark = Erased::Consent(it.purpose.clone()).mark(self.keys, it.ballot_id);
                missing.remove(&mark).map(|day| (it, day))
            })
            .collect();
        for some in back.chunks(STEP) {
            let mut tx = self.db.begin().await?;
            for (it, day) in some {
                consents::withdraw(&mut tx, it.ballot_id, &it.purpose, *day).await?;
            }
            self.commit(tx, Removed { consents: some.len(), ..Removed::default() }).await?;
        }
        Ok(back.len())
    }

    async fn commit(&self, mut tx: crate::store::Tx, found: Removed) -> Result<(), Error> {
        let Removed { ballots, comments, consents, kept_out } = found;
        let counts = json!({
            "ballots": ballots, "comments": comments, "consents": consents, "kept_out": kept_out,
        });
        let entry = Entry {
            moment: self.now.timestamp_millis(),
            account: None,
            actor: "hailong serve",
            action: "withdrawals.repeat",
            object: "database",
            before: None,
            after: Some(counts),
        };
        record::add(&mut tx, self.keys, entry).await?;
        Ok(tx.commit().await?)
    }

    /// Brings file and database to the same place: what the database marks as taken back and the
    /// file lost, or never had, is added to it.
    async fn catch_up(&self) -> Result<(), Error> {
        let lines = self.erasures.lines()?;
        let mut last = lines.last().map_or(0, |line| line.seq);
        let place = store::place(self.db, &self.erasures.id).await?;
        if place == Some(last) {
            return Ok(());
        }
        if place.is_none_or(|place| place > last) {
            let there: HashSet<Key> = lines.into_iter().map(|line| line.mark).collect();
            let mut lost: Vec<(i64, Key)> =
                store::marked(self.db).await?.into_iter().map(|it| self.lost(&it)).collect();
            lost.retain(|(_, mark)| !there.contains(mark));
            lost.sort_unstable();
            for day in lost.chunk_by(|one, next| one.0 == next.0) {
                let marks: Vec<Key> = day.iter().map(|(_, mark)| *mark).collect();
                last = self.erasures.add(&marks, day[0].0, place.unwrap_or_default())?;
            }
        }
        let mut tx = self.db.begin().await?;
        store::set_place(&mut tx, &self.erasures.id, last).await?;
        Ok(tx.commit().await?)
    }

    fn lost(&self, Mark { ballot_id, whole, day }: &Mark) -> (i64, Key) {
        let what = if *whole == 1 { Erased::Ballot } else { Erased::Comment };
        (*day, what.mark(self.keys, *ballot_id))
    }
}

/// A page of ids, and where the next one begins; nothing after the last.
fn some(ids: Vec<Uuid>, after: &mut Uuid) -> Option<Vec<Uuid>> {
    *after = *ids.last()?;
    Some(ids)
}

fn days(ids: Vec<Uuid>, mut day: impl FnMut(Uuid) -> Option<i64>) -> Vec<(Uuid, i64)> {
    ids.into_iter().filter_map(|id| day(id).map(|day| (id, day))).collect()
}
