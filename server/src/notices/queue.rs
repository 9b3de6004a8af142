//! Writing notices: with the line that asks for them, in its transaction.

use chrono::{DateTime, Utc};
use domain::{
    Role,
    feedback::{
        case::Case,
        event::{Actor, Event},
        kind::Level,
        notice::{self, Notice, Reader},
    },
};

use sha2::{Digest, Sha256};

use crate::{
    node::Books,
    store::{
        Tx,
        outbox::{self, New, OfRequest, Staff},
    },
};

/// The bits of a number: as many as every reader of JSON takes whole.
const BITS: u32 = 52;

/// Writes the notices that a line asks for; `case` is what the log makes of it with this line.
pub async fn add(
    tx: &mut Tx,
    books: &Books,
    (feedback, place): (i64, i64),
    case: &Case,
    event: &Event,
) -> Result<(), sqlx::Error> {
    let Some((notice, reader)) = notice::of(case, event) else { return Ok(()) };
    let due = match reader {
        Reader::Sender => notice::opening(&books.calendar, event.at),
        // Of a sender without a name a line holds the day alone, and so does what it sets off.
        _ if !case.is_formal && event.actor == Actor::Sender => {
            notice::next_opening(&books.calendar, event.at)
        }
        _ => notice::digest(&books.calendar, event.at),
    };
    let (created, due) = (event.at.timestamp_millis(), due.timestamp_millis());
    let base = base(tx, (feedback, place)).await?;
    let new = New { base, feedback, place, notice: notice.number(), created, due };
    if reader == Reader::Sender {
        if books.has_mail && case.is_formal {
            outbox::add_mail(tx, &new).await?;
        }
        return outbox::add_webhooks(tx, &new, case.is_formal).await;
    }
    if !books.has_mail {
        return Ok(());
    }
    outbox::add_staff(tx, &new, staff(reader, &event.actor)).await
}

/// Writes a notice about a request for some of staff.
pub async fn add_of_request(
    tx: &mut Tx,
    books: &Books,
    (request, notice): (i64, Notice),
    staff: Staff,
    now: DateTime<Utc>,
) -> Result<(), sqlx::Error> {
    if !books.has_mail {
        return Ok(());
    }
    let due = notice::digest(&books.calendar, now).timestamp_millis();
    let created = now.timestamp_millis();
    let base = base(tx, (-request, notice.number())).await?;
    let new = OfRequest { base, request, notice: notice.number(), created, due };
    outbox::add_of_request(tx, &new, staff).await
}

/// The number before those of a line's rows. Numbers that count up would tell, between rows whose moment
/// is known, when somebody without a name did what they tell their day of alone.
async fn base(tx: &mut Tx, (feedback, place): (i64, i64)) -> Result<i64, sqlx::Error> {
    let mut salt = 0_u8;
    loop {
        let said = [feedback.to_be_bytes().as_slice(), &place.to_be_bytes(), &[salt]].concat();
        let hash = Sha256::digest(said);
        let whole = hash.iter().take(8).fold(0_i64, |whole, byte| whole << 8 | i64::from(*byte));
        let base = whole & ((1 << BITS) - 1);
        if !outbox::is_taken(tx, base).await? {
            return Ok(base);
        }
        salt = salt.wrapping_add(1);
    }
}

/// Which accounts a notice for staff is for. Whoever did something knows it already.
fn staff(reader: Reader, actor: &Actor) -> Staff {
    let but = match actor {
        Actor::Staff { account, .. } => *account,
        Actor::Sender | Actor::Clock => 0,
    };
    let (account, role, unit) = match reader {
        Reader::Sender => (0, 0, 0),
        Reader::Account(account) => (account, 0, 0),
        Reader::Unit(unit) => (0, Role::Head.number(), unit),
        Reader::Level(Level::Leadership) => (0, Role::Leadership.number(), 0),
        Reader::Level(_) => (0, Role::Office.number(), 0),
    };
    Staff { account, role, unit, but }
}
