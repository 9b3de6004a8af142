//! Long lists, a page at a time: what is asked for, and what comes.

use serde::{Deserialize, Serialize};

/// Rows on one page.
pub const PAGE: usize = 50;

/// Which part of a list is asked for; the same in the address of a page and of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[cfg_attr(feature = "openapi", derive(utoipa::IntoParams))]
#[cfg_attr(feature = "openapi", into_params(parameter_in = Query))]
pub struct Wanted {
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
pub struct Listed<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// How many rows there are on all pages.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are, at least one.
    pub pages: usize,
}

impl Wanted {
    /// The column to sort by, and whether from the end.
    pub fn order(&self) -> (&str, bool) {
        self.sort.strip_prefix('-').map_or((self.sort.as_str(), false), |column| (column, true))
    }

    /// The page asked for, out of all rows in their order. A page after the last is the last.
    pub fn cut<T>(&self, rows: Vec<T>) -> Listed<T> {
        let total = rows.len();
        let pages = total.div_ceil(PAGE).max(1);
        let page = self.page.clamp(1, pages);
        let rows = rows.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
        Listed { rows, total, page, pages }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(page: usize) -> Listed<usize> {
        Wanted { page, ..Wanted::default() }.cut((0..120).collect())
    }

    #[test]
    fn pages_follow_each_other_and_the_last_is_short() {
        assert_eq!((page(0).page, page(1).rows[0], page(2).rows[0]), (1, 0, 50));
        assert_eq!((page(3).rows.len(), page(9).page, page(9).pages), (20, 3, 3));
        assert_eq!(Wanted::default().cut(Vec::<u8>::new()).pages, 1);
    }

    #[test]
    fn a_dash_turns_the_order_round() {
        let wanted = Wanted { sort: "-name".to_owned(), ..Wanted::default() };
        assert_eq!(wanted.order(), ("name", true));
    }
}
