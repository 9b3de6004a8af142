//! Programs that are called when something happens to a case, and where staff get their digests.

use sqlx::FromRow;

use super::{Db, Tx, reading, within};

/// A program that is called.
#[derive(Clone, Debug, FromRow)]
pub struct Webhook {
    /// The row.
    pub id: i64,
    /// What it is called.
    pub label: String,
    /// Where it is.
    pub url: String,
    /// Whether it passes notices on to people: 1.
    pub is_gateway: i64,
    /// What it is signed with, sealed.
    pub secret: Vec<u8>,
    /// When it was added.
    pub created: i64,
    /// Since when it is called no more.
    pub disabled: Option<i64>,
}

/// Every program, the newest first.
pub async fn all(db: &Db) -> Result<Vec<Webhook>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, label, url, is_gateway, secret, created, disabled from webhooks
             order by id desc",
        )
        .fetch_all(pool).await
    })
}

/// One program.
pub async fn one(db: &Db, id: i64) -> Result<Option<Webhook>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select id, label, url, is_gateway, secret, created, disabled from webhooks where id = $1",
        )
        .bind(id).fetch_optional(pool).await
    })
}

/// Adds a program whose secret is still to be sealed for its row; its row.
pub async fn add(
    tx: &mut Tx,
    (label, url): (&str, &str),
    is_gateway: bool,
    now: i64,
) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into webhooks (label, url, is_gateway, secret, created)
             values ($1, $2, $3, $4, $5) returning id",
        )
        .bind(label.to_owned()).bind(url.to_owned()).bind(i64::from(is_gateway))
        .bind(Vec::<u8>::new()).bind(now).fetch_one(conn).await
    })
}

/// Keeps the secret of a program, sealed.
pub async fn set_secret(tx: &mut Tx, id: i64, secret: &[u8]) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update webhooks set secret = $2 where id = $1")
            .bind(id).bind(secret.to_vec()).execute(conn).await.map(|_| ())
    })
}

/// Calls a program no more, and takes what waits for it away; whether it was called till now.
pub async fn disable(tx: &mut Tx, id: i64, now: i64) -> Result<bool, sqlx::Error> {
    within!(&mut *tx, conn => {
        sqlx::query("delete from outbox where webhook_id = $1 and stage in (1, 4)")
            .bind(id).execute(conn).await.map(|_| ())?;
    });
    within!(tx, conn => {
        sqlx::query("update webhooks set disabled = $2 where id = $1 and disabled is null")
            .bind(id).bind(now).execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Where an account gets its digests, sealed.
pub async fn mail_of(tx: &mut Tx, account: i64) -> Result<Option<Vec<u8>>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select address from account_mails where account_id = $1")
            .bind(account).fetch_optional(conn).await
    })
}

/// Sets where an account gets its digests, sealed; without an address it gets none.
pub async fn set_mail(
    tx: &mut Tx,
    account: i64,
    address: Option<&[u8]>,
) -> Result<(), sqlx::Error> {
    let Some(address) = address else {
        return within!(tx, conn => {
            sqlx::query("delete from account_mails where account_id = $1")
                .bind(account).execute(conn).await.map(|_| ())
        });
    };
    within!(tx, conn => {
        sqlx::query(
            "insert into account_mails (account_id, address) values ($1, $2)
             on conflict (account_id) do update set address = excluded.address",
        )
        .bind(account).bind(address.to_vec()).execute(conn).await.map(|_| ())
    })
}
