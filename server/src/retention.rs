//! Once a day: what is past its time goes, and the record says how much.

use std::time::Duration;

use chrono::{DateTime, Days, Utc};
use domain::{day, office::OfficeSettings};
use serde_json::json;

use crate::{
    erasures::Erasures,
    error::Error,
    identity::activations::LIFE,
    keys::Keys,
    node::Node,
    store::{
        Db,
        ahead::{self, Present},
        invitees,
        record::{self, Entry},
        retention::{self, Due},
    },
};

/// Rows that go in one transaction: ballots wait for the write lock no longer than that.
const STEP: i64 = 1000;
/// How often it is asked whether today's run was done.
const ASKED: Duration = Duration::from_secs(60 * 60);
/// Milliseconds of a day.
const DAY: i64 = 24 * 3_600_000;

/// A run: on which database, when, and for whom it is recorded.
pub struct Run<'a> {
    /// The database.
    pub db: &'a Db,
    /// What chains the record.
    pub keys: &'a Keys,
    /// The time.
    pub now: DateTime<Utc>,
    /// Who removes.
    pub actor: &'a str,
}

/// Sees to it every day, for as long as the server runs. Of several servers one does it.
pub async fn daily(node: Node) {
    let mut hours = tokio::time::interval(ASKED);
    loop {
        hours.tick().await;
        if let Err(error) = today(&node).await {
            tracing::warn!(%error, "what is past its time could not be removed");
        }
    }
}

async fn today(node: &Node) -> Result<(), Error> {
    let (books, now) = (node.books(), (node.world.now)());
    let run = Run { db: &node.db, keys: &node.world.keys, now, actor: "hailong serve" };
    // Every server has a file of its own.
    run.erasures(&node.world.erasures, &books.office).await?;
    let mut tx = node.db.begin().await?;
    let settled = ahead::settle(&mut tx, present(now)).await?;
    if settled > 0 {
        tracing::warn!(settled, "the clock ran ahead: what it left behind is of now");
    }
    let is_ours = retention::claim(&mut tx, day::number(node.today())).await?;
    tx.commit().await?;
    if !is_ours {
        tracing::debug!("what is past its time was removed today already");
        return Ok(());
    }
    for (kind, removed) in run.all(&books.office).await? {
        tracing::info!(kind, removed, "past its time and removed");
    }
    Ok(())
}

impl Run<'_> {
    /// Removes everything that is past its time; how much of which kind went.
    pub async fn all(&self, office: &OfficeSettings) -> Result<Vec<(&'static str, i64)>, Error> {
        let mut tx = self.db.begin().await?;
        invitees::mix(&mut tx).await?;
        tx.commit().await?;
        let mut gone = Vec::new();
        for due in due(self.now, office) {
            match self.one(due).await? {
                0 => {}
                removed => gone.push((due.kind(), removed)),
            }
        }
        self.db.fold_log().await?;
        Ok(gone)
    }

    /// Lets the file of what was taken back forget what the database forgets of it.
    async fn erasures(&self, file: &Erasures, office: &OfficeSettings) -> Result<(), Error> {
        let (file, day) = (file.clone(), day_before(self.now, office.retention.withdrawn));
        let today = day_before(self.now, 0);
        let forget = tokio::task::spawn_blocking(move || file.forget_before(day, today));
        let removed = forget.await.map_err(std::io::Error::other)??;
        if removed > 0 {
            let entry = self.entry("erasures", removed as i64);
            record::note(self.db, self.keys, entry).await?;
        }
        Ok(())
    }

    /// Removes one kind step by step. Each step keeps the sum, so that what went before a run was
    /// cut off is on the record of the next.
    async fn one(&self, due: Due) -> Result<i64, Error> {
        loop {
            let mut tx = self.db.begin().await?;
            let removed = retention::remove(&mut tx, due, STEP).await?;
            let sum = retention::count(&mut tx, due.kind(), removed).await?;
            let is_last = removed < STEP.cast_unsigned();
            if is_last && sum > 0 {
                retention::counted(&mut tx, due.kind()).await?;
                record::add(&mut tx, self.keys, self.entry(due.kind(), sum)).await?;
            }
            tx.commit().await?;
            if is_last {
                return Ok(sum);
            }
        }
    }

    fn entry<'a>(&'a self, object: &'a str, removed: i64) -> Entry<'a> {
        Entry {
            moment: self.now.timestamp_millis(),
            account: None,
            actor: self.actor,
            action: "retention.remove",
            object,
            before: None,
            after: Some(json!({ "removed": removed })),
        }
    }
}

fn present(now: DateTime<Utc>) -> Present {
    let today = day::local_day(now);
    Present {
        now: now.timestamp_millis(),
        today: day::number(today),
        tomorrow: day::number(day::next(today)),
        invitation: LIFE,
    }
}

fn due(now: DateTime<Utc>, office: &OfficeSettings) -> [Due; 9] {
    let (moment, periods) = (now.timestamp_millis(), &office.retention);
    let ended = moment - periods.sessions * DAY;
    let day = |days| day_before(now, days);
    [
        Due::Comments(day(periods.comments)),
        Due::Withdrawn(day(periods.withdrawn)),
        Due::Contacts(day(periods.contacts), moment - periods.contacts * DAY),
        Due::Senders(day(periods.senders)),
        Due::Cases(day(periods.cases)),
        Due::Looks(moment - DAY),
        Due::Sessions(
            ended - office.session_hours * 3_600_000,
            ended - office.idle_minutes * 60_000,
        ),
        Due::Invitations(moment - periods.invitations * DAY),
        Due::Attempts(moment - periods.attempts * DAY),
    ]
}

/// The local day so many days ago, `YYYYMMDD`.
fn day_before(now: DateTime<Utc>, days: i64) -> i64 {
    let today = day::local_day(now);
    day::number(today.checked_sub_days(Days::new(days.unsigned_abs())).unwrap_or(today))
}
