//! Working days: Monday to Friday, less the holidays, and the days that make up for them (DOMAIN §4).

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};

use super::next;
use crate::code::codes;

codes! {
    /// What is out of the ordinary about a day.
    DayKind {
        /// Nobody works.
        Holiday = 1 "holiday",
        /// A Saturday or Sunday on which people work, instead of another day.
        MakeUp = 2 "make_up",
    }
}

/// The days that are not what their weekday says. Staff maintain them; they are data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    special: BTreeMap<NaiveDate, DayKind>,
}

impl FromIterator<(NaiveDate, DayKind)> for Calendar {
    fn from_iter<T: IntoIterator<Item = (NaiveDate, DayKind)>>(days: T) -> Self {
        Self { special: days.into_iter().collect() }
    }
}

/// The longest search for a working day, in days: no calendar has ten years without one, and a wrong
/// one shall not hang the server.
const FARTHEST: usize = 3_660;

impl Calendar {
    /// The same with other days out of the ordinary in a year.
    pub fn with_year(
        &self,
        year: i64,
        days: impl IntoIterator<Item = (NaiveDate, DayKind)>,
    ) -> Self {
        let others = self.special.iter().filter(|(day, _)| i64::from(day.year()) != year);
        others.map(|(day, kind)| (*day, *kind)).chain(days).collect()
    }

    /// Whether people work on a day.
    pub fn is_working(&self, day: NaiveDate) -> bool {
        match self.special.get(&day) {
            Some(kind) => *kind == DayKind::MakeUp,
            None => !matches!(day.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    /// The last of `count` working days after a day; the day itself if there are none to count.
    /// The day on which something is sent never counts, be it a working day or not.
    pub fn after(&self, day: NaiveDate, count: u32) -> NaiveDate {
        let (mut at, mut left) = (day, count);
        for _ in 0..FARTHEST {
            if left == 0 {
                break;
            }
            at = next(at);
            left -= u32::from(self.is_working(at));
        }
        at
    }

    /// Working days after `from`, up to and with `to`; none if `to` is not later.
    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> u32 {
        let days = from.iter_days().skip(1).take_while(|day| *day <= to);
        u32::try_from(days.filter(|day| self.is_working(*day)).count()).unwrap_or(u32::MAX)
    }

    /// The days within `from`–`to` that are not what their weekday says: what a due date names as its
    /// reason.
    pub fn special(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, DayKind)> {
        let within = if from <= to { Some(self.special.range(from..=to)) } else { None };
        within.into_iter().flatten().map(|(day, kind)| (*day, *kind))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        crate::day::read(text).unwrap()
    }

    /// The assumed calendar of DOMAIN §4.
    fn assumed() -> Calendar {
        let off = ["2026-08-31", "2026-09-01", "2026-09-02"].map(|it| (day(it), DayKind::Holiday));
        off.into_iter().chain([(day("2026-08-22"), DayKind::MakeUp)]).collect()
    }

    #[test]
    fn days_count_as_the_rules_give_them() {
        let calendar = assumed();
        for (sent, count, due) in [
            ("2026-08-20", 2, "2026-08-22"),
            ("2026-08-21", 2, "2026-08-24"),
            ("2026-08-22", 2, "2026-08-25"),
            ("2026-08-23", 2, "2026-08-25"),
            ("2026-08-28", 2, "2026-09-04"),
            ("2026-08-29", 2, "2026-09-04"),
            ("2026-08-28", 15, "2026-09-23"),
            ("2026-08-29", 15, "2026-09-23"),
            ("2026-08-29", 0, "2026-08-29"),
        ] {
            assert_eq!(calendar.after(day(sent), count), day(due), "{sent} + {count}");
        }
    }

    #[test]
    fn a_due_date_can_name_the_days_that_moved_it() {
        let named = assumed();
        let named: Vec<String> = named
            .special(day("2026-08-22"), day("2026-09-01"))
            .map(|(day, kind)| format!("{day} {}", kind.name()))
            .collect();
        assert_eq!(named, ["2026-08-22 make_up", "2026-08-31 holiday", "2026-09-01 holiday"]);
        assert_eq!(assumed().special(day("2026-09-01"), day("2026-08-22")).count(), 0);
    }

    #[test]
    fn a_calendar_without_working_days_ends() {
        let from = day("2026-01-01");
        let off =
            from.iter_days().take(5000).map(|it| (it, DayKind::Holiday)).collect::<Calendar>();
        assert!(off.after(from, 1) > from);
    }

    proptest! {
        #[test]
        fn counting_forward_and_between_agree(
            start in 0u64..4000, count in 1u32..60, off in prop::collection::vec((0u64..120, any::<bool>()), 0..20),
        ) {
            let from = day("2020-01-01") + chrono::Days::new(start);
            let special = off.iter().map(|(ahead, is_off)| {
                let kind = if *is_off { DayKind::Holiday } else { DayKind::MakeUp };
                (from + chrono::Days::new(*ahead), kind)
            });
            let calendar: Calendar = special.collect();
            let due = calendar.after(from, count);
            prop_assert!(calendar.is_working(due));
            prop_assert_eq!(calendar.between(from, due), count);
            prop_assert_eq!(calendar.between(from, due.pred_opt().unwrap()), count - 1);
            prop_assert_eq!(calendar.between(due, from), 0);
        }
    }
}
