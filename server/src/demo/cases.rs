//! Two years of invented feedback, ordinary and awkward, sent and worked on by the ways of reality.
//!
//! The cases of a day are drawn by its seed, each line of their logs is checked like anyone's, and what
//! the clock would have done meanwhile is done on its day. What lies after the last day is not there
//! yet, so the newest cases are open.

mod desk;
mod matter;
mod plan;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::day;

use self::{
    desk::Desk,
    plan::{Move, Plan},
};
use super::{calendar, first_day};
use crate::{
    error::Error,
    feedback::counters,
    keys::Keys,
    node::{self, Books},
    problem::Problem,
    publications::Rules,
    store::{Db, calendar as days, settings},
};

/// The setting that says how far the cases are: the day they were begun with, then that all are there.
const MARK: &str = "demo.cases";
/// Working days after which some cases are still open: few of them so late that the leadership has them.
const LINGERING: std::ops::Range<u32> = 12..24;
/// Working days after which some senders are waited for.
const WAITING: std::ops::Range<u32> = 4..9;
/// What it says then.
const COMPLETE: &str = "complete";

/// Adds the cases that are not there yet; once all are, nothing more. An interrupted load is taken up
/// again for the day it was begun with.
pub async fn load(
    db: &Db,
    keys: &Keys,
    fill: fn(&mut [u8]),
    today: NaiveDate,
) -> Result<(), Error> {
    let mark = settings::get(db, MARK).await?;
    if mark.as_deref() == Some(COMPLETE) {
        return Ok(());
    }
    let begun = mark.and_then(|mark| day::from_number(mark.parse().ok()?));
    let today = begun.unwrap_or(today);
    set_mark(db, &day::number(today).to_string()).await?;
    load_calendar(db, today).await?;
    let books = node::read(db, false).await?;
    let first = first_day(today);
    let mut month = first;
    while month < today {
        let next = month.checked_add_months(chrono::Months::new(1)).unwrap_or(today).min(today);
        of_days(db, (keys, fill), &books, (month, next), today)
            .await
            .map_err(|problem| Error::new(format!("demo: a case of {month}: {problem:?}")))?;
        month = next;
    }
    set_mark(db, COMPLETE).await
}

/// Tells everybody of the months that have closed, as anyone's are told.
pub async fn tell(db: &Db, rules: Rules, now: DateTime<Utc>) -> Result<(), Error> {
    counters::due(db, &node::read(db, false).await?, rules, now).await
}

async fn set_mark(db: &Db, mark: &str) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    settings::set(&mut tx, MARK, mark).await?;
    Ok(tx.commit().await?)
}

/// Holidays and days that make up for them, for years that have none.
async fn load_calendar(db: &Db, today: NaiveDate) -> Result<(), Error> {
    let mut tx = db.begin().await?;
    for year in first_day(today).year()..=today.year() {
        if days::of_year(&mut tx, year.into()).await?.is_empty() {
            days::put(&mut tx, year.into(), &calendar::special(year)).await?;
        }
    }
    settings::books_changed(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// The cases of some days in a row, in one transaction.
async fn of_days(
    db: &Db,
    (keys, fill): (&Keys, fn(&mut [u8])),
    books: &Books,
    (from, to): (NaiveDate, NaiveDate),
    today: NaiveDate,
) -> Result<(), Problem> {
    let people = desk::people(db).await?;
    let mut desk = Desk { tx: db.begin().await?, books, keys, fill, people, today };
    for day in from.iter_days().take_while(|day| *day < to) {
        let age = books.calendar.between(day, today);
        for mut plan in plan::of_day(books, day) {
            // Some of the last weeks are worked on still, or there would be nothing late to look at.
            if LINGERING.contains(&age) && plan.number % 2 == 0 {
                plan.moves.truncate(3);
            }
            if WAITING.contains(&age) && plan.number % 3 == 0 {
                plan.moves = vec![(1, Move::Receive), (2, Move::Ask(9))];
            }
            whole(&mut desk, plan).await?;
        }
    }
    Ok(desk.tx.commit().await?)
}

/// A case with all that happens to it, and those that are linked to it; nothing where it is there.
async fn whole(desk: &mut Desk<'_>, plan: Plan) -> Result<(), Problem> {
    let Some(mut lead) = desk.open(&plan).await? else { return Ok(()) };
    let before = plan.moves.iter().take_while(|(_, step)| *step != Move::Approve).count();
    for step in &plan.moves[..before] {
        desk.step(&mut lead, &plan, step).await?;
    }
    let mut linked = Vec::new();
    for follower in &plan.followers {
        if let Some(mut opened) = desk.open(follower).await? {
            for step in &follower.moves {
                desk.step(&mut opened, follower, step).await?;
            }
            desk.link(&mut opened, lead.number).await?;
            linked.push(opened);
        }
    }
    for step in &plan.moves[before..] {
        let was_answered = lead.case.first_answered.is_some();
        desk.step(&mut lead, &plan, step).await?;
        if !was_answered && lead.case.first_answered.is_some() {
            for opened in &mut linked {
                desk.answer_with(opened, &lead, &plan.matter.answer).await?;
            }
        }
    }
    let all = [lead].into_iter().chain(linked);
    for mut opened in all {
        desk.pass_until_today(&mut opened).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
