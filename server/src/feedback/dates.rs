//! Which open cases another calendar gives another date, and writing those dates anew.

use chrono::NaiveDate;
use domain::{
    Action,
    day::working::Calendar,
    feedback::case::Case,
    listing::Part,
    office::books::calendar::{DueMove, DueOutlook},
    people::role::{Reach, reach},
};

use super::{clock, log};
use crate::{books::state, error::Error, node::Node, staff::Staff, store::feedback::log as stored};

/// Cases that are read at once: each page from a snapshot of its own, so that nobody waits for the whole.
const PAGE: usize = 500;

/// A case whose date moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The case.
    pub number: i64,
    /// Whom it is about: not there for them.
    about: Option<i64>,
    from: NaiveDate,
    to: NaiveDate,
}

/// Every open case that is due on another day by a calendar than by the one in force, with nothing locked.
pub async fn moved(node: &Node, calendar: &Calendar) -> Result<Vec<Moved>, Error> {
    let (mut moved, mut after) = (Vec::new(), 0);
    loop {
        let mut tx = node.db.snapshot().await?;
        let logs = stored::of_open(&mut tx, after, PAGE as i64).await?;
        drop(tx);
        let Some((last, _)) = logs.last() else { return Ok(moved) };
        after = *last;
        let is_last = logs.len() < PAGE;
        let cases = logs.iter().filter_map(|(number, log)| Some((*number, Case::of(log)?)));
        moved.extend(cases.filter_map(|(number, case)| of(node, calendar, number, &case)));
        if is_last {
            return Ok(moved);
        }
    }
}

fn of(node: &Node, calendar: &Calendar, number: i64, case: &Case) -> Option<Moved> {
    let (books, today) = (node.books(), node.today());
    let class = log::class(&books, case).ok()?;
    let from = class.next(&books.calendar, case, today)?.on;
    let to = class.next(calendar, case, today)?.on;
    (from != to).then_some(Moved { number, about: case.about, from, to })
}

/// What is there of it for a reader. Whoever reads every case finds none about themselves, neither as a row
/// nor in a count or a version: else days that are only tried would tell that there is one, and until when.
pub fn there<'a>(staff: &Staff, moved: &'a [Moved]) -> Vec<&'a Moved> {
    moved.iter().filter(|it| it.about != Some(staff.account)).collect()
}

/// What tells one outlook from another.
pub fn version(there: &[&Moved]) -> String {
    state(&there.iter().map(|it| told(it)).collect::<Vec<_>>())
}

/// A moved date as the record says it.
pub fn told(moved: &Moved) -> String {
    format!("{}: {} → {}", moved.number, moved.from, moved.to)
}

/// A page of what is there for a reader, and how many are not.
pub fn outlook(staff: &Staff, moved: &[Moved], page: usize) -> DueOutlook {
    // A key reads what it was made for, and dates alone.
    let sees =
        staff.session.is_some() && reach(staff.role, Action::ReadFeedback) == Reach::Everything;
    let all = there(staff, moved);
    let (version, total) = (version(&all), all.len());
    let shown = if sees { all } else { Vec::new() };
    let row = |it: &Moved| DueMove {
        number: it.number,
        from: it.from.to_string(),
        to: it.to.to_string(),
    };
    DueOutlook {
        version,
        total,
        hidden: total - shown.len(),
        moves: Part::of(shown.len(), page).cut(shown.into_iter().map(row).collect()),
    }
}

/// Writes the dates of these cases anew, one after the other. Whatever is left over is seen to by the clock.
pub fn follow(node: Node, moved: Vec<Moved>) {
    tokio::spawn(async move {
        for Moved { number, .. } in moved {
            if clock::one(&node, number).await.is_err() {
                tracing::warn!(number, "a case could not be brought up to another calendar");
            }
        }
    });
}
