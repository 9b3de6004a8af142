//! The record: what was done, by whom, each entry chained to the one before.
//!
//! The newest entry's place and hash also stand in the settings, under a seal of their own: entries
//! cut off at the end leave no broken link behind, but the settings still name the one that is gone.

pub mod check;
pub mod look;

use serde_json::Value;
use sqlx::FromRow;

use super::{Db, Tx, settings, within};
use crate::keys::{Key, Keys, hex, unhex};

/// The setting that names the newest entry: `SEQ HASH SEAL`.
const HEAD: &str = "record.head";
/// The hash before the first entry.
const NOTHING: Key = [0; 32];

/// Something that was done.
pub struct Entry<'a> {
    /// When, in milliseconds since 1970.
    pub moment: i64,
    /// The account, if it was one.
    pub account: Option<i64>,
    /// The account's name as it is now, or what acted.
    pub actor: &'a str,
    /// What was done: noun and verb, such as `unit.rename`.
    pub action: &'a str,
    /// What it was done to, such as `unit/PQLTM`.
    pub object: &'a str,
    /// How it was before, without anything that opens a door or names a citizen.
    pub before: Option<Value>,
    /// How it is now.
    pub after: Option<Value>,
}

/// An entry as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct RecordEntry {
    /// Its place, from 1, without a gap.
    pub seq: i64,
    /// When, in milliseconds since 1970.
    pub moment: i64,
    /// The account, if it was one.
    pub account_id: Option<i64>,
    /// Who or what acted.
    pub actor: String,
    /// What was done.
    pub action: String,
    /// To what.
    pub object: String,
    /// Before, as JSON.
    pub before: Option<String>,
    /// After, as JSON.
    pub after: Option<String>,
    /// The link to the entry before.
    pub hash: Vec<u8>,
}

/// The newest entry: its place and its hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The place; 0 before the first entry.
    pub seq: i64,
    /// The hash.
    pub hash: Key,
}

/// Adds an entry, in the transaction of what it records: both are kept, or neither.
///
/// All servers take their turns here until they commit, so it comes last in a transaction.
pub async fn add(tx: &mut Tx, keys: &Keys, entry: Entry<'_>) -> Result<(), sqlx::Error> {
    let newest = turn(tx, keys).await?;
    let mut row = RecordEntry {
        seq: newest.seq + 1,
        moment: entry.moment,
        account_id: entry.account,
        actor: entry.actor.to_owned(),
        action: entry.action.to_owned(),
        object: entry.object.to_owned(),
        before: entry.before.map(|value| value.to_string()),
        after: entry.after.map(|value| value.to_string()),
        hash: Vec::new(),
    };
    let hash = link(keys, &newest.hash, &row);
    row.hash = hash.to_vec();
    let head = Head { seq: row.seq, hash };
    insert(tx, row).await?;
    settings::set(tx, HEAD, &head.sealed(keys)).await
}

/// Adds an entry about something that changes nothing, such as a look at personal data.
pub async fn note(db: &Db, keys: &Keys, entry: Entry<'_>) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    add(&mut tx, keys, entry).await?;
    tx.commit().await
}

/// Logs the newest entry. A log that is kept apart shows later whether the record was put back to an
/// earlier state, which nothing inside the database can show.
pub async fn tell(db: &Db, keys: &Keys) -> Result<(), sqlx::Error> {
    let Some(stored) = settings::get(db, HEAD).await? else { return Ok(()) };
    match Head::read(keys, &stored) {
        Some(Head { seq, hash }) => {
            tracing::info!("the newest entry of the record is {seq}, {}", hex(&hash));
        }
        None => tracing::error!(
            "the keys file is not this database's, or the record was changed: run `hailong verify`"
        ),
    }
    Ok(())
}

/// Waits for the turn to add, which lasts until the transaction ends; the entry to follow on.
async fn turn(tx: &mut Tx, keys: &Keys) -> Result<Head, sqlx::Error> {
    let stored: String = within!(tx, conn => {
        sqlx::query_scalar(
            "insert into settings (name, value) values ($1, '')
             on conflict (name) do update set value = settings.value returning value",
        )
        .bind(HEAD).fetch_one(conn).await?
    });
    let last: i64 = within!(tx, conn => {
        sqlx::query_scalar("select coalesce(max(seq), 0) from record").fetch_one(conn).await?
    });
    match Head::read(keys, &stored) {
        // Entries cut off at the end leave a gap here, for ever.
        Some(head) if head.seq >= last => Ok(head),
        // The work goes on, but no entry pretends to follow one that cannot be trusted.
        _ => {
            if last > 0 {
                tracing::error!(last, "the end of the record was changed from outside");
            }
            Ok(Head { seq: last, hash: NOTHING })
        }
    }
}

async fn insert(tx: &mut Tx, row: RecordEntry) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into record (seq, moment, account_id, actor, action, object, before, after, hash)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        )
        .bind(row.seq).bind(row.moment).bind(row.account_id).bind(row.actor).bind(row.action)
        .bind(row.object).bind(row.before).bind(row.after).bind(row.hash)
        .execute(conn).await.map(|_| ())
    })
}

impl Head {
    fn sealed(&self, keys: &Keys) -> String {
        format!("{} {} {}", self.seq, hex(&self.hash), hex(&self.seal(keys)))
    }

    /// Shorter than any entry, so that no entry's hash is a seal.
    fn seal(&self, keys: &Keys) -> Key {
        keys.chain(&self.hash, &[b"head", self.seq.to_be_bytes().as_slice()].concat())
    }

    fn read(keys: &Keys, stored: &str) -> Option<Self> {
        let (seq, rest) = stored.split_once(' ')?;
        let hash = unhex(rest.split_once(' ')?.0)?.try_into().ok()?;
        let head = Self { seq: seq.parse().ok()?, hash };
        (head.sealed(keys) == stored).then_some(head)
    }
}

/// The hash of an entry after the one before it. Every text is led by its length, so that no two
/// entries read alike.
fn link(keys: &Keys, before: &Key, row: &RecordEntry) -> Key {
    let account = row.account_id.map(|id| id.to_string());
    let mut bytes = Vec::with_capacity(256);
    bytes.extend(row.seq.to_be_bytes());
    bytes.extend(row.moment.to_be_bytes());
    let texts = [
        account.as_ref(),
        Some(&row.actor),
        Some(&row.action),
        Some(&row.object),
        row.before.as_ref(),
        row.after.as_ref(),
    ];
    for text in texts {
        let length = text.map_or(u64::MAX, |text| text.len() as u64);
        bytes.extend(length.to_be_bytes());
        bytes.extend(text.map_or("", String::as_str).as_bytes());
    }
    keys.chain(before, &bytes)
}
