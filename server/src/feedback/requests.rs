//! Co-ordination requests behind their doors: made, answered, and reminded of, each with what is told of it.

pub mod reach;
pub mod view;

use chrono::{DateTime, Utc};
use domain::{
    Role, day,
    feedback::{
        figures::requests::RequestFacts,
        notice::{Notice, of_reminder},
        request::{Request, Term},
    },
};

use crate::{
    error::Error,
    node::{Books, Node},
    notices::queue,
    store::{
        Tx,
        feedback::requests::{self, Listed, New},
        outbox::Staff,
    },
};

/// The dates of a request; nothing where its row is damaged.
pub fn dates(it: &Listed) -> Option<Request> {
    let known = |number: Option<i64>| number.and_then(day::from_number);
    let days = it.days.and_then(|days| u32::try_from(days).ok()).map(Term::Days);
    Some(Request {
        sent: day::from_number(it.sent)?,
        term: days.or_else(|| known(it.due).map(Term::Until))?,
        replied: known(it.replied),
        withdrawn: known(it.withdrawn),
    })
}

/// A request as figures see it.
pub fn facts(it: &Listed) -> Option<RequestFacts> {
    Some(RequestFacts { id: it.id, unit: it.to_unit_id, request: dates(it)? })
}

/// Half of a term as it is stored: working days, or the last day.
pub fn stored(term: Term) -> (Option<i64>, Option<i64>) {
    match term {
        Term::Days(days) => (Some(days.into()), None),
        Term::Until(on) => (None, Some(day::number(on))),
    }
}

/// Makes a request, and tells whoever is asked; its number. The reminder of today goes without saying.
pub async fn ask(
    tx: &mut Tx,
    books: &Books,
    new: New,
    term: Term,
    now: DateTime<Utc>,
) -> Result<i64, sqlx::Error> {
    let today = day::local_day(now);
    let request = Request { sent: today, term, replied: None, withdrawn: None };
    let reminded = request.reminder(&books.calendar, today).map_or(0, |it| it.number());
    let new = New { sent: day::number(today), term: stored(term), reminded, ..new };
    let id = requests::add(tx, &new).await?;
    let readers = asked_side(new.account, new.to, new.by);
    queue::add_of_request(tx, books, (id, Notice::RequestMade), readers, now).await?;
    Ok(id)
}

/// Answers a request, and tells the unit that asked; whether somebody else was not quicker.
pub async fn reply(
    tx: &mut Tx,
    books: &Books,
    it: &Listed,
    (by, text): (i64, &str),
    now: DateTime<Utc>,
) -> Result<bool, sqlx::Error> {
    let today = day::number(day::local_day(now));
    if !requests::reply(tx, it.id, (today, by), text).await? {
        return Ok(false);
    }
    if let Some(unit) = it.from_unit_id {
        let readers = Staff { account: 0, role: Role::Head.number(), unit, but: by };
        queue::add_of_request(tx, books, (it.id, Notice::RequestReplied), readers, now).await?;
    }
    Ok(true)
}

/// Writes the reminders whose day has come, each once however many servers look.
pub async fn remind(node: &Node) -> Result<(), Error> {
    let (books, now) = (node.books(), (node.world.now)());
    // What nobody would get is not counted as told.
    if !books.has_mail {
        return Ok(());
    }
    let today = day::local_day(now);
    for it in requests::open(&node.db).await? {
        let reminder = dates(&it).and_then(|it| it.reminder(&books.calendar, today));
        let Some(reminder) = reminder.filter(|reminder| reminder.number() > it.reminded) else {
            continue;
        };
        let mut tx = node.db.begin().await?;
        if requests::remind(&mut tx, it.id, reminder.number()).await? {
            let unit = books.catalogue.answering_on(it.to_unit_id, today);
            let readers = asked_side(it.account_id, unit.unwrap_or(it.to_unit_id), 0);
            let notice = (it.id, of_reminder(reminder));
            queue::add_of_request(&mut tx, &books, notice, readers, now).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

/// Whoever is asked: the person, if one is named, and who answers for the unit.
fn asked_side(account: Option<i64>, unit: i64, but: i64) -> Staff {
    Staff { account: account.unwrap_or(0), role: Role::Head.number(), unit, but }
}
