//! What people take back: found by its place among the ids, gone in one transaction, and kept from
//! coming again.

use std::collections::HashSet;

use uuid::Uuid;

pub use super::stored::StoredBallot;
use super::{Db, Tx, campaigns, reading, stored::remove, tallies, values::Bulk, within};

/// Ids that are looked through at a time for one receipt.
pub const PAGE: usize = 5000;

const HERE: &str = "select id from ballots where id between $1 and $2 order by id limit $3";
const GONE: &str = "select ballot_id from withdrawn
    where ballot_id between $1 and $2 and whole = 1 order by ballot_id limit $3";

/// Some ids between two, both included, in their order: of ballots that are kept, or of those that
/// were taken back. A page that is not full is the last.
pub async fn ids(
    db: &Db,
    is_gone: bool,
    first: Uuid,
    last: Uuid,
) -> Result<Vec<Uuid>, sqlx::Error> {
    let statement = if is_gone { GONE } else { HERE };
    reading!(db, pool => {
        sqlx::query_scalar(statement).bind(first).bind(last).bind(PAGE as i64)
            .fetch_all(pool).await
    })
}

const ROW: &str =
    "select campaign_id, service_point_id, instrument_id, unit_version_id, procedure_id,
        ballots.channel, ballots.sampling, day, answers, respondent, corrected,
        (select text from comments where ballot_id = ballots.id) as comment
    from ballots join campaigns on campaigns.id = campaign_id
    where ballots.id = $1";

/// A ballot with its comment.
pub async fn stored(db: &Db, id: Uuid) -> Result<Option<StoredBallot>, sqlx::Error> {
    reading!(db, pool => sqlx::query_as(ROW).bind(id).fetch_optional(pool).await)
}

/// Whether a ballot was taken back.
pub async fn is_withdrawn(db: &Db, id: Uuid) -> Result<bool, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar::<_, i64>(
            "select cast(1 as bigint) from withdrawn where ballot_id = $1 and whole = 1",
        )
        .bind(id).fetch_optional(pool).await.map(|row| row.is_some())
    })
}

/// Takes out again what was inserted just now and had been taken back before.
///
/// Asked after the insert, so that a withdrawal which it had to wait for on another server is seen.
pub async fn leave_out(tx: &mut Tx, fresh: &mut HashSet<Uuid>) -> Result<(), sqlx::Error> {
    let Some(((first, last), others)) = stretch(fresh) else { return Ok(()) };
    let mut withdrawn: Vec<Uuid> = within!(&mut *tx, conn => {
        sqlx::query_scalar(
            "select ballot_id from withdrawn where ballot_id between $1 and $2 and whole = 1",
        )
        .bind(first).bind(last).fetch_all(conn).await?
    });
    for (statement, run) in OF_IDS.runs(tx, &others) {
        withdrawn.extend(within!(&mut *tx, conn => {
            let query = sqlx::query_scalar::<_, Uuid>(statement);
            let query = run.into_iter().fold(query, |query, id| query.bind(*id));
            query.fetch_all(conn).await?
        }));
    }
    for id in withdrawn {
        if fresh.remove(&id) {
            remove(tx, id).await?;
        }
    }
    Ok(())
}

static OF_IDS: Bulk =
    Bulk::new("select ballot_id from withdrawn where whole = 1 and ballot_id in (", 1, ")");

/// A minute of the time that ids begin with.
const APART: u128 = 60_000 << 80;

/// The first and the last of the most ids that lie close together, to be looked for in one stretch,
/// and the others. Whoever sends ids from the ends of time makes no stretch longer.
fn stretch(ids: &HashSet<Uuid>) -> Option<((Uuid, Uuid), Vec<Uuid>)> {
    let mut ids: Vec<Uuid> = ids.iter().copied().collect();
    ids.sort_unstable();
    let is_close = |one: &Uuid, next: &Uuid| next.as_u128() - one.as_u128() <= APART;
    let longest = ids.chunk_by(is_close).max_by_key(|close| close.len())?;
    let ends = (*longest.first()?, *longest.last()?);
    let others = ids.iter().filter(|id| **id < ends.0 || ends.1 < **id).copied().collect();
    Some((ends, others))
}

/// Takes a ballot back with everything that is counted of it.
pub async fn withdraw(tx: &mut Tx, id: Uuid, day: i64) -> Result<bool, sqlx::Error> {
    let Some(row) = locked(tx, id).await? else { return Ok(false) };
    let ballot = row.ballot(id)?;
    forget_comment(tx, id).await?;
    remove(tx, id).await?;
    campaigns::count(tx, ballot.campaign, -1).await?;
    mark(tx, id, true, day).await?;
    tallies::change(tx, &ballot, None).await?;
    Ok(true)
}

/// Takes the comment of a ballot back, and nothing else.
pub async fn withdraw_comment(tx: &mut Tx, id: Uuid, day: i64) -> Result<bool, sqlx::Error> {
    locked(tx, id).await?;
    let was_there = forget_comment(tx, id).await?;
    if was_there {
        mark(tx, id, false, day).await?;
    }
    Ok(was_there)
}

/// A ballot with its comment. In PostgreSQL whoever else changes it waits until the transaction ends,
/// and then finds it changed or gone.
pub(super) async fn locked(tx: &mut Tx, id: Uuid) -> Result<Option<StoredBallot>, sqlx::Error> {
    if let Tx::Postgres(tx) = tx {
        let lock = sqlx::query("select 1 from ballots where id = $1 for update");
        lock.bind(id).execute(&mut **tx).await?;
    }
    within!(tx, conn => sqlx::query_as(ROW).bind(id).fetch_optional(conn).await)
}

/// Takes a comment out, with what was agreed to about it.
pub(super) async fn forget_comment(tx: &mut Tx, id: Uuid) -> Result<bool, sqlx::Error> {
    within!(&mut *tx, conn => {
        sqlx::query("delete from consents where ballot_id = $1").bind(id).execute(conn).await?;
    });
    within!(tx, conn => {
        sqlx::query("delete from comments where ballot_id = $1")
            .bind(id).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Marks what was taken back: a whole ballot, or only its comment.
pub(super) async fn mark(tx: &mut Tx, id: Uuid, whole: bool, day: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into withdrawn (ballot_id, whole, day) values ($1, $2, $3)
             on conflict (ballot_id) do update set whole = excluded.whole, day = excluded.day",
        )
        .bind(id).bind(i64::from(whole)).bind(day).execute(conn).await.map(|_| ())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_from_the_ends_of_time_make_no_stretch_longer() {
        let now = 0x0190_f3c1_0000_7000_8000_0000_0000_0000_u128;
        let id = |seconds: u128| Uuid::from_u128(now + ((seconds * 1000) << 80));
        let close = [id(0), id(1), id(50)];
        let far = [Uuid::from_u128(1), id(4000), id(9000), Uuid::max()];
        let all: HashSet<Uuid> = close.into_iter().chain(far).collect();
        assert_eq!(stretch(&all), Some(((id(0), id(50)), far.to_vec())));
        assert_eq!(stretch(&HashSet::new()), None);
    }
}
