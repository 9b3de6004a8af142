//! Entries of the books as they are stored: what they say, for which days, and under which rows.

use domain::day::Period;

/// What one entry of the books says for a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version<T> {
    /// The code people write.
    pub code: String,
    /// When it is so.
    pub period: Period,
    /// What it says besides.
    pub content: T,
}

/// A version with the rows it is stored in.
#[derive(Clone, Debug)]
pub struct Stored<T> {
    /// The version's own row.
    pub id: i64,
    /// The row of the identity behind all versions; the version's own where there is but one.
    pub identity: i64,
    /// What is stored.
    pub version: Version<T>,
}
