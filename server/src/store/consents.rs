//! The texts people agree to, and who agreed.

use domain::{
    CheckedBallot, Words,
    ballot::consent::{BUILT_IN, Consent, ConsentText},
    day,
};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Tx, reading, settings, values::Bulk, within};
use crate::error::Error;

#[derive(FromRow)]
struct StoredText {
    purpose: String,
    version: i64,
    text_vi: String,
    text_en: String,
}

const ALL: &str = "select purpose, version, text_vi, text_en from notices";

/// Takes in the texts that come with the program; refuses one that differs from what was kept under
/// its version.
pub async fn take_in(db: &Db) -> Result<(), Error> {
    let texts = BUILT_IN.iter().map(|text| serde_json::from_str(text));
    let texts: Vec<ConsentText> = texts
        .collect::<Result<_, _>>()
        .map_err(|error| Error::new(format!("a built-in notice cannot be read: {error}")))?;
    let stored: Vec<StoredText> = reading!(db, pool => sqlx::query_as(ALL).fetch_all(pool).await?);
    let stored: Vec<ConsentText> = stored.into_iter().map(text_of).collect();
    let mut fresh = Vec::new();
    for text in &texts {
        match stored.iter().find(|it| it.key() == text.key()) {
            Some(stored) if stored == text => {}
            Some(_) => {
                return Err(Error::new(format!(
                    "the text {} was kept with other words: give the new one another version",
                    text.key()
                )));
            }
            None => fresh.push(text),
        }
    }
    if fresh.is_empty() {
        return Ok(());
    }
    let mut tx = db.begin().await?;
    settings::books_changed(&mut tx).await?;
    for text in fresh {
        put(&mut tx, text).await?;
    }
    Ok(tx.commit().await?)
}

async fn put(tx: &mut Tx, text: &ConsentText) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into notices (purpose, version, text_vi, text_en) values ($1, $2, $3, $4)
             on conflict (purpose, version) do nothing",
        )
        .bind(text.purpose.clone()).bind(text.version)
        .bind(text.text.vi.clone()).bind(text.text.en.clone())
        .execute(conn).await.map(|_| ())
    })
}

/// Every text.
pub(super) async fn all(tx: &mut Tx) -> Result<Vec<ConsentText>, sqlx::Error> {
    let rows: Vec<StoredText> = within!(tx, conn => sqlx::query_as(ALL).fetch_all(conn).await?);
    Ok(rows.into_iter().map(text_of).collect())
}

fn text_of(row: StoredText) -> ConsentText {
    let text = Words { vi: row.text_vi, en: row.text_en };
    ConsentText { purpose: row.purpose, version: row.version, text }
}

static INSERT: Bulk = Bulk::new(
    "insert into consents (ballot_id, purpose, version, day)",
    4,
    "on conflict (ballot_id, purpose) do nothing",
);

/// Keeps what the senders of ballots agreed to.
pub async fn agree(tx: &mut Tx, ballots: &[&CheckedBallot]) -> Result<(), sqlx::Error> {
    let given: Vec<_> = ballots
        .iter()
        .flat_map(|ballot| ballot.consents.iter().map(|consent| (*ballot, consent)))
        .collect();
    for (statement, run) in INSERT.runs(tx, &given) {
        within!(tx, conn => {
            let mut query = sqlx::query(statement);
            for (ballot, consent) in run {
                query = query
                    .bind(ballot.id)
                    .bind(consent.purpose.clone())
                    .bind(consent.version)
                    .bind(day::number(ballot.day));
            }
            query.execute(conn).await?;
        });
    }
    Ok(())
}

/// What somebody agreed to.
#[derive(Clone, Debug, FromRow)]
pub struct Agreed {
    /// What for.
    pub purpose: String,
    /// The version of the text.
    pub version: i64,
    /// The day on which it was taken back, `YYYYMMDD`; none, while it holds.
    pub withdrawn: Option<i64>,
}

impl Agreed {
    /// The text, as `purpose/version`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.purpose, self.version)
    }
}

const AGREED: &str =
    "select purpose, version, withdrawn from consents where ballot_id = $1 order by purpose";

/// What the sender of a ballot agreed to, and what of it was taken back.
pub async fn agreed(db: &Db, ballot: Uuid) -> Result<Vec<Agreed>, sqlx::Error> {
    reading!(db, pool => sqlx::query_as(AGREED).bind(ballot).fetch_all(pool).await)
}

/// The same, as a transaction sees it.
pub(super) async fn agreed_in(tx: &mut Tx, ballot: Uuid) -> Result<Vec<Agreed>, sqlx::Error> {
    within!(tx, conn => sqlx::query_as(AGREED).bind(ballot).fetch_all(conn).await)
}

/// Takes an agreement back: it does not hold from now on, and the day stays; whether it held.
pub async fn withdraw(
    tx: &mut Tx,
    ballot: Uuid,
    purpose: &str,
    day: i64,
) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update consents set withdrawn = $3
             where ballot_id = $1 and purpose = $2 and withdrawn is null",
        )
        .bind(ballot).bind(purpose.to_owned()).bind(day)
        .execute(conn).await.map(|done| done.rows_affected() > 0)
    })
}

/// Keeps an agreement given later than the ballot; one to the same text that holds stays as it is.
pub(super) async fn agree_again(
    tx: &mut Tx,
    ballot: Uuid,
    consent: &Consent,
    day: i64,
) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into consents (ballot_id, purpose, version, day) values ($1, $2, $3, $4)
             on conflict (ballot_id, purpose) do update set
                 version = excluded.version, day = excluded.day, withdrawn = null
             where consents.withdrawn is not null or consents.version <> excluded.version",
        )
        .bind(ballot).bind(consent.purpose.clone()).bind(consent.version).bind(day)
        .execute(conn).await.map(|_| ())
    })
}
