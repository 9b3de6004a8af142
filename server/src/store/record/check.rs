//! Walking the record from its first entry to its last: is every one there, and as it was written?

use std::fmt;

use super::{HEAD, Head, Key, NOTHING, RecordEntry, link};
use crate::{
    keys::Keys,
    store::{Db, Tx, within},
};

/// How many entries are read at a time.
const PAGE: i64 = 5000;

/// What a walk found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Entries that are in order, up to the first that is not.
    pub entries: u64,
    /// The first that is not.
    pub broken: Option<Broken>,
}

/// The first entry that is not in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Broken {
    /// Its place.
    pub seq: i64,
    /// What is wrong with it.
    pub why: Why,
}

/// What can be wrong with an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It, or its hash, is not what was written.
    Changed,
    /// It is not there.
    Missing,
    /// It was written when the entry before it could not be trusted any more.
    Unlinked,
    /// It is the last, and the settings name another one or none as the newest.
    NotTheNewest,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seq = self.seq;
        match self.why {
            Why::Changed => write!(f, "entry {seq} is not as it was written"),
            Why::Missing => write!(f, "entry {seq} is missing"),
            Why::Unlinked => write!(
                f,
                "entry {seq} follows nothing: the end of the record had been changed from outside \
                 before it was written"
            ),
            Why::NotTheNewest => {
                write!(f, "entry {seq} is the last, but the settings do not name it as the newest")
            }
        }
    }
}

/// Walks the record, in one state of the database, beside a running server too.
pub async fn check(db: &Db, keys: &Keys) -> Result<Checked, sqlx::Error> {
    let tx = &mut db.snapshot().await?;
    let mut last = Head { seq: 0, hash: NOTHING };
    let mut after = i64::MIN;
    loop {
        let page = page(tx, after).await?;
        let Some(end) = page.last() else { break };
        after = end.seq;
        for row in &page {
            match follow(keys, &last, row) {
                Ok(hash) => last = Head { seq: row.seq, hash },
                Err(broken) => return Ok(Checked::until(&last, Some(broken))),
            }
        }
    }
    let broken = ends(keys, &last, stored_head(tx).await?.as_deref());
    Ok(Checked::until(&last, broken))
}

/// Whether anything was ever recorded; where nothing was, no keys are needed.
pub async fn is_empty(db: &Db) -> Result<bool, sqlx::Error> {
    let tx = &mut db.snapshot().await?;
    Ok(page(tx, i64::MIN).await?.is_empty() && stored_head(tx).await?.is_none())
}

impl Checked {
    fn until(last: &Head, broken: Option<Broken>) -> Self {
        Self { entries: last.seq.unsigned_abs(), broken }
    }
}

async fn page(tx: &mut Tx, after: i64) -> Result<Vec<RecordEntry>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select seq, moment, account_id, actor, action, object, before, after, hash
             from record where seq > $1 order by seq limit $2",
        )
        .bind(after).bind(PAGE).fetch_all(conn).await
    })
}

async fn stored_head(tx: &mut Tx) -> Result<Option<String>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select value from settings where name = $1")
            .bind(HEAD).fetch_optional(conn).await
    })
}

/// The hash of an entry, if it follows the last one.
fn follow(keys: &Keys, last: &Head, row: &RecordEntry) -> Result<Key, Broken> {
    let next = last.seq + 1;
    if row.seq > next {
        return Err(Broken { seq: next, why: Why::Missing });
    }
    let hash = link(keys, &last.hash, row);
    if row.seq == next && row.hash == hash {
        return Ok(hash);
    }
    let unlinked = row.seq == next && row.hash == link(keys, &NOTHING, row);
    Err(Broken { seq: row.seq, why: if unlinked { Why::Unlinked } else { Why::Changed } })
}

/// What is wrong with the end, going by what the settings name as the newest entry.
fn ends(keys: &Keys, last: &Head, stored_head: Option<&str>) -> Option<Broken> {
    let newest = stored_head.and_then(|stored_head| Head::read(keys, stored_head));
    match newest {
        Some(newest) if newest == *last => None,
        Some(newest) if newest.seq > last.seq => {
            Some(Broken { seq: last.seq + 1, why: Why::Missing })
        }
        None if last.seq == 0 && stored_head.is_none() => None,
        _ => Some(Broken { seq: last.seq, why: Why::NotTheNewest }),
    }
}
