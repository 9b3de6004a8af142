//! The months of a chart, each at its place in time, and the quarters that mark them.

use domain::{day::Month, figures::index::IndexRow};

/// Quarters that have a mark of their own; of more, the years alone are told.
const MANY: u32 = 9;
/// Years that have a mark.
const YEARS: u32 = 5;
/// Where the first month and the last one lie, in hundredths of a percent of the width.
const ENDS: (u32, u32) = (1100, 9700);

/// A stretch of months, counted from the year 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Months {
    first: u32,
    last: u32,
}

/// A mark of the time axis: its place, the quarter, and the year where that is told.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) x: u32,
    pub(super) quarter: Option<&'static str>,
    pub(super) year: Option<u32>,
}

/// The month of a row, counted from the year 0.
pub(super) fn number(row: &IndexRow) -> Option<u32> {
    let number = u32::try_from(Month::read(&row.key)?.number()).ok()?;
    Some(number / 100 * 12 + number % 100 - 1)
}

impl Months {
    /// The months from the first row to the last; nothing, where there are none.
    pub(super) fn of(rows: &[IndexRow]) -> Option<Self> {
        let months: Vec<u32> = rows.iter().filter_map(number).collect();
        Some(Self { first: *months.iter().min()?, last: *months.iter().max()? })
    }

    /// How far from the left a month is, in hundredths of a percent of the width.
    pub(super) fn x(self, month: u32) -> u32 {
        match self.last - self.first {
            0 => 5000,
            all => ENDS.0 + (ENDS.1 - ENDS.0) * (month - self.first) / all,
        }
    }

    /// A mark where each quarter begins.
    pub(super) fn ticks(self) -> Vec<Tick> {
        let begins = (self.first..=self.last).filter(|month| month % 3 == 0);
        let begins: Vec<u32> = begins.collect();
        let are_few = begins.len() <= MANY as usize;
        let has_new_year = begins.iter().any(|month| month % 12 == 0);
        let nth = if are_few { 1 } else { (self.last - self.first).div_ceil(12 * YEARS).max(1) };
        let tick = |(place, month): (usize, u32)| {
            let is_told = if has_new_year { month % (12 * nth) == 0 } else { place == 0 };
            Tick {
                x: self.x(month),
                quarter: are_few.then(|| ["I", "II", "III", "IV"][(month % 12 / 3) as usize]),
                year: is_told.then_some(month / 12),
            }
        };
        begins.into_iter().enumerate().map(tick).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(keys: &[&str]) -> Months {
        let row = |key: &&str| IndexRow { key: (*key).into(), ..IndexRow::default() };
        Months::of(&keys.iter().map(row).collect::<Vec<_>>()).unwrap()
    }

    #[test]
    fn a_month_lies_where_it_belongs_in_time() {
        let months = months(&["2025-11", "2026-01", "2026-09"]);
        assert_eq!(months.x(2025 * 12 + 10), 1100);
        assert_eq!(months.x(2026 * 12 + 8), 9700);
        assert_eq!(months.x(2026 * 12 + 3), 5400, "half way, though no row is there");
    }

    #[test]
    fn quarters_are_marked_and_of_many_the_years_alone() {
        let marks = |keys: &[&str]| {
            let ticks = months(keys).ticks();
            ticks.into_iter().map(|it| (it.quarter, it.year)).collect::<Vec<_>>()
        };
        assert_eq!(
            marks(&["2025-11", "2026-08"]),
            [(Some("I"), Some(2026)), (Some("II"), None), (Some("III"), None)]
        );
        assert_eq!(marks(&["2026-04", "2026-08"])[0], (Some("II"), Some(2026)));
        assert_eq!(marks(&["2026-08"]), []);
        let long = marks(&["2014-01", "2026-12"]);
        assert!(long.iter().all(|(quarter, _)| quarter.is_none()));
        assert!(long.iter().filter(|(_, year)| year.is_some()).count() <= 6, "{long:?}");
    }
}
