//! The record: what was done, by whom, each entry chained to the one before.

use serde_json::Value;
use sqlx::FromRow;

use super::{Tx, within};
use crate::keys::{Key, Keys};

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
pub struct Row {
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

/// Adds an entry, in the transaction of what it records: both are kept, or neither.
pub async fn add(tx: &mut Tx, keys: &Keys, entry: Entry<'_>) -> Result<(), sqlx::Error> {
    let (seq, before) = head(tx).await?;
    let mut row = Row {
        seq: seq + 1,
        moment: entry.moment,
        account_id: entry.account,
        actor: entry.actor.to_owned(),
        action: entry.action.to_owned(),
        object: entry.object.to_owned(),
        before: entry.before.map(|value| value.to_string()),
        after: entry.after.map(|value| value.to_string()),
        hash: Vec::new(),
    };
    row.hash = link(keys, &before, &row).to_vec();
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

/// The last entry's place and hash; two servers take their turns here.
async fn head(tx: &mut Tx) -> Result<(i64, Key), sqlx::Error> {
    if let Tx::Postgres(tx) = tx {
        sqlx::query("lock table record in exclusive mode").execute(&mut **tx).await?;
    }
    let last: Option<(i64, Vec<u8>)> = within!(tx, conn => {
        sqlx::query_as("select seq, hash from record order by seq desc limit 1")
            .fetch_optional(conn).await?
    });
    let (seq, hash) = last.unwrap_or_default();
    Ok((seq, hash.try_into().unwrap_or_default()))
}

/// The hash of an entry after the one before it. Every field is led by its length, so that no two
/// entries read alike.
fn link(keys: &Keys, before: &Key, row: &Row) -> Key {
    let numbers = [row.seq, row.moment, row.account_id.unwrap_or(0)];
    let mut bytes: Vec<u8> = numbers.iter().flat_map(|number| number.to_be_bytes()).collect();
    let texts = [Some(&row.actor), Some(&row.action), Some(&row.object)];
    for text in texts.into_iter().chain([row.before.as_ref(), row.after.as_ref()]) {
        let length = text.map_or(u64::MAX, |text| text.len() as u64);
        bytes.extend(length.to_be_bytes());
        bytes.extend(text.map_or("", String::as_str).as_bytes());
    }
    keys.chain(before, &bytes)
}
