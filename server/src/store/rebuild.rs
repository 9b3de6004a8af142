//! The tallies made anew from the ballots, a month in each transaction.
//!
//! Each month is right from its commit on, and what was written of it before is not seen by anyone
//! any more: a run may be cut off anywhere. The next one goes on after the last month that was
//! done, and the last step puts one entry on the record for all of them.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Db, Tx, campaigns, reading,
    record::{self, Entry},
    recount::compare,
    revisions,
    scan::Scan,
    settings,
    tallies::{Sums, TallyRows, anew},
    within,
};
use crate::{error::Error, keys::Keys};

/// The setting that says how far a run has come; it is there while one is not at its end.
const PLACE: &str = "tallies.rebuild";

/// How far all runs together have come, and what they did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The last month that is done, `YYYYMM`.
    pub after: Option<i64>,
    /// Months made anew.
    pub months: u64,
    /// Ballots counted.
    pub ballots: u64,
    /// Cells of the tallies that were wrong.
    pub cells: u64,
    /// Campaigns whose number of ballots was wrong.
    pub campaigns: u64,
}

/// A step that is committed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// The month, `YYYYMM`.
    pub month: i64,
    /// Its ballots.
    pub ballots: u64,
    /// Cells that were wrong.
    pub cells: u64,
}

/// A run: on which database, when, and for whom it is recorded.
pub struct Rebuild<'a> {
    /// The database.
    pub db: &'a Db,
    /// What chains the record.
    pub keys: &'a Keys,
    /// Now, in milliseconds since 1970.
    pub moment: i64,
    /// Who asked for it.
    pub actor: &'a str,
}

impl Rebuild<'_> {
    /// Where this run begins: after the last month of one that was cut off, if there was one.
    pub async fn begin(&self) -> Result<Place, Error> {
        let mut tx = self.db.begin().await?;
        let place = settings::keep_first(&mut tx, PLACE, &format_place(&Place::default())?).await?;
        tx.commit().await?;
        read(&place)
    }

    /// Makes every month anew that is not done yet, then what campaigns have; what all was done.
    /// Nothing, if another run came to the end first. `done` hears of each month.
    pub async fn go_on(&self, done: &mut dyn FnMut(Step)) -> Result<Option<Place>, Error> {
        for month in self.months().await? {
            if let Some(step) = self.month(month).await? {
                done(step);
            }
        }
        self.end().await
    }

    /// Every month that has ballots or tallies. What comes meanwhile is counted as ever.
    async fn months(&self) -> Result<BTreeSet<i64>, sqlx::Error> {
        let months: Vec<i64> = reading!(self.db, pool => {
            sqlx::query_scalar(
                "select distinct day / 100 from ballots union
                 select distinct case when period < 1000000 then period else period / 100 end
                 from tallies",
            )
            .fetch_all(pool).await?
        });
        Ok(months.into_iter().collect())
    }

    /// Makes a month anew; nothing, if it is done already.
    ///
    /// In PostgreSQL senders wait while a month is counted under the lock, so it is first compared as
    /// it stood at one moment: where it was right then, it still is, for whoever writes changes both.
    async fn month(&self, month: i64) -> Result<Option<Step>, Error> {
        let right = match self.db {
            Db::Postgres(_) => seen_right(&mut self.db.snapshot().await?, month).await?,
            Db::Sqlite { .. } => None,
        };
        let mut tx = self.db.begin().await?;
        anew::wait_for_all(&mut tx).await?;
        let Some(mut place) = place(&mut tx).await? else { return Ok(None) };
        if place.after.is_some_and(|after| month <= after) {
            return Ok(None);
        }
        let step = match right {
            Some(step) => step,
            None => made_anew(&mut tx, month).await?,
        };
        place.add(step);
        settings::set(&mut tx, PLACE, &format_place(&place)?).await?;
        tx.commit().await?;
        Ok(Some(step))
    }

    /// Counts what campaigns have, and puts all that was done on the record.
    async fn end(&self) -> Result<Option<Place>, Error> {
        let mut tx = self.db.begin().await?;
        let wrong = campaigns::recount(&mut tx).await?;
        let Some(mut place) = place(&mut tx).await? else { return Ok(None) };
        place.campaigns = wrong;
        within!(&mut tx, conn => {
            sqlx::query("delete from settings where name = $1").bind(PLACE).execute(conn).await?;
        });
        let Place { months, ballots, cells, campaigns, .. } = place;
        let entry = Entry {
            moment: self.moment,
            account: None,
            actor: self.actor,
            action: "tallies.rebuild",
            object: "tallies",
            before: None,
            after: Some(json!({
                "months": months, "ballots": ballots, "cells": cells, "campaigns": campaigns,
            })),
        };
        record::add(&mut tx, self.keys, entry).await?;
        tx.commit().await?;
        Ok(Some(place))
    }
}

impl Place {
    fn add(&mut self, step: Step) {
        self.after = Some(step.month);
        self.months += 1;
        self.ballots += step.ballots;
        self.cells += step.cells;
    }
}

/// What a month's ballots come to, and how many they are.
pub(super) async fn count(tx: &mut Tx, month: i64) -> Result<(TallyRows, u64), Error> {
    let (mut sums, mut ballots) = (Sums::begin(tx).await?, 0);
    let mut scan = Scan::new(tx, month * 100..=month * 100 + 99).await?;
    while let Some(page) = scan.page(tx).await? {
        // What cannot be read cannot be counted either; `verify` names it.
        for ballot in page.iter().flatten() {
            sums.count(ballot);
            ballots += 1;
        }
    }
    Ok((sums.rows(), ballots))
}

/// A month whose tallies are right; nothing, if they are not.
async fn seen_right(tx: &mut Tx, month: i64) -> Result<Option<Step>, Error> {
    let (rows, ballots) = count(tx, month).await?;
    let is_right = rows == anew::of_month(tx, month).await?;
    Ok(is_right.then_some(Step { month, ballots, cells: 0 }))
}

/// A month made anew.
async fn made_anew(tx: &mut Tx, month: i64) -> Result<Step, Error> {
    let (rows, ballots) = count(tx, month).await?;
    let stored = anew::of_month(tx, month).await?;
    let cells = compare(&rows, &stored).differing.len() as u64;
    if rows != stored {
        anew::replace(tx, month, rows).await?;
        revisions::raise(tx, month).await?;
    }
    Ok(Step { month, ballots, cells })
}

/// How far the runs have come; nothing, if one is at its end.
async fn place(tx: &mut Tx) -> Result<Option<Place>, Error> {
    let place: Option<String> = within!(tx, conn => {
        sqlx::query_scalar("select value from settings where name = $1")
            .bind(PLACE).fetch_optional(conn).await?
    });
    place.as_deref().map(read).transpose()
}

fn read(place: &str) -> Result<Place, Error> {
    serde_json::from_str(place).map_err(|error| unreadable(&error))
}

fn format_place(place: &Place) -> Result<String, Error> {
    serde_json::to_string(place).map_err(|error| unreadable(&error))
}

fn unreadable(error: &serde_json::Error) -> Error {
    Error::new(format!("how far the last rebuild came cannot be read: {error}"))
}
