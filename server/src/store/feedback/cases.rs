//! Cases: what the sender said once, and what the log makes of it.

use domain::{day, feedback::case::Case};
use sqlx::FromRow;
use uuid::Uuid;

use super::{
    super::{Db, Tx, reading, values::List, within},
    facts,
};

/// A case to be kept; its number is drawn.
#[derive(Clone, Debug)]
pub struct NewCase {
    /// The sender's id.
    pub id: Uuid,
    /// What it says, hashed.
    pub content_hash: [u8; 16],
    /// The number of [`domain::feedback::kind::Kind`].
    pub kind: i64,
    /// Its number in another system.
    pub outside_number: Option<String>,
    /// Whether the sender agreed to its publication.
    pub is_publishable: bool,
    /// The unit that the sender named, as it is: the version's row.
    pub unit_version: Option<i64>,
    /// The procedure's row.
    pub procedure: Option<i64>,
    /// The service point's row.
    pub service_point: Option<i64>,
    /// Its first words.
    pub subject: String,
    /// Its masked words without marks and case.
    pub folded: String,
}

/// A case as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct StoredCase {
    /// Its number.
    pub number: i64,
    /// The sender's id.
    pub id: Uuid,
    /// What it is about.
    pub kind: i64,
    /// How it came.
    pub source: i64,
    /// Its number in another system.
    pub outside_number: Option<String>,
    /// Whether it is formal: 1.
    pub is_formal: i64,
    /// Whether the sender agreed to its publication: 1.
    pub is_publishable: i64,
    /// The unit that the sender named.
    pub unit_version_id: Option<i64>,
    /// The procedure's row.
    pub procedure_id: Option<i64>,
    /// The service point's row.
    pub service_point_id: Option<i64>,
    /// Whom it is about.
    pub about_account_id: Option<i64>,
    /// The day it was sent.
    pub sent: i64,
    /// Where it stands.
    pub state: i64,
    /// The unit that leads, or led when it was answered.
    pub lead_unit_id: Option<i64>,
    /// The unit it is offered to.
    pub offer_unit_id: Option<i64>,
    /// The person who has it.
    pub holder_id: Option<i64>,
    /// How far up it is.
    pub level: i64,
    /// What is due next.
    pub due: Option<i64>,
    /// Until when the sender is waited for.
    pub wait_until: Option<i64>,
    /// Until when it is put off.
    pub put_off: Option<i64>,
    /// Whether it was pushed around: 1.
    pub is_ping_pong: i64,
    /// Its lead case.
    pub linked_to: Option<i64>,
    /// The day of its answer.
    pub answered: Option<i64>,
    /// What the sender thinks of the answer.
    pub rating: Option<i64>,
    /// The day on which another look was asked for.
    pub reopened: Option<i64>,
    /// How many lines its log has.
    pub events: i64,
    /// Whether its sender added something that nobody has seen to: 1.
    pub has_news: i64,
    /// Its first words.
    pub subject: String,
}

/// The columns of a [`StoredCase`].
macro_rules! columns {
    () => {
        "number, id, kind, source, outside_number, is_formal, is_publishable, unit_version_id,
         procedure_id, service_point_id, about_account_id, sent, state, lead_unit_id, offer_unit_id,
         holder_id, level, due, wait_until, put_off, is_ping_pong, linked_to, answered, rating,
         reopened, events, has_news, subject"
    };
}
pub(super) use columns;

/// A case by its number.
pub async fn one(tx: &mut Tx, number: i64) -> Result<Option<StoredCase>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(concat!("select ", columns!(), " from feedback where number = $1")).bind(number).fetch_optional(conn).await
    })
}

static SOME: List = List::new(
    "with wanted (number) as (select number from feedback where number in",
    0,
    concat!(
        ") select ",
        columns!(),
        " from feedback where number in (select number from wanted) order by sent desc, number desc"
    ),
);

/// Some cases by their numbers, the newest first.
pub async fn some(tx: &mut Tx, numbers: &[i64]) -> Result<Vec<StoredCase>, sqlx::Error> {
    let Some((sql, numbers)) = SOME.of(numbers) else { return Ok(Vec::new()) };
    within!(tx, conn => {
        let query = sqlx::query_as(sql);
        numbers.iter().fold(query, |query, number| query.bind(*number)).fetch_all(conn).await
    })
}

/// Takes a case's turn: whoever else adds to its log waits until the transaction ends.
pub async fn hold(tx: &mut Tx, number: i64) -> Result<bool, sqlx::Error> {
    // Written as a change because that locks the row in both engines.
    within!(tx, conn => {
        sqlx::query("update feedback set number = number where number = $1")
            .bind(number).execute(conn).await.map(|done| done.rows_affected() == 1)
    })
}

/// Adds a case that was just sent, under a number that no other has.
pub async fn add(
    tx: &mut Tx,
    number: i64,
    new: &NewCase,
    case: &Case,
    due: Option<i64>,
) -> Result<(), sqlx::Error> {
    within!(&mut *tx, conn => {
        sqlx::query(
            "insert into feedback (number, id, content_hash, kind, source, outside_number, is_formal,
                is_publishable, unit_version_id, procedure_id, service_point_id, sent, state,
                level, due, is_ping_pong, is_open, events, subject, folded)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 0, 1, 1, $16,
                $17)",
        )
        .bind(number).bind(new.id).bind(new.content_hash.to_vec()).bind(new.kind)
        .bind(case.source.number()).bind(new.outside_number.clone())
        .bind(i64::from(case.is_formal)).bind(i64::from(new.is_publishable))
        .bind(new.unit_version).bind(new.procedure).bind(new.service_point)
        .bind(day::number(case.sent)).bind(case.state.number()).bind(case.level.number())
        .bind(due).bind(new.subject.clone()).bind(new.folded.clone())
        .execute(conn).await?;
    });
    facts::keep(tx, number, case).await
}

/// Writes what the log makes of a case.
pub async fn project(
    tx: &mut Tx,
    number: i64,
    case: &Case,
    due: Option<i64>,
) -> Result<(), sqlx::Error> {
    let written = |day: Option<chrono::NaiveDate>| day.map(day::number);
    within!(&mut *tx, conn => {
        sqlx::query(
            "update feedback set state = $2, lead_unit_id = $3, offer_unit_id = $4, holder_id = $5,
                level = $6, due = $7, wait_until = $8, put_off = $9, is_ping_pong = $10,
                linked_to = $11, answered = $12, published = $13, rating = $14, reopened = $15,
                is_open = $16, events = $17, has_news = $18,
                about_account_id = case when $19 = 1 then $20 else about_account_id end
             where number = $1",
        )
        .bind(number).bind(case.state.number()).bind(case.unit()).bind(case.offer)
        .bind(case.holder).bind(case.level.number()).bind(due)
        .bind(written(case.wait().map(|wait| wait.until))).bind(written(case.put_off))
        .bind(i64::from(case.is_ping_pong)).bind(case.linked).bind(written(case.answered))
        .bind(written(case.published)).bind(case.rating.map(|it| it.number()))
        .bind(written(case.reopened)).bind(i64::from(!case.state.is_finished()))
        .bind(i64::from(case.events)).bind(i64::from(case.has_news))
        .bind(i64::from(case.is_about_known)).bind(case.about).execute(conn).await?;
    });
    facts::keep(tx, number, case).await
}

/// The cases that are linked to a case.
pub async fn linked_to(tx: &mut Tx, number: i64) -> Result<Vec<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar("select number from feedback where linked_to = $1 order by number")
            .bind(number).fetch_all(conn).await
    })
}

/// The case of a number that another system gave it.
pub async fn of_outside(
    tx: &mut Tx,
    source: i64,
    outside: &str,
) -> Result<Option<i64>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "select number from feedback where source = $1 and outside_number = $2",
        )
        .bind(source).bind(outside.to_owned()).fetch_optional(conn).await
    })
}

/// Cases whose words cannot be searched yet.
pub async fn unfolded(db: &Db, most: i64) -> Result<Vec<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar("select number from feedback where folded = '' limit $1")
            .bind(most).fetch_all(pool).await
    })
}

/// Writes the words of a case that are searched.
pub async fn fold(tx: &mut Tx, number: i64, folded: &str) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update feedback set folded = $2 where number = $1")
            .bind(number).bind(folded.to_owned()).execute(conn).await.map(|_| ())
    })
}

/// The next open cases, in the order of their numbers.
pub async fn open_after(db: &Db, after: i64, most: i64) -> Result<Vec<i64>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select number from feedback where is_open = 1 and number > $1 order by number limit $2",
        )
        .bind(after).bind(most).fetch_all(pool).await
    })
}
