//! Ballots: kept in groups, each in one transaction with its tallies.

use std::collections::{BTreeMap, HashMap, HashSet};

use domain::{CheckedBallot, ballot::pack, day};
use uuid::Uuid;

use super::{
    Db, Tx,
    campaigns::{self, Room},
    consents, invitees, reading,
    stored::remove,
    tallies::{self, Memory},
    values::Bulk,
    withdrawals, within,
};

/// Sixteen bytes that tell a replay from another ballot under the same id.
pub type ContentHash = [u8; 16];

/// A ballot ready to be written.
pub struct Entry {
    /// The ballot.
    pub ballot: CheckedBallot,
    /// What it said, hashed.
    pub hash: ContentHash,
    /// Whose invitation it answers. It is marked as answered, and not kept with the ballot.
    pub invitee: Option<i64>,
    /// When its form was shown, in milliseconds since 1970; [`UNKNOWN`] where nobody can tell.
    pub begun: i64,
}

/// Later than any closing.
pub const UNKNOWN: i64 = i64::MAX;

/// What became of one entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It is kept now.
    New,
    /// The same ballot was kept before.
    Before,
    /// Another ballot was kept under the same id.
    Conflict,
    /// It was kept and taken back by its sender.
    Withdrawn,
    /// Not kept: its campaign was closed meanwhile.
    Closed,
    /// Not kept: its campaign has as many as it takes.
    Full,
    /// Not kept: its invitation was answered before.
    Answered,
    /// Not kept: its invitation is no longer there.
    Uninvited,
}

static INSERT: Bulk = Bulk::new(
    "insert into ballots (id, campaign_id, service_point_id, unit_version_id, procedure_id,
     channel, sampling, day, answers, respondent, content_hash)",
    11,
    "on conflict (id) do nothing returning id",
);

static INSERT_COMMENTS: Bulk = Bulk::new(
    "insert into comments (ballot_id, text, day, unit_version_id, campaign_id)",
    5,
    "on conflict (ballot_id) do nothing",
);

/// Keeps a group of ballots with everything that is counted of them, all or none.
///
/// The answers are in the order of the entries. They may be told to anyone only because the
/// transaction is committed here.
pub async fn keep(
    db: &Db,
    memory: &mut Memory,
    entries: &[Entry],
) -> Result<Vec<Outcome>, sqlx::Error> {
    let outcomes = keep_group(db, memory, entries).await;
    if outcomes.is_err() {
        memory.forget();
    }
    outcomes
}

async fn keep_group(
    db: &Db,
    memory: &mut Memory,
    entries: &[Entry],
) -> Result<Vec<Outcome>, sqlx::Error> {
    let mut first: HashMap<Uuid, usize> = HashMap::with_capacity(entries.len());
    for (place, entry) in entries.iter().enumerate() {
        first.entry(entry.ballot.id).or_insert(place);
    }
    let mut once: Vec<&Entry> = first.values().map(|place| &entries[*place]).collect();
    once.sort_unstable_by_key(|entry| entry.ballot.id);

    let mut tx = db.begin().await?;
    let mut fresh = insert(&mut tx, &once).await?;
    withdrawals::leave_out(&mut tx, &mut fresh).await?;
    let mut refused = leave_out_answered(&mut tx, entries, &mut fresh).await?;
    let too_much = leave_out_what_is_too_much(&mut tx, entries, &mut fresh).await?;
    let invited = once.iter().filter(|entry| too_much.contains_key(&entry.ballot.id));
    let invited: Vec<i64> = invited.filter_map(|entry| entry.invitee).collect();
    invitees::open_again(&mut tx, &invited).await?;
    refused.extend(too_much);
    let mut kept_before = HashMap::new();
    for entry in once.iter().filter(|entry| !fresh.contains(&entry.ballot.id)) {
        kept_before.insert(entry.ballot.id, hash_in(&mut tx, entry.ballot.id).await?);
    }
    let new: Vec<&CheckedBallot> = once
        .iter()
        .filter(|entry| fresh.contains(&entry.ballot.id))
        .map(|entry| &entry.ballot)
        .collect();
    insert_comments(&mut tx, &new).await?;
    consents::agree(&mut tx, &new).await?;
    tallies::add(&mut tx, memory, &new).await?;
    tx.commit().await?;

    let what_became = |(place, entry): (usize, &Entry)| {
        let id = entry.ballot.id;
        if let Some(refused) = refused.get(&id) {
            return *refused;
        }
        match kept_before.get(&id) {
            Some(hash) if hash.as_deref() == Some(&entry.hash) => Outcome::Before,
            Some(None) => Outcome::Withdrawn,
            Some(Some(_)) => Outcome::Conflict,
            None if first[&id] == place => Outcome::New,
            None if entries[first[&id]].hash == entry.hash => Outcome::Before,
            None => Outcome::Conflict,
        }
    };
    Ok(entries.iter().enumerate().map(what_became).collect())
}

/// Marks the invitations that new ballots answer, and takes out again those whose invitation was
/// answered before, or by an earlier ballot of the same group.
async fn leave_out_answered(
    tx: &mut Tx,
    entries: &[Entry],
    fresh: &mut HashSet<Uuid>,
) -> Result<HashMap<Uuid, Outcome>, sqlx::Error> {
    let mut seen = HashSet::new();
    let invited: Vec<(Uuid, i64)> = entries
        .iter()
        .filter(|entry| entry.invitee.is_some() && fresh.contains(&entry.ballot.id))
        .filter(|entry| seen.insert(entry.ballot.id))
        .filter_map(|entry| Some((entry.ballot.id, entry.invitee?)))
        .collect();
    if invited.is_empty() {
        return Ok(HashMap::new());
    }
    let mut ids: Vec<i64> = invited.iter().map(|(_, invitee)| *invitee).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut open = invitees::answer(tx, &ids).await?;
    let there = invitees::there(tx, &ids).await?;
    let mut refused = HashMap::new();
    for (ballot, invitee) in invited {
        if open.remove(&invitee) {
            continue;
        }
        let why = if there.contains(&invitee) { Outcome::Answered } else { Outcome::Uninvited };
        remove(tx, ballot).await?;
        fresh.remove(&ballot);
        refused.insert(ballot, why);
    }
    Ok(refused)
}

/// Counts new ballots for their campaigns, and takes out again those that a campaign does not take
/// any more: the last to come, or where it was closed all whose form was not shown before. Campaigns in the order of their rows, so
/// that two servers never wait for each other in a circle.
async fn leave_out_what_is_too_much(
    tx: &mut Tx,
    entries: &[Entry],
    fresh: &mut HashSet<Uuid>,
) -> Result<HashMap<Uuid, Outcome>, sqlx::Error> {
    let mut arrived: BTreeMap<i64, Vec<(Uuid, i64)>> = BTreeMap::new();
    let mut seen = HashSet::with_capacity(fresh.len());
    for Entry { ballot, begun, .. } in entries {
        if fresh.contains(&ballot.id) && seen.insert(ballot.id) {
            arrived.entry(ballot.campaign).or_default().push((ballot.id, *begun));
        }
    }
    let mut refused = HashMap::new();
    for (campaign, ids) in arrived {
        let came = len(&ids);
        let Room { ballots, quota, closed } = campaigns::count(tx, campaign, came).await?;
        let is_late = |begun: i64| closed.is_some_and(|closed| begun >= closed);
        let (late, in_time): (Vec<_>, Vec<_>) = ids.into_iter().partition(|(_, it)| is_late(*it));
        let left = quota.map_or(came, |quota| quota - ballots + came);
        let over = &in_time[usize::try_from(left).unwrap_or(0).min(in_time.len())..];
        let late = late.iter().map(|(id, _)| (*id, Outcome::Closed));
        let over: Vec<_> = late.chain(over.iter().map(|(id, _)| (*id, Outcome::Full))).collect();
        for (id, why) in &over {
            remove(tx, *id).await?;
            fresh.remove(id);
            refused.insert(*id, *why);
        }
        if !over.is_empty() {
            campaigns::count(tx, campaign, -len(&over)).await?;
        }
    }
    Ok(refused)
}

fn len<T>(ids: &[T]) -> i64 {
    i64::try_from(ids.len()).unwrap_or(i64::MAX)
}

async fn insert(tx: &mut Tx, entries: &[&Entry]) -> Result<HashSet<Uuid>, sqlx::Error> {
    let mut fresh = HashSet::with_capacity(entries.len());
    for (statement, run) in INSERT.runs(tx, entries) {
        let ids: Vec<Uuid> = within!(tx, conn => {
            let mut query = sqlx::query_scalar(statement);
            for Entry { ballot, hash, .. } in run {
                query = query
                    .bind(ballot.id)
                    .bind(ballot.campaign)
                    .bind(ballot.service_point)
                    .bind(ballot.unit)
                    .bind(ballot.procedure)
                    .bind(ballot.channel.number())
                    .bind(ballot.sampling.number())
                    .bind(day::number(ballot.day))
                    .bind(pack(&ballot.answers))
                    .bind(ballot.respondent.packed())
                    .bind(hash.to_vec());
            }
            query.fetch_all(conn).await?
        });
        fresh.extend(ids);
    }
    Ok(fresh)
}

async fn insert_comments(tx: &mut Tx, ballots: &[&CheckedBallot]) -> Result<(), sqlx::Error> {
    let spoke: Vec<&CheckedBallot> =
        ballots.iter().copied().filter(|ballot| ballot.comment.is_some()).collect();
    for (statement, run) in INSERT_COMMENTS.runs(tx, &spoke) {
        within!(tx, conn => {
            let mut query = sqlx::query(statement);
            for ballot in run {
                query = query
                    .bind(ballot.id)
                    .bind(ballot.comment.clone())
                    .bind(day::number(ballot.day))
                    .bind(ballot.unit)
                    .bind(ballot.campaign);
            }
            query.execute(conn).await?;
        });
    }
    Ok(())
}

const HASH: &str = "select content_hash from ballots where id = $1";

async fn hash_in(tx: &mut Tx, id: Uuid) -> Result<Option<Vec<u8>>, sqlx::Error> {
    within!(tx, conn => sqlx::query_scalar(HASH).bind(id).fetch_optional(conn).await)
}

/// Whether this very ballot was kept, whatever the campaign's days say by now.
pub async fn was_kept(db: &Db, id: Uuid, hash: ContentHash) -> Result<bool, sqlx::Error> {
    let stored: Option<Vec<u8>> =
        reading!(db, pool => sqlx::query_scalar(HASH).bind(id).fetch_optional(pool).await?);
    Ok(stored.as_deref() == Some(&hash))
}

/// Whether any ballot is kept.
pub async fn any(db: &Db) -> Result<bool, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar::<_, i64>("select cast(1 as bigint) from ballots limit 1")
            .fetch_optional(pool).await.map(|row| row.is_some())
    })
}

/// How many ballots are kept. Reads them all: for commands, not for pages.
pub async fn count(db: &Db) -> Result<u64, sqlx::Error> {
    let count: i64 = reading!(db, pool => {
        sqlx::query_scalar("select cast(count(*) as bigint) from ballots").fetch_one(pool).await?
    });
    Ok(count.unsigned_abs())
}

/// How many ballots since a day name a procedure, by service point and procedure; 0 stands for no
/// service point. Reads every ballot of those days: for whoever remembers the answer.
pub async fn reported(db: &Db, since: i64) -> Result<Vec<(i64, i64, i64)>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select coalesce(service_point_id, 0), procedure_id, cast(count(*) as bigint)
             from ballots where day >= $1 and procedure_id is not null
             group by coalesce(service_point_id, 0), procedure_id",
        )
        .bind(since).fetch_all(pool).await
    })
}
