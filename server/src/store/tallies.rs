//! Histograms, raised in the same transaction as the ballots they count.

use std::collections::{BTreeMap, HashMap};

use domain::{
    CheckedBallot, Tally,
    figures::tally::{self, TallyKey},
};

use super::{Tx, values::Bulk, within};

/// The stored form of one row: six counts for the ballot itself, then six for each item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts(Vec<u32>);

/// A row's key in the table: instrument, period, unit, procedure, channel, sampling.
pub type RowKey = [i64; 6];

impl Counts {
    /// Reads stored bytes; a broken tail is read as nothing.
    pub fn read(bytes: &[u8]) -> Self {
        Self(
            bytes
                .chunks_exact(4)
                .map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
                .collect(),
        )
    }

    fn with_items(items: usize) -> Self {
        Self(Vec::with_capacity(6 * (1 + items)))
    }

    fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(4 * self.0.len());
        for count in &self.0 {
            bytes.extend_from_slice(&count.to_le_bytes());
        }
        bytes
    }

    /// Raises one count by one.
    pub fn raise(&mut self, item: i64, slot: usize) {
        let place = usize::try_from(item).unwrap_or(0) * 6 + slot;
        if self.0.len() <= place {
            self.0.resize(place / 6 * 6 + 6, 0);
        }
        self.0[place] += 1;
    }

    /// Adds another row's counts.
    pub fn add(&mut self, other: &Self) {
        if self.0.len() < other.0.len() {
            self.0.resize(other.0.len(), 0);
        }
        for (count, more) in self.0.iter_mut().zip(&other.0) {
            *count += more;
        }
    }

    /// Takes another row's counts away; whether anything is left.
    fn take(&mut self, other: &Self) -> bool {
        for (count, less) in self.0.iter_mut().zip(&other.0) {
            *count = count.saturating_sub(*less);
        }
        self.0.iter().any(|count| *count > 0)
    }

    /// How many ballots are counted here.
    pub fn ballots(&self) -> u64 {
        self.tallies().find(|(item, _)| *item == tally::BALLOT).map_or(0, |(_, tally)| tally.na)
    }

    /// The tallies by item number, the ballot itself under 0; empty ones left out.
    pub fn tallies(&self) -> impl Iterator<Item = (i64, Tally)> + '_ {
        (0..).zip(self.0.chunks_exact(6)).filter(|(_, six)| six.iter().any(|n| *n > 0)).map(
            |(item, six)| {
                let n = |slot: usize| u64::from(six[slot]);
                (item, Tally { levels: [n(0), n(1), n(2), n(3), n(4)], na: n(5) })
            },
        )
    }
}

/// Folds ballots into rows: each ballot counts on its day and in its month.
pub fn fold<'a>(
    ballots: impl IntoIterator<Item = &'a CheckedBallot>,
    rows: &mut BTreeMap<RowKey, Counts>,
) {
    for ballot in ballots {
        let key = tally::key(ballot);
        for period in [key.day, key.day / 100] {
            let new = || Counts::with_items(ballot.answers.len());
            let row = rows.entry(row_key(&key, period)).or_insert_with(new);
            for (item, slot) in tally::counts(ballot) {
                row.raise(item, slot);
            }
        }
    }
}

fn row_key(key: &TallyKey, period: i64) -> RowKey {
    [key.instrument, period, key.unit, key.procedure, key.channel, key.sampling]
}

const INSERT: &str = "insert into tallies
    (instrument_id, period, unit_version_id, procedure_id, channel, sampling, counts)";

/// Makes sure a row is there, locks it, and reads it, in one statement on both engines.
static LOCK: Bulk = Bulk::new(
    INSERT,
    7,
    "on conflict (instrument_id, period, unit_version_id, procedure_id, channel, sampling)
     do update set counts = tallies.counts
     returning instrument_id, period, unit_version_id, procedure_id, channel, sampling, counts",
);

static WRITE: Bulk = Bulk::new(
    INSERT,
    7,
    "on conflict (instrument_id, period, unit_version_id, procedure_id, channel, sampling)
     do update set counts = excluded.counts",
);

/// The rows this process wrote last, so that they need not be read again.
///
/// Only for SQLite, where nobody else writes. Whatever failed must be forgotten.
#[derive(Default)]
pub struct Memory(HashMap<RowKey, Counts>);

/// More rows are not remembered: about 5 MB.
const MOST_REMEMBERED: usize = 10_000;

impl Memory {
    /// Forgets everything.
    pub fn forget(&mut self) {
        self.0.clear();
    }
}

/// Counts ballots. Rows are taken in the order of their keys, so that two servers never wait for
/// each other in a circle.
pub async fn add(
    tx: &mut Tx,
    memory: &mut Memory,
    ballots: &[&CheckedBallot],
) -> Result<(), sqlx::Error> {
    if matches!(tx, Tx::Postgres(_)) || memory.0.len() > MOST_REMEMBERED {
        memory.forget();
    }
    let mut more = BTreeMap::new();
    fold(ballots.iter().copied(), &mut more);
    let unknown: Vec<Row> = more
        .keys()
        .filter(|key| !memory.0.contains_key(*key))
        .map(|key| (*key, Counts::default()))
        .collect();
    memory.0.extend(upsert(tx, &LOCK, &unknown).await?);
    let rows: Vec<Row> = more
        .into_iter()
        .map(|(key, more)| {
            let counts = memory.0.entry(key).or_default();
            counts.add(&more);
            (key, counts.clone())
        })
        .collect();
    upsert(tx, &WRITE, &rows).await.map(|_| ())
}

/// Takes one ballot's counts back, and counts what it says now, if it is still there: where and when
/// it counts stays the same. A row that counts nothing any more goes. Whoever remembers rows has to
/// forget them.
pub async fn change(
    tx: &mut Tx,
    before: &CheckedBallot,
    now: Option<&CheckedBallot>,
) -> Result<(), sqlx::Error> {
    let (mut less, mut more) = (BTreeMap::new(), BTreeMap::new());
    fold([before], &mut less);
    fold(now, &mut more);
    let wanted: Vec<Row> = less.keys().map(|key| (*key, Counts::default())).collect();
    let mut left = Vec::new();
    for (key, mut counts) in upsert(tx, &LOCK, &wanted).await? {
        let is_left = counts.take(&less[&key]);
        match more.get(&key) {
            Some(more) => {
                counts.add(more);
                left.push((key, counts));
            }
            None if is_left => left.push((key, counts)),
            None => remove(tx, key).await?,
        }
    }
    upsert(tx, &WRITE, &left).await.map(|_| ())
}

async fn remove(tx: &mut Tx, key: RowKey) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        let query = sqlx::query(
            "delete from tallies where instrument_id = $1 and period = $2
             and unit_version_id = $3 and procedure_id = $4 and channel = $5 and sampling = $6",
        );
        key.into_iter().fold(query, |query, part| query.bind(part)).execute(conn).await?;
    });
    Ok(())
}

/// A row as it is kept.
type Row = (RowKey, Counts);
type StoredRow = (i64, i64, i64, i64, i64, i64, Vec<u8>);

async fn upsert(
    tx: &mut Tx,
    statement: &'static Bulk,
    rows: &[Row],
) -> Result<Vec<Row>, sqlx::Error> {
    let mut answers = Vec::with_capacity(rows.len());
    for (statement, run) in statement.runs(tx, rows) {
        let stored: Vec<StoredRow> = within!(tx, conn => {
            let mut query = sqlx::query_as(statement);
            for (key, counts) in run {
                for part in key {
                    query = query.bind(*part);
                }
                query = query.bind(counts.bytes());
            }
            query.fetch_all(conn).await?
        });
        answers.extend(stored.into_iter().map(from_stored));
    }
    Ok(answers)
}

/// A stored row as key and counts.
pub fn from_stored(
    (instrument, period, unit, procedure, channel, sampling, counts): StoredRow,
) -> (RowKey, Counts) {
    ([instrument, period, unit, procedure, channel, sampling], Counts::read(&counts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_survive_being_stored_and_add_up() {
        let mut one = Counts::default();
        one.raise(0, 5);
        one.raise(3, 4);
        let mut two = Counts::default();
        two.raise(5, 0);
        two.add(&Counts::read(&one.bytes()));
        let tallies: Vec<(i64, Tally)> = two.tallies().collect();
        assert_eq!(tallies.iter().map(|(item, _)| *item).collect::<Vec<_>>(), [0, 3, 5]);
        assert_eq!(tallies[0].1.na, 1);
        assert_eq!(tallies[1].1.levels, [0, 0, 0, 0, 1]);
        assert!(two.take(&one), "the other ballot is still counted");
        assert_eq!(two.tallies().map(|(item, _)| item).collect::<Vec<_>>(), [5]);
        assert!(!one.clone().take(&one));
    }
}
