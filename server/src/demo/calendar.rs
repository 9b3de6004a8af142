//! How busy a day is: weekends, the rush before the year ends, and Tết, when hardly anyone comes.

use chrono::{Datelike, NaiveDate, Weekday};

/// The first day of each lunar year, month and day of the common calendar, from 2023.
const TET: [(u32, u32); 10] =
    [(1, 22), (2, 10), (1, 29), (2, 17), (2, 6), (1, 26), (2, 13), (2, 3), (1, 23), (2, 11)];
const FIRST_TET: i32 = 2023;

/// How many ballots come on an ordinary working day.
const ORDINARY: f64 = 31.8;

/// How many ballots to expect on a day.
pub fn expected(day: NaiveDate) -> f64 {
    let week = match day.weekday() {
        Weekday::Sun => 0.06,
        Weekday::Sat => 0.18,
        Weekday::Mon => 1.2,
        _ => 1.0,
    };
    let year_end = match (day.month(), day.day()) {
        (12, _) => 1.45,
        (11, 15..) => 1.2,
        (7 | 8, _) => 0.88,
        _ => 1.0,
    };
    ORDINARY * week * year_end * around_tet(day)
}

/// Whether a day falls into the year's end rush, when counters are crowded.
pub fn is_rush(day: NaiveDate) -> bool {
    day.month() == 12
}

fn around_tet(day: NaiveDate) -> f64 {
    let tet = usize::try_from(day.year() - FIRST_TET)
        .ok()
        .and_then(|year| TET.get(year))
        .and_then(|(month, date)| NaiveDate::from_ymd_opt(day.year(), *month, *date));
    match tet.map(|tet| (day - tet).num_days()) {
        Some(-3..=5) => 0.02,
        Some(6..=12) => 0.55,
        Some(-17..=-4) => 1.25,
        _ => 1.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tet_is_quiet_and_the_year_ends_in_a_rush() {
        let on = |text: &str| expected(text.parse().unwrap());
        assert!(on("2026-02-17") < 1.0);
        assert!(on("2026-02-10") > on("2026-03-10"));
        assert!(on("2025-12-09") > 1.3 * on("2025-10-14"));
        assert!(on("2026-03-08") < on("2026-03-10"));
    }
}
