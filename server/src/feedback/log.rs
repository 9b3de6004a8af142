//! Adding to a case's log: checked against the rules, kept with its words, shown in the case's row.

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Fault, Reason, day,
    feedback::{
        case::Case,
        clock::Class,
        event::{Actor, Event, Step},
        kind::State,
        steps::{self, Rules},
    },
};

use crate::{
    node::Books,
    problem::Problem,
    store::{
        Tx,
        feedback::{beside, cases, log},
    },
};

/// A line to be added.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: DateTime<Utc>,
    /// By whom.
    pub actor: Actor,
    /// What.
    pub step: Step,
    /// The words that go with it.
    pub words: Option<String>,
}

impl Line {
    fn event(&self) -> Event {
        Event { at: self.at, actor: self.actor.clone(), step: self.step.clone() }
    }
}

/// Opens a case with its first line, which says that it was sent; its number and what it is.
///
/// Numbers are drawn: those that count up would tell in which order cases came that tell their day alone.
pub async fn open(
    tx: &mut Tx,
    (books, fill): (&Books, fn(&mut [u8])),
    new: &cases::NewCase,
    sent: Line,
) -> Result<(i64, Case), Problem> {
    let event = sent.event();
    let case = Case::begun(&event).ok_or(Problem::Broken)?;
    let due = due(books, &case, day::local_day(sent.at))?;
    let mut number = drawn(fill);
    while cases::one(tx, number).await?.is_some() {
        number = drawn(fill);
    }
    cases::add(tx, number, new, &case, due).await?;
    log::add(tx, (number, 1), &event, sent.words.as_deref()).await?;
    Ok((number, case))
}

/// A number of seven digits.
fn drawn(fill: fn(&mut [u8])) -> i64 {
    let mut bytes = [0; 4];
    fill(&mut bytes);
    1_000_000 + i64::from(u32::from_be_bytes(bytes)) % 9_000_000
}

/// Adds a line to a case whose turn this transaction has, and what it asks for at once; the case as it is
/// then. A line that may not come is a fault of the field `step`.
pub async fn add(
    tx: &mut Tx,
    books: &Books,
    number: i64,
    mut case: Case,
    line: Line,
) -> Result<Case, Problem> {
    let (at, today) = (line.at, day::local_day(line.at));
    let was_public = case.state == State::Published;
    append(tx, books, number, &mut case, line).await?;
    if let Some(step) = steps::follow_up(&case) {
        let line = Line { at, actor: Actor::Clock, step, words: None };
        append(tx, books, number, &mut case, line).await?;
    }
    // Taken back or looked at again: nobody reads it meanwhile.
    if was_public && case.state != State::Published {
        beside::unpublish(tx, number).await?;
    }
    cases::project(tx, number, &case, due(books, &case, today)?).await?;
    Ok(case)
}

/// A case whose turn this transaction has.
pub async fn hold(tx: &mut Tx, number: i64) -> Result<Case, Problem> {
    if !cases::hold(tx, number).await? {
        return Err(Problem::NotFound);
    }
    read(tx, number).await
}

/// A case as its log makes it.
pub async fn read(tx: &mut Tx, number: i64) -> Result<Case, Problem> {
    Case::of(&log::read(tx, number).await?).ok_or(Problem::NotFound)
}

async fn append(
    tx: &mut Tx,
    books: &Books,
    number: i64,
    case: &mut Case,
    line: Line,
) -> Result<(), Problem> {
    let event = line.event();
    let rules = Rules { calendar: &books.calendar, class: class(books, case)? };
    steps::check(case, &event, rules)
        .map_err(|misstep| Problem::faults(vec![Fault::new("step", Reason::Misstep(misstep))]))?;
    let place = i64::from(case.events) + 1;
    log::add(tx, (number, place), &event, line.words.as_deref()).await?;
    case.apply(&event);
    Ok(())
}

/// The deadline class of a case.
pub fn class<'a>(books: &'a Books, case: &Case) -> Result<&'a Class, Problem> {
    books.classes.get(&case.class).ok_or(Problem::Broken)
}

/// What is due next, as it is stored.
pub fn due(books: &Books, case: &Case, today: NaiveDate) -> Result<Option<i64>, Problem> {
    let due = class(books, case)?.next(&books.calendar, case, today);
    Ok(due.map(|due| day::number(due.on)))
}
