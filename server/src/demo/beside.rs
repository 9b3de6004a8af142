//! What stands beside invented cases: requests between units and from other bodies, and lessons learned.

mod lessons;
mod requests;

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::{day, feedback::figures::facts::Facts};

use crate::{
    error::Error,
    node::{self, Books},
    store::{
        Db, accounts,
        feedback::{classes, facts},
        settings,
    },
};

/// The setting that says that everything is there.
const MARK: &str = "demo.beside";

/// What all of it is made from.
struct Ground {
    books: Books,
    /// Accounts by name.
    people: HashMap<String, i64>,
    /// The cases, the first sent first.
    cases: Vec<Facts>,
    /// The first day of which nothing is there yet.
    today: NaiveDate,
}

/// Adds requests and lessons, all or nothing; once they are there, nothing more.
pub async fn load(db: &Db, today: NaiveDate) -> Result<(), Error> {
    if settings::get(db, MARK).await?.is_some() {
        return Ok(());
    }
    let ground = ground(db, today).await?;
    let mut tx = db.begin().await?;
    requests::load(&mut tx, &ground).await?;
    lessons::load(&mut tx, &ground).await?;
    settings::set(&mut tx, MARK, "complete").await?;
    Ok(tx.commit().await?)
}

async fn ground(db: &Db, today: NaiveDate) -> Result<Ground, Error> {
    let wanted = facts::Wanted {
        reader: facts::NOBODY,
        is_everything: true,
        units: Vec::new(),
        kind: 0,
        source: 0,
        first: 0,
        end: i64::MAX,
    };
    let mut cases = Vec::new();
    let known = classes(db).await?;
    facts::each(&mut db.snapshot().await?, &wanted, &known, |it| cases.push(it.clone())).await?;
    cases.sort_by_key(|it| (it.sent, it.number));
    let people = accounts::all(db).await?.into_iter().map(|it| (it.name, it.id)).collect();
    Ok(Ground { books: node::read(db, false).await?, people, cases, today })
}

impl Ground {
    /// The unit of a code on a day.
    fn unit(&self, code: &str, on: NaiveDate) -> Option<i64> {
        self.books.catalogue.unit_named_on(code, on).map(|version| version.unit)
    }

    /// The account of a name.
    fn account(&self, name: &str) -> Option<i64> {
        self.people.get(name).copied()
    }

    /// So many working days before today.
    fn before(&self, days: u32) -> NaiveDate {
        let mut on = self.today;
        let mut left = days;
        while left > 0 {
            on = on.pred_opt().unwrap_or(on);
            left -= u32::from(self.books.calendar.is_working(on));
        }
        on
    }
}

/// When a day's work is under way.
fn morning(on: NaiveDate) -> DateTime<Utc> {
    day::start_of(on) + TimeDelta::hours(9)
}
