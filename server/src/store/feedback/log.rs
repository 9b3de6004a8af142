//! The log of a case: read whole, added to, never changed.

use chrono::DateTime;
use domain::feedback::{
    event::{Actor, Event, Step},
    kind::Level,
};
use sqlx::FromRow;

use super::super::{Tx, within};
use crate::error::Error;

/// A line as it is stored.
#[derive(FromRow)]
struct StoredLine {
    at: i64,
    actor: i64,
    account_id: Option<i64>,
    level: Option<i64>,
    step: String,
}

/// The numbers of those who make events.
const SENDER: i64 = 1;
const STAFF: i64 = 2;
const CLOCK: i64 = 3;

/// Every line of a case, the first first.
pub async fn read(tx: &mut Tx, case: i64) -> Result<Vec<Event>, Error> {
    let rows: Vec<StoredLine> = within!(tx, conn => {
        sqlx::query_as(
            "select at, actor, account_id, level, step from feedback_events
             where feedback = $1 order by place",
        )
        .bind(case).fetch_all(conn).await?
    });
    rows.into_iter().map(event).collect()
}

fn event(row: StoredLine) -> Result<Event, Error> {
    let unknown = || Error::new("a line of a case is not known to this program: use a newer one");
    let level = || row.level.and_then(Level::from_number);
    let actor = match row.actor {
        SENDER => Actor::Sender,
        STAFF => Actor::Staff {
            account: row.account_id.ok_or_else(unknown)?,
            level: level().ok_or_else(unknown)?,
        },
        _ => Actor::Clock,
    };
    let step: Step = serde_json::from_str(&row.step).map_err(|_| unknown())?;
    let at = DateTime::from_timestamp_millis(row.at).ok_or_else(unknown)?;
    Ok(Event { at, actor, step })
}

/// A line with its case.
#[derive(FromRow)]
struct LineOf {
    feedback: i64,
    #[sqlx(flatten)]
    line: StoredLine,
}

/// The logs of some open cases, in the order of their numbers. A page that is not full is the last.
pub async fn of_open(tx: &mut Tx, after: i64, most: i64) -> Result<Vec<(i64, Vec<Event>)>, Error> {
    let rows: Vec<LineOf> = within!(tx, conn => {
        sqlx::query_as(
            "select feedback, at, actor, account_id, level, step from feedback_events
             where feedback in (select number from feedback
                                where is_open = 1 and number > $1 order by number limit $2)
             order by feedback, place",
        )
        .bind(after).bind(most).fetch_all(conn).await?
    });
    let mut logs: Vec<(i64, Vec<Event>)> = Vec::new();
    for LineOf { feedback, line } in rows {
        let event = event(line)?;
        match logs.last_mut() {
            Some((number, log)) if *number == feedback => log.push(event),
            _ => logs.push((feedback, vec![event])),
        }
    }
    Ok(logs)
}

/// Adds a line at a place, with the words that go with it.
pub async fn add(
    tx: &mut Tx,
    (case, place): (i64, i64),
    event: &Event,
    words: Option<&str>,
) -> Result<(), Error> {
    let (actor, account, level) = match event.actor {
        Actor::Sender => (SENDER, None, None),
        Actor::Staff { account, level } => (STAFF, Some(account), Some(level.number())),
        Actor::Clock => (CLOCK, None, None),
    };
    let step = serde_json::to_string(&event.step).map_err(|error| Error::new(error.to_string()))?;
    within!(&mut *tx, conn => {
        sqlx::query(
            "insert into feedback_events (feedback, place, at, actor, account_id, level, step)
             values ($1, $2, $3, $4, $5, $6, $7)",
        )
        .bind(case).bind(place).bind(event.at.timestamp_millis()).bind(actor).bind(account)
        .bind(level).bind(step).execute(conn).await?;
    });
    let Some(words) = words else { return Ok(()) };
    within!(tx, conn => {
        sqlx::query("insert into feedback_words (feedback, place, text) values ($1, $2, $3)")
            .bind(case).bind(place).bind(words.to_owned()).execute(conn).await?;
    });
    Ok(())
}

/// The words of a case's lines, by place, as far as they are still there.
pub async fn words(tx: &mut Tx, case: i64) -> Result<Vec<(i64, String)>, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query_as("select place, text from feedback_words where feedback = $1 order by place")
            .bind(case).fetch_all(conn).await
    })
}
