//! Statements that take many rows at once.

use std::{fmt::Write as _, sync::LazyLock};

/// How many rows one statement takes at the most; the sizes below it fill up the rest, so that a
/// handful of prepared statements serves every number of rows.
const SIZES: [usize; 4] = [64, 16, 4, 1];

/// One statement in its four sizes.
pub struct Bulk(LazyLock<[String; 4]>);

impl Bulk {
    /// A statement `{head} values (…), (…) {tail}`, made when first used.
    pub const fn new(make: fn() -> [String; 4]) -> Self {
        Self(LazyLock::new(make))
    }

    /// The rows in runs, each with the statement that takes that many.
    pub fn runs<'a, T>(
        &'static self,
        rows: &'a [T],
    ) -> impl Iterator<Item = (&'static str, &'a [T])> {
        let statements: &'static [String; 4] = &self.0;
        let mut rest = rows;
        std::iter::from_fn(move || {
            let size = SIZES.iter().position(|size| *size <= rest.len())?;
            let (run, after) = rest.split_at(SIZES[size]);
            rest = after;
            Some((statements[size].as_str(), run))
        })
    }
}

/// Writes `head values ($1, …), (…) tail` in every size.
pub fn sized(head: &str, columns: usize, tail: &str) -> [String; 4] {
    SIZES.map(|rows| {
        let mut sql = format!("{head} values ");
        for row in 0..rows {
            sql.push_str(if row == 0 { "(" } else { ", (" });
            for column in 1..=columns {
                let comma = if column == 1 { "" } else { ", " };
                let _ = write!(sql, "{comma}${}", row * columns + column);
            }
            sql.push(')');
        }
        format!("{sql} {tail}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    static PAIRS: Bulk = Bulk::new(|| sized("insert into t", 2, "returning a"));

    #[test]
    fn every_row_goes_into_one_run() {
        let rows: Vec<usize> = (0..87).collect();
        let runs: Vec<(&str, &[usize])> = PAIRS.runs(&rows).collect();
        assert_eq!(runs.iter().map(|(_, run)| run.len()).collect::<Vec<_>>(), [64, 16, 4, 1, 1, 1]);
        assert_eq!(runs[3].0, "insert into t values ($1, $2) returning a");
        assert!(runs[2].0.contains("($1, $2), ($3, $4)"));
    }
}
