//! What time does to cases: waits end, what is late goes up, dissolved units hand over, and dates follow
//! the calendar.

use std::time::Duration;

use domain::feedback::{
    case::Case,
    event::{Actor, Step},
};

use super::{
    counters,
    log::{self, Line},
    requests, search,
};
use crate::{
    error::Error,
    node::Node,
    problem::Problem,
    store::{
        Tx,
        feedback::{cases, facts},
    },
};

/// How often it is looked.
const LOOKED: Duration = Duration::from_secs(15 * 60);
/// Cases that are read at once.
const PAGE: i64 = 500;

/// Sees to it for as long as the server runs. Two servers do no harm: whichever comes second finds it
/// done.
pub async fn always(node: Node) {
    let mut times = tokio::time::interval(LOOKED);
    loop {
        times.tick().await;
        if let Err(error) = search::refill(&node).await {
            tracing::warn!(%error, "some cases cannot be searched yet");
        }
        // What is told once and for ever is told of all cases or not yet.
        let is_whole = older(&node).await.unwrap_or_else(|error| {
            tracing::warn!(%error, "what figures need of older cases could not be written");
            false
        });
        if let Err(error) = requests::remind(&node).await {
            tracing::warn!(%error, "reminders of requests could not be written");
        }
        if let Err(error) = all(&node).await {
            tracing::warn!(%error, "what time asks of cases could not be done");
        }
        let (books, now) = (node.books(), (node.world.now)());
        if !is_whole {
            continue;
        }
        if let Err(error) = counters::due(&node.db, &books, node.world.rules, now).await {
            tracing::warn!(%error, "a month's public counters could not be told");
        }
    }
}

/// Writes what figures need of cases that are older than figures; whether that of all is there now.
async fn older(node: &Node) -> Result<bool, Error> {
    let mut is_whole = true;
    loop {
        let missing = facts::missing(&node.db, PAGE).await?;
        let mut written = 0;
        for &number in &missing {
            let mut tx = node.db.begin().await?;
            let Ok(case) = log::hold(&mut tx, number).await else {
                tracing::warn!(number, "a case cannot be read");
                is_whole = false;
                continue;
            };
            facts::keep(&mut tx, number, &case).await?;
            tx.commit().await?;
            written += 1;
        }
        if written == 0 {
            return Ok(is_whole && missing.is_empty());
        }
    }
}

/// Goes through the open cases once.
async fn all(node: &Node) -> Result<(), Error> {
    let mut after = 0;
    loop {
        let open = cases::open_after(&node.db, after, PAGE).await?;
        let Some(last) = open.last().copied() else { return Ok(()) };
        for number in open {
            if is_due(node, number).await? && one(node, number).await.is_err() {
                tracing::warn!(number, "a case could not be brought up to today");
            }
        }
        after = last;
    }
}

/// Whether there is anything to do to a case: asked without a lock first.
async fn is_due(node: &Node, number: i64) -> Result<bool, Error> {
    let mut tx = node.db.snapshot().await?;
    let Ok(case) = log::read(&mut tx, number).await else { return Ok(false) };
    let stored = cases::one(&mut tx, number).await?.and_then(|row| row.due);
    let books = node.books();
    let is_moved = log::due(&books, &case, node.today()).is_ok_and(|due| due != stored);
    Ok(is_moved || next(node, &case).is_some())
}

/// Does what is to be done to a case, and writes its dates as the calendar has them today.
pub(super) async fn one(node: &Node, number: i64) -> Result<(), Problem> {
    let mut tx: Tx = node.db.begin().await?;
    let books = node.books();
    let mut case = log::hold(&mut tx, number).await?;
    while let Some(step) = next(node, &case) {
        let line = Line { at: (node.world.now)(), actor: Actor::Clock, step, words: None };
        case = log::add(&mut tx, &books, number, case, line).await?;
    }
    cases::project(&mut tx, number, &case, log::due(&books, &case, node.today())?).await?;
    Ok(tx.commit().await?)
}

/// The next thing that time asks of a case.
fn next(node: &Node, case: &Case) -> Option<Step> {
    let (books, today) = (node.books(), node.today());
    let answers = |unit: i64| books.catalogue.answering_on(unit, today);
    let successor = |unit: i64| answers(unit).filter(|now| *now != unit);
    if let Some(unit) = case.lead().and_then(successor) {
        return Some(Step::Succeeded { unit });
    }
    // Whoever offered it chooses again.
    if case.offer.is_some_and(|unit| answers(unit) != Some(unit)) {
        return Some(Step::Returned);
    }
    log::class(&books, case).ok()?.step(&books.calendar, case, today)
}
