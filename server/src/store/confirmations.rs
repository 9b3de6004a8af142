//! What a second person was asked for, and what became of it.

use domain::people::standing::{Matter, Outcome};
use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// Something that was asked for, with the accounts it names.
#[derive(Clone, Debug, FromRow)]
pub struct Confirmation {
    /// The row.
    pub id: i64,
    /// The account it is about.
    pub account_id: i64,
    /// What has to be confirmed, as its number.
    pub matter: i64,
    /// Who asked for it.
    pub asked_by: i64,
    /// When, in milliseconds since 1970.
    pub asked: i64,
    /// What became of it, as its number.
    pub outcome: i64,
    /// Who confirmed or refused it.
    pub decided_by: Option<i64>,
    /// When that was, or when it lapsed.
    pub decided: Option<i64>,
}

/// Asks a second person; the row.
pub async fn ask(
    tx: &mut Tx,
    account: i64,
    matter: Matter,
    asked_by: i64,
    now: i64,
) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into confirmations (account_id, matter, asked_by, asked)
             values ($1, $2, $3, $4) returning id",
        )
        .bind(account).bind(matter.number()).bind(asked_by).bind(now).fetch_one(conn).await
    })
}

/// Everything that waits, the oldest first; a link only as long as it could be used.
pub async fn waiting(db: &Db, now: i64) -> Result<Vec<Confirmation>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, account_id, matter, asked_by, asked, outcome, decided_by, decided
             from confirmations
             where outcome = 1 and (matter = 1 or exists
               (select 1 from invitations
                where confirmation_id = confirmations.id and expires > $1))
             order by asked, id",
        )
        .bind(now).fetch_all(pool).await
    })
}

/// What the owner of an account has not seen yet, the newest first.
pub async fn untold(db: &Db, account: i64) -> Result<Vec<Confirmation>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, account_id, matter, asked_by, asked, outcome, decided_by, decided
             from confirmations where account_id = $1 and told = 0
             order by coalesce(decided, asked) desc, id desc",
        )
        .bind(account).fetch_all(pool).await
    })
}

/// Notes what the owner has seen: all that stood as it does at this moment.
pub async fn told(tx: &mut Tx, account: i64, until: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update confirmations set told = 1
             where account_id = $1 and coalesce(decided, asked) <= $2",
        )
        .bind(account).bind(until).execute(conn).await.map(|_| ())
    })
}

/// Who decides what, and when.
pub struct Decision {
    /// What becomes of it.
    pub outcome: Outcome,
    /// Who decides.
    pub by: i64,
    /// Now, in milliseconds since 1970.
    pub now: i64,
}

/// Confirms or refuses what still waits; whether it did. Its owner is told anew.
pub async fn decide(tx: &mut Tx, id: i64, decision: &Decision) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update confirmations set outcome = $2, decided_by = $3, decided = $4, told = 0
             where id = $1 and outcome = 1 and (matter = 1 or exists
               (select 1 from invitations
                where confirmation_id = confirmations.id and expires > $4))",
        )
        .bind(id).bind(decision.outcome.number()).bind(decision.by).bind(decision.now)
        .execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Ends what waits for an account in one matter: what was asked for is no more.
pub async fn lapse(tx: &mut Tx, account: i64, matter: Matter, now: i64) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update confirmations set outcome = 4, decided = $3, told = 0
             where account_id = $1 and matter = $2 and outcome = 1",
        )
        .bind(account).bind(matter.number()).bind(now).execute(conn).await.map(|_| ())
    })
}
