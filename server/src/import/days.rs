//! Days as people write them, read where the whole column leaves no doubt which number is the month.

use chrono::{Datelike, NaiveDate};
use domain::{Reason, fault::FileReason, text};

use super::line::Cell;

/// A day of three numbers.
enum Written {
    /// The year comes first, so the month is next.
    YearFirst(NaiveDate),
    /// The year comes last; which of the others is the month is not said.
    YearLast(i32, u32, u32),
}

/// Whether a column of days shows that the day comes before the month.
///
/// Some cell must show it and none the opposite. A day with the year first or a date cell may be one
/// that a spreadsheet read the other way round before, as it does where the numbers allow it.
pub fn is_day_first<'a>(column: impl Iterator<Item = &'a Cell>) -> bool {
    let (mut shown, mut doubted) = (false, false);
    for cell in column {
        match cell_day(cell) {
            Some(Written::YearLast(_, first, second)) => {
                shown |= first > 12 && second <= 12;
                doubted |= second > 12;
            }
            Some(Written::YearFirst(day)) => doubted |= day.day() <= 12 && day.day() != day.month(),
            None => {}
        }
    }
    shown && !doubted
}

/// The day of a text; `day_first` says whether its column shows what comes first.
pub fn read(text: &str, day_first: bool) -> Result<NaiveDate, Reason> {
    match written(text) {
        Some(Written::YearFirst(day)) => Ok(day),
        Some(Written::YearLast(year, first, second)) => match day_first || first == second {
            true => NaiveDate::from_ymd_opt(year, second, first).ok_or(Reason::BadDate),
            false => Err(FileReason::UnclearDate.into()),
        },
        None => Err(Reason::BadDate),
    }
}

fn cell_day(cell: &Cell) -> Option<Written> {
    match cell {
        Cell::Date(day) => Some(Written::YearFirst(*day)),
        Cell::Text(text) | Cell::Shown(_, text) => written(&text::clean(text)),
        Cell::Number(_) | Cell::Broken(_) | Cell::Spanned => None,
    }
}

/// `2025-7-1`, `2025/07/01`, `1.7.2025`; midnight after it is no time of day.
fn written(text: &str) -> Option<Written> {
    let day = ["T00:00:00", " 00:00:00", " 0:00:00", " 00:00", " 0:00"]
        .iter()
        .find_map(|midnight| text.strip_suffix(midnight))
        .unwrap_or(text);
    let sign = ['-', '/', '.'].into_iter().find(|sign| day.contains(*sign))?;
    let mut parts = day.split(sign).map(str::trim);
    let parts = [parts.next()?, parts.next()?, parts.next()?, parts.next().unwrap_or_default()];
    let [a, b, c, ""] = parts else { return None };
    match (a.len(), c.len()) {
        (4, _) => {
            let day = NaiveDate::from_ymd_opt(year(a)?, number(b)?, number(c)?)?;
            Some(Written::YearFirst(day))
        }
        (_, 4) => {
            let (first, second) = (number(a)?, number(b)?);
            let is_possible = (1..=31).contains(&first) && (1..=31).contains(&second);
            is_possible.then_some(Written::YearLast(year(c)?, first, second))
        }
        _ => None,
    }
}

fn year(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok())?
}

fn number(text: &str) -> Option<u32> {
    let is_short = (1..=2).contains(&text.len());
    (is_short && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The days of a column, or the code of what is wrong with each.
    fn column(texts: &[&str]) -> Vec<String> {
        let cells: Vec<Cell> = texts.iter().map(|text| Cell::Text((*text).to_owned())).collect();
        let day_first = is_day_first(cells.iter());
        let reading = |text: &&str| match read(text, day_first) {
            Ok(day) => day.to_string(),
            Err(reason) => reason.code().to_owned(),
        };
        texts.iter().map(reading).collect()
    }

    #[test]
    fn a_year_in_front_is_read_however_it_is_written() {
        let texts = ["2025-7-1", "2025/07/01", "2025.7.01", "2025 / 7 / 1", "2025-07-01 00:00:00"];
        assert!(column(&texts).iter().all(|day| day == "2025-07-01"), "{:?}", column(&texts));
        let wrong = ["2025-13-01", "2025-2-30", "25-7-1", "2025-7", "2025-7-1-1", "2025-007-1", ""];
        assert!(column(&wrong).iter().all(|day| day == "bad_date"), "{:?}", column(&wrong));
        assert_eq!(column(&["2025-07-01 08:30", "2025-+7-1", "1/7/25"]), ["bad_date"; 3]);
    }

    #[test]
    fn a_day_in_front_is_read_where_the_column_shows_that_it_is_one() {
        assert_eq!(column(&["31/12/2025", "01/07/2025"]), ["2025-12-31", "2025-07-01"]);
        assert_eq!(column(&["1-7-2025", "15.7.2025"]), ["2025-07-01", "2025-07-15"]);
        assert_eq!(column(&["07/07/2025", "1/1/2020"]), ["2025-07-07", "2020-01-01"]);
        assert_eq!(column(&["01/07/2025", "07/07/2025"]), ["unclear_date", "2025-07-07"]);
        assert_eq!(column(&["07/31/2025", "07/01/2025"]), ["unclear_date"; 2]);
        assert_eq!(column(&["31/12/2025", "12/31/2025"]), ["unclear_date"; 2]);
        assert_eq!(column(&["31/2/2025"]), ["bad_date"]);
        assert_eq!(column(&["32/1/2025", "0/1/2025"]), ["bad_date"; 2]);
    }

    #[test]
    fn days_that_a_spreadsheet_may_have_turned_round_put_the_others_in_doubt() {
        assert_eq!(column(&["2025-07-01", "15/07/2025"]), ["2025-07-01", "unclear_date"]);
        assert_eq!(column(&["2025-07-31", "15/07/2025"]), ["2025-07-31", "2025-07-15"]);
        let cell = |month, day| Cell::Date(NaiveDate::from_ymd_opt(2025, month, day).unwrap());
        let text = Cell::Text("15/07/2025".to_owned());
        assert!(!is_day_first([&cell(1, 7), &text].into_iter()));
        assert!(is_day_first([&cell(1, 31), &cell(7, 7), &text].into_iter()));
    }
}
