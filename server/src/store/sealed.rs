//! What is kept sealed: the secrets of second factors, and who invited people and senders of cases are.

use sqlx::FromRow;
use uuid::Uuid;

use super::{Tx, within};

/// An account's sealed secrets.
#[derive(Clone, FromRow)]
pub struct SealedSecrets {
    /// The account's row.
    pub id: i64,
    /// The one in use.
    pub totp: Option<Vec<u8>>,
    /// The one that was shown and not yet proved.
    pub totp_next: Option<Vec<u8>>,
}

/// The next accounts that have a sealed secret.
pub async fn page(tx: &mut Tx, after: i64, most: i64) -> Result<Vec<SealedSecrets>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select id, totp, totp_next from accounts
             where id > $1 and (totp is not null or totp_next is not null)
             order by id limit $2",
        )
        .bind(after).bind(most).fetch_all(conn).await
    })
}

/// Puts the same secrets back, sealed anew; not, if they were changed meanwhile. No secret is one
/// byte long, so that byte stands for none.
pub async fn swap(
    tx: &mut Tx,
    old: &SealedSecrets,
    new: &SealedSecrets,
) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update accounts set totp = $2, totp_next = $3 where id = $1
                and coalesce(totp, $6) = coalesce($4, $6)
                and coalesce(totp_next, $6) = coalesce($5, $6)",
        )
        .bind(old.id).bind(&new.totp).bind(&new.totp_next).bind(&old.totp).bind(&old.totp_next)
        .bind([0u8].as_slice())
        .execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Somebody's sealed contact.
#[derive(Clone, FromRow)]
pub struct Invitee {
    /// The invitee's row.
    pub id: i64,
    /// Who it is.
    pub contact: Vec<u8>,
}

/// The next invitees.
pub async fn invitees(tx: &mut Tx, after: i64, most: i64) -> Result<Vec<Invitee>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as("select id, contact from invitees where id > $1 order by id limit $2")
            .bind(after).bind(most).fetch_all(conn).await
    })
}

/// Puts the same contact back, sealed anew; not, if it was changed meanwhile.
pub async fn swap_contact(tx: &mut Tx, old: &Invitee, new: &[u8]) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update invitees set contact = $3 where id = $1 and contact = $2")
            .bind(old.id).bind(&old.contact).bind(new)
            .execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Who sent a case, sealed.
#[derive(Clone, FromRow)]
pub struct Sender {
    /// The case's number.
    pub number: i64,
    /// The case's id, for which it is sealed.
    pub id: Uuid,
    /// Who it is.
    pub contact: Vec<u8>,
}

/// The next senders of cases.
pub async fn senders(tx: &mut Tx, after: i64, most: i64) -> Result<Vec<Sender>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select number, id, contact from feedback_contacts
             join feedback on feedback.number = feedback_contacts.feedback
             where number > $1 order by number limit $2",
        )
        .bind(after).bind(most).fetch_all(conn).await
    })
}

/// Puts the same sender back, sealed anew; not, if it was changed meanwhile.
pub async fn swap_sender(tx: &mut Tx, old: &Sender, new: &[u8]) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update feedback_contacts set contact = $3 where feedback = $1 and contact = $2")
            .bind(old.number).bind(&old.contact).bind(new)
            .execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// What is sealed for notices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// What the calls of programs are signed with.
    Webhooks,
    /// Where staff get their digests.
    Mails,
}

/// Something sealed for notices.
#[derive(Clone, FromRow)]
pub struct SealedRow {
    /// The row.
    pub id: i64,
    /// What is sealed.
    pub sealed: Vec<u8>,
}

/// All of one sort.
pub async fn leaving(tx: &mut Tx, of: Leaving) -> Result<Vec<SealedRow>, sqlx::Error> {
    let statement = match of {
        Leaving::Webhooks => "select id, secret as sealed from webhooks order by id",
        Leaving::Mails => {
            "select account_id as id, address as sealed from account_mails order by account_id"
        }
    };
    within!(tx, conn => sqlx::query_as(statement).fetch_all(conn).await)
}

/// Puts the same back, sealed anew; not, if it was changed meanwhile.
pub async fn swap_leaving(
    tx: &mut Tx,
    of: Leaving,
    old: &SealedRow,
    new: &[u8],
) -> Result<bool, sqlx::Error> {
    let statement = match of {
        Leaving::Webhooks => "update webhooks set secret = $3 where id = $1 and secret = $2",
        Leaving::Mails => {
            "update account_mails set address = $3 where account_id = $1 and address = $2"
        }
    };
    within!(tx, conn => {
        sqlx::query(statement).bind(old.id).bind(&old.sealed).bind(new)
            .execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}
