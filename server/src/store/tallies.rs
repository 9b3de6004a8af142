//! Histograms, raised in the same transaction as the ballots they count.

pub mod anew;
mod counts;
mod forms;
mod key;
mod spread;

use std::collections::{BTreeMap, HashMap};

use domain::{CheckedBallot, day};

pub(in crate::store) use self::key::{StoredRow, columns};
pub use self::{anew::Sums, counts::Counts, forms::Forms, key::TallyKey};
use super::{Tx, revisions, values::Bulk, within};

/// Rows by their keys, in the order in which they are locked and written.
pub type TallyRows = BTreeMap<TallyKey, Counts>;

/// The row in which a ballot's day is counted. There is one, [`TallyKey::of`]; tests have others.
type KeyOf = fn(&CheckedBallot) -> TallyKey;

/// Folds ballots into rows: each ballot counts on its day and in its month.
fn fold<'a>(
    key: KeyOf,
    forms: &Forms,
    ballots: impl IntoIterator<Item = &'a CheckedBallot>,
    rows: &mut TallyRows,
) {
    let mut days = TallyRows::new();
    for ballot in ballots {
        let new = || Counts::with_items(ballot.answers.len());
        days.entry(key(ballot)).or_insert_with(new).count(ballot, forms.of(ballot));
    }
    for (day, counts) in days {
        rows.entry(day.month()).or_default().add(&counts);
        rows.entry(day).or_default().add(&counts);
    }
}

const INSERT: &str = concat!("insert into tallies (", columns!(), ", counts, moments)");

/// How many columns a row has.
const WIDTH: usize = TallyKey::WIDTH + 2;

/// Makes sure a row is there, locks it, and reads it, in one statement on both engines.
static LOCK: Bulk = Bulk::new(
    INSERT,
    WIDTH,
    concat!(
        "on conflict (",
        columns!(),
        ") do update set counts = tallies.counts
         returning ",
        columns!(),
        ", counts, moments"
    ),
);

static WRITE: Bulk = Bulk::new(
    INSERT,
    WIDTH,
    concat!(
        "on conflict (",
        columns!(),
        ") do update set counts = excluded.counts, moments = excluded.moments"
    ),
);

static REMOVE: Bulk =
    Bulk::new(concat!("delete from tallies where (", columns!(), ") in ("), TallyKey::WIDTH, ")");

/// The rows this process wrote last, so that they need not be read again, and what the question sets
/// of their ballots add up together.
///
/// The rows only for SQLite, where nobody else writes. Whatever failed must be forgotten.
#[derive(Default)]
pub struct Memory {
    rows: HashMap<TallyKey, Counts>,
    forms: Forms,
}

/// More rows are not remembered: about 5 MB.
const MOST_REMEMBERED: usize = 10_000;

impl Memory {
    /// Forgets everything.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

/// Counts ballots. Rows are taken in the order of their keys, so that two servers never wait for
/// each other in a circle.
pub async fn add(
    tx: &mut Tx,
    memory: &mut Memory,
    ballots: &[&CheckedBallot],
) -> Result<(), sqlx::Error> {
    add_by(TallyKey::of, tx, memory, ballots).await
}

async fn add_by(
    key: KeyOf,
    tx: &mut Tx,
    memory: &mut Memory,
    ballots: &[&CheckedBallot],
) -> Result<(), sqlx::Error> {
    let Memory { rows: remembered, forms } = memory;
    if matches!(tx, Tx::Postgres(_)) || remembered.len() > MOST_REMEMBERED {
        remembered.clear();
    }
    forms.learn(tx, ballots.iter().copied()).await?;
    let mut more = BTreeMap::new();
    fold(key, forms, ballots.iter().copied(), &mut more);
    let unknown: Vec<TallyRow> = more
        .keys()
        .filter(|key| !remembered.contains_key(*key))
        .map(|key| (*key, Counts::default()))
        .collect();
    remembered.extend(upsert(tx, &LOCK, &unknown).await?);
    let rows: Vec<TallyRow> = more
        .into_iter()
        .map(|(key, more)| {
            let counts = remembered.entry(key).or_default();
            counts.add(&more);
            (key, counts.clone())
        })
        .collect();
    upsert(tx, &WRITE, &rows).await.map(|_| ())
}

/// Takes one ballot's counts out of the rows they are in, and counts what it says now, if it is
/// still there, in the rows that belong to that: mostly the same ones. A row that counts nothing any
/// more goes. Whoever remembers rows has to forget them.
pub async fn change(
    tx: &mut Tx,
    before: &CheckedBallot,
    now: Option<&CheckedBallot>,
) -> Result<(), sqlx::Error> {
    change_by(TallyKey::of, tx, before, now).await
}

async fn change_by(
    key: KeyOf,
    tx: &mut Tx,
    before: &CheckedBallot,
    now: Option<&CheckedBallot>,
) -> Result<(), sqlx::Error> {
    let mut forms = Forms::default();
    forms.learn(tx, [before].into_iter().chain(now)).await?;
    let (mut less, mut more) = (TallyRows::new(), TallyRows::new());
    fold(key, &forms, [before], &mut less);
    fold(key, &forms, now, &mut more);
    // All rows of both, in the order of their keys, as whoever adds takes them.
    let wanted: TallyRows =
        less.keys().chain(more.keys()).map(|key| (*key, Counts::default())).collect();
    let wanted: Vec<TallyRow> = wanted.into_iter().collect();
    let mut rows = upsert(tx, &LOCK, &wanted).await?;
    for (key, counts) in &mut rows {
        if let Some(less) = less.get(key) {
            counts.take(less);
        }
        if let Some(more) = more.get(key) {
            counts.add(more);
        }
    }
    let (empty, left): (Vec<TallyRow>, Vec<TallyRow>) =
        rows.into_iter().partition(|(_, counts)| counts.is_empty());
    remove(tx, &empty).await?;
    upsert(tx, &WRITE, &left).await?;
    revisions::raise(tx, day::number(before.day) / 100).await
}

async fn remove(tx: &mut Tx, rows: &[TallyRow]) -> Result<(), sqlx::Error> {
    for (statement, run) in REMOVE.runs(tx, rows) {
        within!(&mut *tx, conn => {
            let parts = run.into_iter().flat_map(|(key, _)| key.parts());
            let query = parts.fold(sqlx::query(statement), |query, part| query.bind(part));
            query.execute(conn).await?;
        });
    }
    Ok(())
}

/// A row as it is kept.
type TallyRow = (TallyKey, Counts);

async fn upsert(
    tx: &mut Tx,
    statement: &'static Bulk,
    rows: &[TallyRow],
) -> Result<Vec<TallyRow>, sqlx::Error> {
    let mut answers = Vec::with_capacity(rows.len());
    for (statement, run) in statement.runs(tx, rows) {
        let stored: Vec<StoredRow> = within!(tx, conn => {
            let mut query = sqlx::query_as(statement);
            for (key, counts) in run {
                for part in key.parts() {
                    query = query.bind(part);
                }
                query = query.bind(counts.bytes()).bind(counts.moments());
            }
            query.fetch_all(conn).await?
        });
        answers.extend(stored.into_iter().map(from_stored));
    }
    Ok(answers)
}

/// A stored row as key and counts.
pub(in crate::store) fn from_stored(row: StoredRow) -> TallyRow {
    TallyKey::stored(row)
}

#[cfg(test)]
pub(in crate::store) mod tests;
