//! What is to be told to somebody outside: written with the event, sent later, never lost.

pub mod list;

use domain::feedback::notice::{Hitch, Notice, Stage};
use sqlx::FromRow;
use uuid::Uuid;

use super::{Db, Tx, reading, within};

/// More rows than one line of a log ever asks for.
const ROWS: i64 = 10_000;

/// A notice to be written.
#[derive(Clone, Copy, Debug)]
pub struct New {
    /// The number before those of its rows: it follows from case and line, and from no moment.
    pub base: i64,
    /// The case.
    pub feedback: i64,
    /// The line of its log.
    pub place: i64,
    /// The number of what it says.
    pub notice: i64,
    /// Now.
    pub created: i64,
    /// When it may go out.
    pub due: i64,
}

/// A notice about a request to be written.
#[derive(Clone, Copy, Debug)]
pub struct OfRequest {
    /// The number before those of its rows.
    pub base: i64,
    /// The request.
    pub request: i64,
    /// The number of what it says.
    pub notice: i64,
    /// Now.
    pub created: i64,
    /// When it may go out.
    pub due: i64,
}

/// Which of staff a notice is for.
#[derive(Clone, Copy, Debug)]
pub struct Staff {
    /// This account; 0 for none.
    pub account: i64,
    /// Accounts of this role; 0 for none.
    pub role: i64,
    /// Of that role, those of this unit; 0 for any.
    pub unit: i64,
    /// Not whoever made the line; 0 for nobody.
    pub but: i64,
}

/// A notice whose time has come; of a digest, the first of those in it.
#[derive(Clone, Debug, FromRow)]
pub struct Due {
    /// The row.
    pub id: i64,
    /// The case, and its id, for which its sender is sealed; none where it is about a request.
    pub feedback: Option<i64>,
    /// That id.
    pub case_id: Option<Uuid>,
    /// The number of what it says.
    pub notice: i64,
    /// Whom of staff it is for.
    pub account_id: Option<i64>,
    /// The program it is for.
    pub webhook_id: Option<i64>,
    /// When it was written.
    pub created: i64,
    /// Tries so far.
    pub tries: i64,
    /// How often it was left open whether it arrived.
    pub unsure: i64,
    /// The second half of its Message-ID, if it was tried before.
    pub domain: Option<String>,
}

/// Whether a row has this number or one soon after it.
pub async fn is_taken(tx: &mut Tx, base: i64) -> Result<bool, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_scalar::<_, i64>("select id from outbox where id between $1 and $2 limit 1")
            .bind(base).bind(base + ROWS).fetch_optional(conn).await.map(|row| row.is_some())
    })
}

/// Writes a notice for the sender, by e-mail.
pub async fn add_mail(tx: &mut Tx, new: &New) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into outbox (id, feedback, place, notice, stage, created, due, tries, unsure)
             values ($6, $1, $2, $3, 1, $4, $5, 0, 0)",
        )
        .bind(new.feedback).bind(new.place).bind(new.notice).bind(new.created).bind(new.due)
        .bind(new.base).execute(conn).await.map(|_| ())
    })
}

/// Writes a notice for each of staff who left an address; not for whom the case is about.
pub async fn add_staff(tx: &mut Tx, new: &New, staff: Staff) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into outbox
                (id, feedback, place, notice, account_id, stage, created, due, tries, unsure)
             select $10 + row_number() over (order by accounts.id),
                $1, $2, $3, accounts.id, 1, $4, $5, 0, 0
             from accounts join account_mails on account_mails.account_id = accounts.id
             where disabled is null and accounts.id <> $9
               and (accounts.id = $6 or role = $7 and ($8 = 0 or unit_id = $8))
               and accounts.id <> coalesce(
                   (select about_account_id from feedback where number = $1), 0)",
        )
        .bind(new.feedback).bind(new.place).bind(new.notice).bind(new.created).bind(new.due)
        .bind(staff.account).bind(staff.role).bind(staff.unit).bind(staff.but).bind(new.base)
        .execute(conn).await.map(|_| ())
    })
}

/// Writes a notice about a request for each of staff who left an address; not for whom its case is about.
pub async fn add_of_request(tx: &mut Tx, new: &OfRequest, staff: Staff) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into outbox
                (id, request_id, notice, account_id, stage, created, due, tries, unsure)
             select $9 + row_number() over (order by accounts.id),
                $1, $2, accounts.id, 1, $3, $4, 0, 0
             from accounts join account_mails on account_mails.account_id = accounts.id
             where disabled is null and accounts.id <> $8
               and (accounts.id = $5 or role = $6 and ($7 = 0 or unit_id = $7))
               and accounts.id <> coalesce(
                   (select about_account_id from requests
                    join feedback on number = requests.feedback where requests.id = $1), 0)",
        )
        .bind(new.request).bind(new.notice).bind(new.created).bind(new.due)
        .bind(staff.account).bind(staff.role).bind(staff.unit).bind(staff.but).bind(new.base)
        .execute(conn).await.map(|_| ())
    })
}

/// Writes a notice for each program that is called; for gateways only where the sender can be reached.
pub async fn add_webhooks(tx: &mut Tx, new: &New, has_sender: bool) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into outbox
                (id, feedback, place, notice, webhook_id, stage, created, due, tries, unsure)
             select $7 + row_number() over (order by webhooks.id),
                $1, $2, $3, webhooks.id, 1, $4, $5, 0, 0 from webhooks
             where disabled is null and (is_gateway = 0 or $6 = 1)",
        )
        .bind(new.feedback).bind(new.place).bind(new.notice).bind(new.created).bind(new.due)
        .bind(i64::from(has_sender)).bind(new.base).execute(conn).await.map(|_| ())
    })
}

/// Whether there is anything to do now.
pub async fn is_any_due(db: &Db, now: i64, by_mail: bool) -> Result<bool, sqlx::Error> {
    let found: Option<i64> = reading!(db, pool => {
        sqlx::query_scalar(
            "select id from outbox where stage = 2 and until <= $1
             union all
             select id from outbox
             where stage in (1, 4) and due <= $1 and (webhook_id is not null or $2 = 1) limit 1",
        )
        .bind(now).bind(i64::from(by_mail)).fetch_optional(pool).await?
    });
    Ok(found.is_some())
}

/// Whoever sent these went away before they could say how it ended: one more try, then a person.
pub async fn lapse(db: &Db, now: i64) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    within!(&mut tx, conn => {
        sqlx::query(
            "update outbox set stage = 4, unsure = unsure + 1, until = null, hitch = 3,
                due = case when unsure = 0 then $1 else null end
             where stage = 2 and until <= $1",
        )
        .bind(now).execute(conn).await.map(|_| ())?;
    });
    tx.commit().await
}

/// The next notice whose time has come.
pub async fn next(db: &Db, now: i64, by_mail: bool) -> Result<Option<Due>, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_as(
            "select head.id, head.feedback, feedback.id as case_id, head.notice, head.account_id,
                    head.webhook_id, head.created, head.tries, head.unsure, head.domain
             from outbox join outbox head on head.id = coalesce(outbox.batch, outbox.id)
             left join feedback on feedback.number = head.feedback
             where outbox.stage in (1, 4) and outbox.due <= $1
               and (outbox.webhook_id is not null or $2 = 1)
             order by outbox.due, outbox.created, outbox.id limit 1",
        )
        .bind(now).bind(i64::from(by_mail)).fetch_optional(pool).await
    })
}

/// What is in a message: the case or the request, and the notice.
#[derive(Clone, Copy, Debug, FromRow)]
pub struct News {
    /// The case.
    pub feedback: Option<i64>,
    /// The request.
    pub request_id: Option<i64>,
    /// The number of what it says.
    pub notice: i64,
}

/// Puts what waits for the same person into the message of a row, unless it was tried before; what is
/// in it. What is about its reader by now is not, nor a reminder of what was answered meanwhile.
pub async fn gather(db: &Db, due: &Due, now: i64) -> Result<Vec<News>, sqlx::Error> {
    let mut tx = db.begin().await?;
    let gathered = within!(&mut tx, conn => {
        sqlx::query(
            "update outbox set batch = $1
             where account_id = $2 and batch is null and stage = 1 and due <= $3
               and not exists (select 1 from outbox head where head.id = $1 and head.batch is not null)",
        )
        .bind(due.id).bind(due.account_id).bind(now).execute(&mut *conn).await?;
        sqlx::query_as(
            "select outbox.feedback, request_id, notice from outbox
             left join requests on requests.id = request_id
             left join feedback on number = coalesce(outbox.feedback, requests.feedback)
             where batch = $1 and coalesce(about_account_id, 0) <> outbox.account_id
               and (notice not between $2 and $3 or replied is null and withdrawn is null)
             order by outbox.created, outbox.id",
        )
        .bind(due.id).bind(Notice::RequestSoon.number()).bind(Notice::RequestOver.number())
        .fetch_all(conn).await?
    });
    tx.commit().await?;
    Ok(gathered)
}

/// How many notices of the same sort went out about the same case on a day, but this one.
pub async fn of_day(db: &Db, due: &Due, day: i64) -> Result<i64, sqlx::Error> {
    reading!(db, pool => {
        sqlx::query_scalar(
            "select cast(count(*) as bigint) from outbox
             where feedback = $1 and day = $2 and id <> $3 and account_id is null
               and coalesce(webhook_id, 0) = $4",
        )
        .bind(due.feedback).bind(day).bind(due.id).bind(due.webhook_id.unwrap_or(0))
        .fetch_one(pool).await
    })
}

/// Lets a notice wait for its next moment.
pub async fn put_off(db: &Db, id: i64, due: i64) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    within!(&mut tx, conn => {
        sqlx::query("update outbox set due = $2 where (id = $1 or batch = $1) and stage in (1, 4)")
            .bind(id).bind(due).execute(conn).await.map(|_| ())?;
    });
    tx.commit().await
}

/// Marks a message as going out from now on; not, if somebody else did. From here on a server that
/// goes away leaves it open whether it arrived.
pub async fn begin(
    db: &Db,
    id: i64,
    (day, until): (i64, i64),
    domain: &str,
) -> Result<bool, sqlx::Error> {
    let mut tx = db.begin().await?;
    let begun = within!(&mut tx, conn => {
        sqlx::query(
            "update outbox set stage = 2, until = $2, day = $3, domain = coalesce(domain, $4)
             where (id = $1 or batch = $1) and stage in (1, 4)",
        )
        .bind(id).bind(until).bind(day).bind(domain.to_owned())
        .execute(conn).await?.rows_affected() > 0
    });
    tx.commit().await?;
    Ok(begun)
}

/// How a try ended, as it is stored.
#[derive(Clone, Copy, Debug)]
pub struct End {
    /// How far the notice is by now.
    pub stage: Stage,
    /// When it is tried again; none if it is not.
    pub due: Option<i64>,
    /// Tries so far.
    pub tries: i64,
    /// How often it was left open whether it arrived.
    pub unsure: i64,
    /// When it was sent.
    pub sent: Option<i64>,
    /// Why it did not arrive.
    pub hitch: Option<Hitch>,
}

/// Writes how a try ended.
pub async fn end(db: &Db, id: i64, end: End) -> Result<(), sqlx::Error> {
    let mut tx = db.begin().await?;
    within!(&mut tx, conn => {
        sqlx::query(
            "update outbox set stage = $2, due = $3, tries = $4, unsure = $5, sent = $6, hitch = $7,
                until = null
             where (id = $1 or batch = $1) and stage in (1, 2, 4)",
        )
        .bind(id).bind(end.stage.number()).bind(end.due).bind(end.tries).bind(end.unsure)
        .bind(end.sent).bind(end.hitch.map(Hitch::number)).execute(conn).await.map(|_| ())?;
    });
    tx.commit().await
}
