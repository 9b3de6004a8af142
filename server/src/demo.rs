//! A department to look at: its books and two years of invented ballots, marked as such.
//!
//! The books come from the CSV files beside this one, through the same import as anyone's. The same
//! first day gives the same ballots under the same ids, so a load that was interrupted is simply
//! run again: what is there stays, what is missing is added.

pub mod accounts;
mod ballots;
pub mod beside;
mod calendar;
pub mod cases;
pub mod invitees;
mod places;
pub mod publications;
pub mod templates;
mod visit;
mod voice;

use chrono::{Days, NaiveDate};
use domain::{Catalogue, Instrument, ballot::instrument::BUILT_IN, day};

use crate::{
    error::Error,
    import::{self, Kind},
    keys::Keys,
    store::{Db, ballots as stored, books, instruments, settings, tallies::Memory},
};

/// How many days of ballots there are.
const DAYS: u64 = 730;
/// How many ballots are kept at a time.
const GROUP: usize = 1000;
/// What the setting says once everything is there; before, it says `loading` and the day.
const COMPLETE: &str = "complete";

/// What a demo database holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// Versions of units.
    pub units: usize,
    /// Versions of procedures.
    pub procedures: usize,
    /// Service points.
    pub service_points: usize,
    /// Campaigns.
    pub campaigns: usize,
    /// Ballots.
    pub ballots: u64,
    /// Whether it was there before; nothing was done then.
    pub already: bool,
}

/// Fills an empty database with the demo, with ballots for the two years before `today`.
///
/// Nothing is loaded into a database that holds anything else. An interrupted load is taken up
/// again, for the `today` it was begun with.
pub async fn load(db: &Db, keys: &Keys, today: NaiveDate) -> Result<Option<Loaded>, Error> {
    let mark = settings::get(db, settings::DEMO).await?;
    if mark.as_deref() == Some(COMPLETE) {
        return loaded(db, true).await.map(Some);
    }
    if mark.is_none() && holds_data(db).await? {
        return Ok(None);
    }
    let begun = mark.as_deref().and_then(begun_on);
    let today = begun.unwrap_or(today);
    set_mark(db, &format!("loading {}", day::number(today))).await?;
    load_books(db, today).await?;
    load_ballots(db, (&books::load(db).await?, keys), today).await?;
    set_mark(db, COMPLETE).await?;
    loaded(db, false).await.map(Some)
}

impl std::fmt::Display for Loaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { units, procedures, service_points, campaigns, ballots, already } = self;
        f.write_str(if *already { "Demo data, there already" } else { "Demo data, loaded" })?;
        write!(
            f,
            ": {units} units, {procedures} procedures, {service_points} service points, \
             {campaigns} campaigns, {ballots} ballots"
        )
    }
}

async fn holds_data(db: &Db) -> Result<bool, Error> {
    let books = books::load(db).await?;
    let is_empty = books.units.is_empty()
        && books.procedures.is_empty()
        && books.service_points.is_empty()
        && books.campaigns.is_empty();
    Ok(!is_empty || stored::any(db).await?)
}

/// The day an interrupted load was begun on.
fn begun_on(mark: &str) -> Option<NaiveDate> {
    day::from_number(mark.strip_prefix("loading ")?.parse().ok()?)
}

async fn set_mark(db: &Db, mark: &str) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    settings::set(&mut tx, settings::DEMO, mark).await?;
    settings::books_changed(&mut tx).await?;
    Ok(tx.commit().await?)
}

fn first_day(today: NaiveDate) -> NaiveDate {
    today.checked_sub_days(Days::new(DAYS)).unwrap_or(today)
}

async fn load_books(db: &Db, today: NaiveDate) -> Result<(), Error> {
    let sets: Vec<Instrument> =
        BUILT_IN.iter().map(|text| serde_json::from_str(text)).collect::<Result<_, _>>().map_err(
            |error| Error::new(format!("a built-in instrument cannot be read: {error}")),
        )?;
    instruments::take_in(db, &sets).await?;
    let campaigns = include_str!("demo/campaigns.csv");
    let campaigns = campaigns.replace("{start}", &first_day(today).to_string());
    for (kind, text) in [
        (Kind::Units, include_str!("demo/units.csv")),
        (Kind::Procedures, include_str!("demo/procedures.csv")),
        (Kind::ServicePoints, include_str!("demo/service_points.csv")),
        (Kind::Campaigns, campaigns.as_str()),
    ] {
        let report = import::take(db, kind, text.as_bytes(), true).await?;
        if !report.applied {
            return Err(Error::new(format!("demo: {report}")));
        }
    }
    Ok(())
}

async fn load_ballots(
    db: &Db,
    (books, keys): (&Catalogue, &Keys),
    today: NaiveDate,
) -> Result<(), Error> {
    let mut group = Vec::with_capacity(GROUP);
    let mut memory = Memory::default();
    for day in first_day(today).iter_days().take_while(|day| *day < today) {
        group.extend(ballots::of_day(books, keys, day, today)?);
        if group.len() >= GROUP {
            stored::keep(db, &mut memory, &group).await?;
            group.clear();
        }
    }
    stored::keep(db, &mut memory, &group).await?;
    Ok(())
}

async fn loaded(db: &Db, already: bool) -> Result<Loaded, Error> {
    let books = books::load(db).await?;
    Ok(Loaded {
        units: books.units.len(),
        procedures: books.procedures.len(),
        service_points: books.service_points.len(),
        campaigns: books.campaigns.len(),
        ballots: stored::count(db).await?,
        already,
    })
}

#[cfg(test)]
mod tests;
