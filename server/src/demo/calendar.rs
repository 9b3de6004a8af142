//! How busy a day is: weekends, the rush before the year ends, and Tết, when hardly anyone comes; and
//! on which days nobody works.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use domain::office::books::calendar::{CheckedDay, DayKind};

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

/// The days of a year that are not what their weekday says, as they might have been decided: Tết with
/// the days around it, and Mondays and Fridays beside a holiday, each made up for on a Saturday.
pub fn special(year: i32) -> Vec<CheckedDay> {
    let mut off: Vec<(NaiveDate, &str)> = Vec::new();
    let fixed = [
        (1, 1, "Tết Dương lịch"),
        (4, 30, "Ngày Chiến thắng"),
        (5, 1, "Ngày Quốc tế Lao động"),
        (9, 1, "Quốc khánh"),
        (9, 2, "Quốc khánh"),
    ];
    off.extend(fixed.iter().filter_map(|(month, day, name)| {
        Some((NaiveDate::from_ymd_opt(year, *month, *day)?, *name))
    }));
    let tet = tet(year).into_iter().flat_map(|tet| (tet - Days::new(1)).iter_days().take(5));
    off.extend(tet.map(|day| (day, "Tết Nguyên đán")));
    let mut days: Vec<CheckedDay> =
        off.iter().map(|(day, name)| (*day, DayKind::Holiday, (*name).to_owned())).collect();
    for (first, weekday, ahead) in [((5, 2), Weekday::Fri, 6), ((8, 31), Weekday::Mon, 9)] {
        let between = NaiveDate::from_ymd_opt(year, first.0, first.1);
        if let Some(day) = between.filter(|day| day.weekday() == weekday) {
            let made_up = day - Days::new(ahead);
            days.push((day, DayKind::Holiday, "Nghỉ hoán đổi".to_owned()));
            days.push((made_up, DayKind::MakeUp, format!("Làm bù ngày {}", day.format("%d/%m"))));
        }
    }
    days.retain(|(day, kind, _)| {
        *kind == DayKind::MakeUp || !matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
    });
    days.sort_unstable_by_key(|(day, ..)| *day);
    days
}

/// The first day of the lunar year.
fn tet(year: i32) -> Option<NaiveDate> {
    let (month, day) = TET.get(usize::try_from(year - FIRST_TET).ok()?)?;
    NaiveDate::from_ymd_opt(year, *month, *day)
}

fn around_tet(day: NaiveDate) -> f64 {
    match tet(day.year()).map(|tet| (day - tet).num_days()) {
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
    fn every_year_has_its_holidays_and_what_makes_up_for_them() {
        let days = |year| -> Vec<String> {
            let all = special(year).into_iter();
            all.map(|(day, kind, _)| format!("{} {}", day.format("%m-%d"), kind.name())).collect()
        };
        assert!(days(2026).contains(&"08-22 make_up".to_owned()), "{:?}", days(2026));
        assert!(days(2026).contains(&"08-31 holiday".to_owned()));
        assert!(days(2025).contains(&"04-26 make_up".to_owned()), "{:?}", days(2025));
        assert_eq!(days(2026).iter().filter(|day| day.starts_with("02-")).count(), 5);
    }

    #[test]
    fn tet_is_quiet_and_the_year_ends_in_a_rush() {
        let on = |text: &str| expected(text.parse().unwrap());
        assert!(on("2026-02-17") < 1.0);
        assert!(on("2026-02-10") > on("2026-03-10"));
        assert!(on("2025-12-09") > 1.3 * on("2025-10-14"));
        assert!(on("2026-03-08") < on("2026-03-10"));
    }
}
