//! Charts drawn by hand as SVG, each with a sentence that sums it up and a table of the same figures.
//! What is drawn is told in percent and stretches with the page; words are text, and wrap.

mod bars;
mod levels;
mod line;
mod period;
mod place;
mod scale;
mod signs;
mod spark;
mod table;
mod trend;
mod trend_table;
#[cfg(any(feature = "csr", test))]
mod units;

use domain::{
    Lang,
    figures::{
        difference::Verdict,
        index::{By, Index, IndexRow},
    },
};

pub use bars::Bars;
pub use levels::Levels;
pub use line::Line;
pub use signs::{aim_sign, sign};
pub use spark::Spark;
pub use table::IndexTable;
pub use trend::TrendChart;
pub use trend_table::TrendTable;
#[cfg(any(feature = "csr", test))]
pub(crate) use units::{UnitTable, Units};

use crate::text::{self, count};

/// The rows in the order in which they are read: those decided to be below the others first, then those that
/// cannot be told apart, then those above, what is not told last; in each group, and of months, as they come.
fn in_order(index: &Index) -> Vec<IndexRow> {
    let mut rows = index.rows.clone();
    if index.by != By::Month {
        rows.sort_by_key(|row| match row.verdict {
            _ if row.percent.is_none() => 3,
            Some(Verdict::Down) => 0,
            Some(Verdict::Up) => 2,
            _ => 1,
        });
    }
    rows
}

/// A row in words: `Phòng A, 76,19% (767 phiếu)`.
fn named(lang: Lang, row: &IndexRow) -> String {
    let words = text::figures(lang);
    let n = row.n.map(|n| [" (", &(words.of_ballots)(&count(lang, n)), ")"].concat());
    [&row.label, ", ", &words.value(lang, row), &n.unwrap_or_default()].concat()
}

#[cfg(all(test, feature = "ssr"))]
mod tests;
