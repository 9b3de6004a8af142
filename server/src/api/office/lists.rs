//! Lists of the books: the rows that hold the words looked for, in the order asked for.

use domain::{
    listing::{Listed, Wanted},
    text::fold,
};

/// Characters of what is looked for; the rest of a longer text is not looked at.
const LONGEST_SEARCH: usize = 100;

/// The page asked for. `words` is what a row is found by, `key` what it is sorted by under the
/// name of a column; equal rows stay in the order in which they come.
pub fn page<T>(
    wanted: &Wanted,
    rows: Vec<T>,
    words: impl Fn(&T) -> String,
    key: impl Fn(&T, &str) -> String,
) -> Listed<T> {
    let looked_for: String = fold(&wanted.q).chars().take(LONGEST_SEARCH).collect();
    let holds = |row: &T| {
        let words = fold(&words(row));
        looked_for.split_whitespace().all(|word| words.contains(word))
    };
    let mut rows: Vec<T> = rows.into_iter().filter(holds).collect();
    let (column, is_turned) = wanted.order();
    rows.sort_by_cached_key(|row| fold(&key(row, column)));
    if is_turned {
        rows.reverse();
    }
    wanted.cut(rows)
}
