//! Cases of other systems: one each of a number there, opened with what was done about it there.

use chrono::NaiveDate;
use domain::{
    Catalogue,
    feedback::{
        case::Case,
        event::{Actor, Step},
        kind::Source,
    },
    office::feedback::outside::OutsideCase,
    text,
};
use uuid::Uuid;

use super::{
    CLASS, content_hash,
    keep::Door,
    log::{self, Line},
    search, senders, subject,
};
use crate::{
    keys::Keys,
    problem::Problem,
    store::{Tx, attempts, feedback::cases::NewCase},
};

/// Waits for whoever opens a case of the same outside number at this moment.
pub async fn turn(
    tx: &mut Tx,
    keys: &Keys,
    (source, number): (Source, &str),
    now: i64,
) -> Result<(), sqlx::Error> {
    let whose = [source.name(), "/", number].concat();
    let key = keys.blind("feedback.registered", whose.as_bytes());
    attempts::once(tx, &key, now).await.map(|_| ())
}

/// Opens a case whose number is new and whose turn this transaction has.
pub async fn open(
    tx: &mut Tx,
    door: &Door<'_>,
    actor: &Actor,
    it: &OutsideCase,
) -> Result<(i64, Case), Problem> {
    let id = id(door.keys, it);
    let words = text::compose(&it.text);
    let new = NewCase {
        id,
        content_hash: content_hash(door.keys, id.as_bytes()),
        kind: it.kind.number(),
        outside_number: Some(it.number.clone()),
        is_publishable: it.is_publishable,
        unit_version: it.unit,
        procedure: it.procedure,
        service_point: None,
        subject: subject(&words),
        folded: search::folded(&words),
    };
    let (source, is_formal) = (it.source, it.sender.is_some());
    let step = Step::Sent { source, on: it.sent, class: CLASS.to_owned(), is_formal };
    let line = |step, words| Line { at: door.at, actor: actor.clone(), step, words };
    let sent = line(step, Some(words));
    let (number, mut case) = log::open(tx, (door.books, door.fill), &new, sent).await?;
    if let Some(sender) = &it.sender {
        senders::keep(tx, door.keys, (number, id), sender, door.fill).await?;
    }
    if let Some(on) = it.due {
        case = log::add(tx, door.books, number, case, line(Step::DueGiven { on }, None)).await?;
    }
    if let Some((on, answer)) = &it.finished {
        let done = line(Step::Finished { on: *on }, Some(text::compose(answer)));
        case = log::add(tx, door.books, number, case, done).await?;
    }
    Ok((number, case))
}

/// The case's own id: the same for the same number of the same channel.
fn id(keys: &Keys, it: &OutsideCase) -> Uuid {
    let whose = [it.source.name(), "/", &it.number].concat();
    let drawn = keys.blind("feedback.outside", whose.as_bytes());
    uuid::Builder::from_random_bytes(std::array::from_fn(|place| drawn[place])).into_uuid()
}

/// The row of a unit's version: as it was on the day, or else as it is today.
pub fn unit(books: &Catalogue, code: &str, days: [NaiveDate; 2]) -> Option<i64> {
    days.iter().find_map(|day| books.unit_meant_on(code, *day)).map(|version| version.id)
}

/// A procedure's row: of the day, or else of today.
pub fn procedure(books: &Catalogue, code: &str, days: [NaiveDate; 2]) -> Option<i64> {
    days.iter().find_map(|day| books.procedure_on(code, *day)).map(|version| version.procedure)
}
