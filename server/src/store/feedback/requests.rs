//! Co-ordination requests: made, answered, taken back, reminded of.

use sqlx::FromRow;

use super::super::{Db, Tx, reading, values::List, within};

/// A request to be made; days are `YYYYMMDD`.
#[derive(Clone, Debug)]
pub struct New {
    /// The case it belongs to.
    pub feedback: Option<i64>,
    /// The unit that asks; none where another body does.
    pub from: Option<i64>,
    /// That body, the number of its letter and its date; empty where a unit asks.
    pub body: (String, String, Option<i64>),
    /// The unit that is asked.
    pub to: i64,
    /// The person who is asked.
    pub account: Option<i64>,
    /// Whoever writes it down.
    pub by: i64,
    /// What it is about.
    pub subject: String,
    /// What is asked.
    pub text: String,
    /// The day it is made.
    pub sent: i64,
    /// Working days for an answer, or the last day.
    pub term: (Option<i64>, Option<i64>),
    /// The last reminder whose day has come already.
    pub reminded: i64,
}

/// A request as lists need it.
#[derive(Clone, Debug, FromRow)]
pub struct Listed {
    /// The row.
    pub id: i64,
    /// The case it belongs to.
    pub feedback: Option<i64>,
    /// Whom that case is about.
    pub about_account_id: Option<i64>,
    /// The unit that asks.
    pub from_unit_id: Option<i64>,
    /// The body that asks.
    pub body: String,
    /// The unit that is asked.
    pub to_unit_id: i64,
    /// The person who is asked.
    pub account_id: Option<i64>,
    /// What it is about.
    pub subject: String,
    /// The day it was made.
    pub sent: i64,
    /// Working days for an answer.
    pub days: Option<i64>,
    /// The last day for an answer.
    pub due: Option<i64>,
    /// The day of the answer.
    pub replied: Option<i64>,
    /// The day it was taken back.
    pub withdrawn: Option<i64>,
    /// The last reminder that was written.
    pub reminded: i64,
}

/// The rest of a request.
#[derive(Clone, Debug, FromRow)]
pub struct Rest {
    /// What is asked.
    pub text: String,
    /// The number of the other body's letter.
    pub body_number: String,
    /// Its date.
    pub body_day: Option<i64>,
    /// The answer.
    pub reply: String,
    /// Who answered.
    pub replied_by_id: Option<i64>,
    /// Why it was taken back.
    pub reason: String,
}

/// The columns of a [`Listed`], with what follows.
macro_rules! listed {
    ($rest:literal) => {
        concat!(
            "select requests.id, requests.feedback, about_account_id, from_unit_id, body, to_unit_id,
                    account_id, requests.subject, requests.sent, days, requests.due, replied,
                    withdrawn, reminded
             from requests left join feedback on feedback.number = requests.feedback ",
            $rest
        )
    };
}

/// Writes a request; its own id is drawn.
pub async fn add(tx: &mut Tx, new: &New) -> Result<i64, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar(
            "insert into requests (feedback, from_unit_id, body, body_number, body_day, to_unit_id,
                account_id, by_account_id, subject, text, sent, days, due, reply, reason, reminded)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, '', '', $14)
             returning id",
        )
        .bind(new.feedback).bind(new.from).bind(new.body.0.clone()).bind(new.body.1.clone())
        .bind(new.body.2).bind(new.to).bind(new.account).bind(new.by).bind(new.subject.clone())
        .bind(new.text.clone()).bind(new.sent).bind(new.term.0).bind(new.term.1)
        .bind(new.reminded).fetch_one(conn).await
    })
}

/// Every request but those about an account, the newest first.
pub async fn all(tx: &mut Tx, reader: i64) -> Result<Vec<Listed>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(listed!(
            "where coalesce(about_account_id, 0) <> $1 order by requests.sent desc, requests.id desc"
        ))
        .bind(reader).fetch_all(conn).await
    })
}

/// The requests that belong to a case, in their order.
pub async fn of_case(tx: &mut Tx, case: i64) -> Result<Vec<Listed>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(listed!("where requests.feedback = $1 order by requests.id"))
            .bind(case).fetch_all(conn).await
    })
}

/// One request.
pub async fn one(tx: &mut Tx, id: i64) -> Result<Option<Listed>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(listed!("where requests.id = $1")).bind(id).fetch_optional(conn).await
    })
}

/// The rest of one.
pub async fn rest(tx: &mut Tx, id: i64) -> Result<Option<Rest>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as(
            "select text, body_number, body_day, reply, replied_by_id, reason from requests
             where id = $1",
        )
        .bind(id).fetch_optional(conn).await
    })
}

/// The requests that are open.
pub async fn open(db: &Db) -> Result<Vec<Listed>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(listed!("where replied is null and withdrawn is null order by requests.id"))
            .fetch_all(pool).await
    })
}

/// Answers a request, unless somebody answered or took it back before; whether this did it.
pub async fn reply(
    tx: &mut Tx,
    id: i64,
    (day, by): (i64, i64),
    text: &str,
) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update requests set replied = $2, replied_by_id = $3, reply = $4
             where id = $1 and replied is null and withdrawn is null",
        )
        .bind(id).bind(day).bind(by).bind(text.to_owned()).execute(conn).await
        .map(|done| done.rows_affected() == 1)
    })
}

/// Takes a request back, unless it was answered or taken back before; whether this did it.
pub async fn withdraw(tx: &mut Tx, id: i64, day: i64, reason: &str) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update requests set withdrawn = $2, reason = $3
             where id = $1 and replied is null and withdrawn is null",
        )
        .bind(id).bind(day).bind(reason.to_owned()).execute(conn).await
        .map(|done| done.rows_affected() == 1)
    })
}

/// Notes that a reminder is written; not, if it was before, or nothing is asked any more.
pub async fn remind(tx: &mut Tx, id: i64, reminder: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "update requests set reminded = $2
             where id = $1 and reminded < $2 and replied is null and withdrawn is null",
        )
        .bind(id).bind(reminder).execute(conn).await.map(|done| done.rows_affected() == 1)
    })
}

/// Which requests figures are about, within what a reader may see; days are `YYYYMMDD`.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// The reader's account: what belongs to a case about them is not there.
    pub reader: i64,
    /// Whether every request is meant.
    pub is_everything: bool,
    /// The units that are asked.
    pub units: &'a [i64],
    /// The first day of the period.
    pub first: i64,
    /// The day as of which it is counted.
    pub end: i64,
}

static ASKED: List = List::new(
    "with wanted (unit) as (select id from units where id in",
    4,
    concat!(
        ") ",
        listed!(
            "where coalesce(about_account_id, 0) <> $1
               and ($2 = 1 or to_unit_id in (select unit from wanted))
               and requests.sent between $3 and $4
             order by requests.sent desc, requests.id desc"
        )
    ),
);

/// The requests of a period, the newest first.
pub async fn asked(tx: &mut Tx, wanted: &Wanted<'_>) -> Result<Vec<Listed>, sqlx::Error> {
    let listed = if wanted.units.is_empty() { &[0] } else { wanted.units };
    let Some((sql, units)) = ASKED.of(listed) else { return Ok(Vec::new()) };
    within!(tx, conn => {
        let query = sqlx::query_as(sql)
            .bind(wanted.reader).bind(i64::from(wanted.is_everything)).bind(wanted.first)
            .bind(wanted.end);
        units.iter().fold(query, |query, unit| query.bind(*unit)).fetch_all(conn).await
    })
}
