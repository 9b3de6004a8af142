//! Moments that a clock which ran ahead left behind: they become the present one.
//!
//! What is held, lapses or is kept for a time would otherwise wait until the clock is there again.

use super::{Tx, settings, within};

/// The present, and how far ahead what is written now may name a moment.
#[derive(Clone, Copy, Debug)]
pub struct Present {
    /// Now, in milliseconds since 1970.
    pub now: i64,
    /// The local day, `YYYYMMDD`.
    pub today: i64,
    /// The day after it: where several servers write, the clock of one may be there first.
    pub tomorrow: i64,
    /// How long a link serves by which a password is chosen, in milliseconds.
    pub invitation: i64,
}

/// In each statement `$1` takes the place of what lies after `$2`.
const MOMENTS: [&str; 3] = [
    "update sessions set begun = case when begun > $2 then $1 else begun end,
         seen = case when seen > $2 then $1 else seen end
     where begun > $2 or seen > $2",
    "update api_keys set used = $1 where used > $2",
    "update api_keys set expires = expires - created + $1, created = $1 where created > $2",
];

const INVITATIONS: &str = "update invitations set expires = $1 where expires > $2";

const DAYS: [&str; 3] = [
    "update comments set day = $1 where day > $2",
    "update withdrawn set day = $1 where day > $2",
    "update erased set day = $1 where day > $2",
];

const CLOSED: &str = "update campaigns set closed = $1 where closed > $2";

/// Sets what lies ahead to the present; how many rows.
pub async fn settle(tx: &mut Tx, present: Present) -> Result<u64, sqlx::Error> {
    let Present { now, today, tomorrow, invitation } = present;
    let mut rows = set(tx, INVITATIONS, now + invitation, now + invitation).await?;
    for statement in MOMENTS {
        rows += set(tx, statement, now, now).await?;
    }
    for statement in DAYS {
        rows += set(tx, statement, today, tomorrow).await?;
    }
    let closed = set(tx, CLOSED, now, now).await?;
    if closed > 0 {
        settings::books_changed(tx).await?;
    }
    Ok(rows + closed)
}

async fn set(
    tx: &mut Tx,
    statement: &'static str,
    to: i64,
    after: i64,
) -> Result<u64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(statement).bind(to).bind(after).execute(conn).await
            .map(|done| done.rows_affected())
    })
}
