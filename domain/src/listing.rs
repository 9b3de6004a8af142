//! Long lists, a page at a time: what is asked for, which rows that is, and what comes.

mod filter;
mod key;
mod search;

use serde::{Deserialize, Serialize};

pub use self::{
    filter::{days, fits, non_empty},
    key::Key,
    search::{LONGEST, Search},
};

/// Rows on one page.
const PAGE: usize = 50;

/// Which part of a list is asked for; the same in the address of a page and of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct ListQuery {
    /// What has to be in a row, marks and case aside.
    pub q: String,
    /// The column to sort by; a `-` before it turns the order round.
    pub sort: String,
    /// The page, from 1.
    pub page: usize,
}

/// One page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ListPage<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many rows there are on all pages.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
}

impl ListQuery {
    /// The page asked for, out of all rows: those that `holds` what is looked for, in the order of
    /// their `key` under the name of a column. Equal rows stay as they come.
    pub fn list<T>(
        &self,
        rows: impl IntoIterator<Item = T>,
        holds: impl Fn(&Search, &T) -> bool,
        key: impl Fn(&T, &str) -> Key,
    ) -> ListPage<T> {
        let search = Search::new(&self.q);
        let mut rows: Vec<T> = rows.into_iter().filter(|row| holds(&search, row)).collect();
        let (column, is_turned) = self.order();
        rows.sort_by_cached_key(|row| key(row, column));
        if is_turned {
            rows.reverse();
        }
        Part::of(rows.len(), self.page).cut(rows)
    }

    /// The column to sort by, and whether from the end.
    fn order(&self) -> (&str, bool) {
        self.sort.strip_prefix('-').map_or((self.sort.as_str(), false), |column| (column, true))
    }
}

/// One page of so many rows, before they are there.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    total: usize,
    page: usize,
    pages: usize,
}

impl Part {
    /// The page of this number. One after the last is the last.
    pub fn of(total: impl TryInto<usize>, page: usize) -> Self {
        let total = total.try_into().unwrap_or_default();
        let pages = total.div_ceil(PAGE).max(1);
        Self { total, page: page.clamp(1, pages), pages }
    }

    /// How many rows the page has at most, and how many come before it.
    pub fn bounds(self) -> (i64, i64) {
        (PAGE as i64, self.skipped() as i64)
    }

    /// The page, out of all rows in their order.
    pub fn cut<T>(self, rows: Vec<T>) -> ListPage<T> {
        self.with(rows.into_iter().skip(self.skipped()).take(PAGE).collect())
    }

    /// The page, of its own rows.
    pub fn with<T>(self, rows: Vec<T>) -> ListPage<T> {
        let Self { total, page, pages } = self;
        ListPage { rows, total, page, pages }
    }

    fn skipped(self) -> usize {
        (self.page - 1) * PAGE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(page: usize) -> ListPage<usize> {
        Part::of(120, page).cut((0..120).collect())
    }

    #[test]
    fn pages_follow_each_other_and_the_last_is_short() {
        assert_eq!((page(0).page, page(1).rows[0], page(2).rows[0]), (1, 0, 50));
        assert_eq!((page(3).rows.len(), page(9).page, page(9).pages), (20, 3, 3));
        assert_eq!(Part::of(0, 1).cut(Vec::<u8>::new()).pages, 1);
        assert_eq!(Part::of(120_i64, 9).bounds(), (50, 100));
        assert_eq!(
            (Part::of(-1_i64, 9).bounds(), Part::of(7, usize::MAX).bounds()),
            ((50, 0), (50, 0))
        );
    }

    #[test]
    fn rows_are_found_and_sorted_without_marks() {
        let names = ["Đức An", "an", "Ấn Độ", "Bình"];
        let list = |q: &str, sort: &str| {
            let wanted = ListQuery { q: q.to_owned(), sort: sort.to_owned(), page: 1 };
            let key = |name: &&str, column: &str| match column {
                "name" => Key::from(*name),
                "length" => Key::Number(name.chars().count() as i64),
                _ => Key::Nothing,
            };
            wanted.list(names, |search, name| search.words_in(&[name]), key).rows
        };
        assert_eq!(list("an", ""), ["Đức An", "an", "Ấn Độ"]);
        assert_eq!(list("AN duc", "nonsense"), ["Đức An"]);
        assert_eq!(list("", "name"), ["an", "Ấn Độ", "Bình", "Đức An"]);
        assert_eq!(list("", "-length"), ["Đức An", "Ấn Độ", "Bình", "an"]);
        assert_eq!(list("an", "-"), ["Ấn Độ", "an", "Đức An"], "no column, turned round");
    }
}
