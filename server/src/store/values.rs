//! Statements that take many rows at once.

use std::{fmt::Write as _, sync::OnceLock};

use super::Tx;
use crate::error::Error;

/// How many rows one statement takes, so that a few prepared statements serve every number and a
/// run that is filled up holds at most a sixth of fill.
const SIZES: [usize; 20] = [64, 56, 48, 40, 32, 28, 24, 20, 16, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1];
/// More than all statements in all sizes: a connection keeps that many prepared.
pub const PREPARED: usize = 256;

/// One statement `{head} values (…), (…) {tail}` in all its sizes.
pub struct Bulk {
    head: &'static str,
    columns: usize,
    tail: &'static str,
    sqlite: OnceLock<[String; SIZES.len()]>,
    postgres: OnceLock<[String; SIZES.len()]>,
}

/// Some rows with the statement that takes that many.
pub type Run<'a, T> = (&'static str, Vec<&'a T>);

impl Bulk {
    /// A statement, written when it is first used.
    pub const fn new(head: &'static str, columns: usize, tail: &'static str) -> Self {
        Self { head, columns, tail, sqlite: OnceLock::new(), postgres: OnceLock::new() }
    }

    /// The rows in runs. To the statement a row given twice must be the same as once: SQLite gets
    /// fewer runs, the last one filled up with its last row, since every run is a wait for the
    /// database. PostgreSQL refuses to change a row twice in one statement.
    pub fn runs<'a, T>(&'static self, tx: &Tx, rows: &'a [T]) -> Vec<Run<'a, T>> {
        let sqlite = matches!(tx, Tx::Sqlite(_));
        let statements = self.statements(sqlite);
        sizes(rows.len(), sqlite)
            .scan(0, |start, size| {
                let place = SIZES.iter().position(|known| *known == size)?;
                let last = rows.len() - 1;
                let run = (*start..*start + size).map(|at| &rows[at.min(last)]).collect();
                *start += size;
                Some((statements[place].as_str(), run))
            })
            .collect()
    }

    /// SQLite looks every *named* placeholder up in a list, and `$1` is a name to it: in a statement
    /// of hundreds that took longer than the statement itself. So it gets bare question marks here.
    fn statements(&'static self, sqlite: bool) -> &'static [String; SIZES.len()] {
        let cell = if sqlite { &self.sqlite } else { &self.postgres };
        cell.get_or_init(|| SIZES.map(|rows| self.format(rows, sqlite)))
    }

    fn format(&self, rows: usize, sqlite: bool) -> String {
        let mut sql = format!("{} values ", self.head);
        for row in 0..rows {
            sql.push_str(if row == 0 { "(" } else { ", (" });
            for column in 1..=self.columns {
                sql.push_str(if column == 1 { "" } else { ", " });
                if sqlite {
                    sql.push('?');
                } else {
                    let _ = write!(sql, "${}", row * self.columns + column);
                }
            }
            sql.push(')');
        }
        format!("{sql} {}", self.tail)
    }
}

/// How many numbers one list takes; the last is more than a house has units in all its history.
const LISTS: [usize; 4] = [16, 128, 1024, 8192];

/// One statement `{head} (…) {tail}` with a list of numbers in its brackets.
pub struct List {
    head: &'static str,
    before: usize,
    tail: &'static str,
    written: OnceLock<[String; 4]>,
}

impl List {
    /// A statement whose other placeholders are the first `before`.
    pub const fn new(head: &'static str, before: usize, tail: &'static str) -> Self {
        Self { head, before, tail, written: OnceLock::new() }
    }

    /// The statement for so many numbers, and the numbers to bind; nothing for no numbers. What
    /// does not fit is left out.
    pub fn of(&'static self, numbers: &[i64]) -> Option<(&'static str, Vec<i64>)> {
        let last = numbers.last()?;
        let place = LISTS.iter().position(|size| *size >= numbers.len()).unwrap_or(3);
        let padded = numbers.iter().chain(std::iter::repeat(last)).take(LISTS[place]);
        let written = self.written.get_or_init(|| LISTS.map(|size| self.format(size)));
        Some((written[place].as_str(), padded.copied().collect()))
    }

    fn format(&self, size: usize) -> String {
        let places: Vec<String> =
            (1..=size).map(|place| format!("${}", self.before + place)).collect();
        format!("{} ({}) {}", self.head, places.join(", "), self.tail)
    }
}

/// The sizes of the runs that take this many rows.
fn sizes(rows: usize, fill: bool) -> impl Iterator<Item = usize> {
    let mut left = rows;
    std::iter::from_fn(move || {
        let fits = SIZES.iter().copied().find(|size| *size <= left)?;
        let size = match SIZES.iter().copied().rfind(|size| *size >= left) {
            Some(larger) if fill => larger,
            _ => fits,
        };
        left = left.saturating_sub(size);
        Some(size)
    })
}

/// A stored number that stands for nothing known here.
pub(super) fn unknown_number() -> Error {
    Error::new("a stored channel or sampling kind is not known to this program: use a newer one")
}

#[cfg(test)]
mod tests {
    use super::*;

    static PAIRS: Bulk = Bulk::new("insert into t", 2, "returning a");

    #[test]
    fn every_row_goes_into_one_run() {
        assert_eq!(sizes(87, false).collect::<Vec<_>>(), [64, 20, 3]);
        assert_eq!(sizes(64, false).collect::<Vec<_>>(), [64]);
        assert_eq!(sizes(0, false).collect::<Vec<_>>(), [0; 0]);
    }

    #[test]
    fn a_filled_run_has_room_to_spare() {
        assert_eq!(sizes(87, true).collect::<Vec<_>>(), [64, 24]);
        assert_eq!(sizes(64, true).collect::<Vec<_>>(), [64]);
        assert_eq!(sizes(130, true).collect::<Vec<_>>(), [64, 64, 2]);
        assert_eq!(sizes(9, true).collect::<Vec<_>>(), [10]);
    }

    static SOME: List = List::new("select a from t where b = $1 and c in", 1, "limit 1");

    #[test]
    fn a_list_is_filled_up_with_its_last_number() {
        assert!(SOME.of(&[]).is_none(), "an empty list asks nothing rather than everything");
        let (sql, numbers) = SOME.of(&[7, 8]).unwrap();
        assert!(sql.starts_with("select a from t where b = $1 and c in ($2, $3, "), "{sql}");
        assert!(sql.ends_with("$17) limit 1"), "{sql}");
        assert_eq!((numbers.len(), &numbers[..3]), (16, &[7, 8, 8][..]));
        assert_eq!(SOME.of(&[1; 17]).unwrap().1.len(), 128);
    }

    #[test]
    fn each_engine_gets_its_placeholders() {
        assert_eq!(PAIRS.format(2, true), "insert into t values (?, ?), (?, ?) returning a");
        assert_eq!(PAIRS.format(2, false), "insert into t values ($1, $2), ($3, $4) returning a");
    }
}
