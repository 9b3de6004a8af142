//! Requests by hand, and what holds on whichever calendar.

use chrono::Days;
use proptest::prelude::*;

use super::*;
use crate::day::{self, next, working::DayKind};

fn day(text: &str) -> NaiveDate {
    day::read(text).unwrap()
}

/// The assumed calendar of DOMAIN §4.
fn assumed() -> Calendar {
    let off = ["2026-08-31", "2026-09-01", "2026-09-02"].map(|it| (day(it), DayKind::Holiday));
    off.into_iter().chain([(day("2026-08-22"), DayKind::MakeUp)]).collect()
}

fn asked(sent: &str, term: Term) -> Request {
    Request { sent: day(sent), term, replied: None, withdrawn: None }
}

#[test]
fn working_days_are_the_house_s_and_a_day_is_taken_as_it_is_given() {
    let calendar = assumed();
    assert_eq!(asked("2026-08-28", Term::Days(2)).due(&calendar), day("2026-09-04"));
    assert_eq!(asked("2026-08-20", Term::Days(2)).due(&calendar), day("2026-08-22"));
    let sunday = Term::Until(day("2026-08-30"));
    assert_eq!(asked("2026-08-20", sunday).due(&calendar), day("2026-08-30"));
}

#[test]
fn an_answer_is_on_time_on_the_last_day_and_late_on_the_next() {
    let calendar = assumed();
    let request = asked("2026-08-28", Term::Days(2));
    let answered = |on: &str| Request { replied: Some(day(on)), ..request };
    let far = day("2026-12-01");
    assert_eq!(answered("2026-09-04").outcome(&calendar, far), Some(Outcome::OnTime));
    assert_eq!(answered("2026-09-05").outcome(&calendar, far), Some(Outcome::Late));
    assert_eq!(request.outcome(&calendar, day("2026-09-04")), Some(Outcome::InTime));
    assert_eq!(request.outcome(&calendar, day("2026-09-05")), Some(Outcome::NoReply));
    let back = Request { withdrawn: Some(day("2026-08-29")), ..request };
    assert_eq!((back.outcome(&calendar, far), back.state()), (None, RequestState::Withdrawn));
    assert_eq!(answered("2026-09-05").state(), RequestState::Replied);
}

#[test]
fn reminders_come_two_working_days_before_on_the_day_and_a_working_day_after() {
    let calendar = assumed();
    let request = asked("2026-08-20", Term::Until(day("2026-09-04")));
    for (today, expected) in [
        ("2026-08-28", Some(Reminder::Soon)),
        ("2026-08-27", None),
        ("2026-09-03", Some(Reminder::Soon)),
        ("2026-09-04", Some(Reminder::LastDay)),
        ("2026-09-05", Some(Reminder::LastDay)),
        ("2026-09-07", Some(Reminder::Over)),
    ] {
        assert_eq!(request.reminder(&calendar, day(today)), expected, "{today}");
    }
    let answered = Request { replied: Some(day("2026-08-21")), ..request };
    assert_eq!(answered.reminder(&calendar, day("2026-09-07")), None);
    // The last working day before one off is the last day on which somebody reads it in time.
    let sunday = asked("2026-08-20", Term::Until(day("2026-08-30")));
    assert_eq!(sunday.reminder(&calendar, day("2026-08-28")), Some(Reminder::LastDay));
}

proptest! {
    #[test]
    fn whatever_the_calendar_each_reminder_begins_once_in_order_on_a_working_day(
        start in 0_u64..2_000, days in 0_u32..40, is_until in any::<bool>(),
        off in prop::collection::vec((0_u64..120, any::<bool>()), 0..30),
    ) {
        let sent = day("2024-01-01") + Days::new(start);
        let calendar: Calendar = off.iter().map(|(ahead, is_off)| {
            let kind = if *is_off { DayKind::Holiday } else { DayKind::MakeUp };
            (sent + Days::new(*ahead), kind)
        }).collect();
        let term = if is_until { Term::Until(sent + Days::new(days.into())) } else { Term::Days(days) };
        let request = Request { sent, term, replied: None, withdrawn: None };
        let due = request.due(&calendar);
        prop_assert!(due >= sent);
        let (mut at, mut last) = (sent, request.reminder(&calendar, sent));
        // Past the last day by more than any run of days off.
        for _ in 0..300 {
            at = next(at);
            let now = request.reminder(&calendar, at);
            prop_assert!(now >= last, "{at}: {last:?} {now:?}");
            if now != last {
                prop_assert!(calendar.is_working(at), "{at}: {now:?}");
                let told = now.map(Reminder::number);
                // None is left out, however close they follow each other.
                prop_assert!(told == Some(last.map_or(1, |it| it.number() + 1)), "{last:?} {now:?}");
            }
            last = now;
        }
        prop_assert_eq!(last, Some(Reminder::Over));
    }

    #[test]
    fn a_request_that_is_not_taken_back_counts_as_exactly_one_thing(
        sent in 0_u64..500, days in 0_u32..30, answered in prop::option::of(0_u64..90), today in 0_u64..120,
    ) {
        let from = day("2026-01-01") + Days::new(sent);
        let after = |days: u64| from + Days::new(days);
        let request = Request {
            sent: from, term: Term::Days(days), replied: answered.map(after), withdrawn: None,
        };
        let (calendar, today) = (assumed(), after(today));
        let outcome = request.outcome(&calendar, today).unwrap();
        let is_late_by = |on: NaiveDate| calendar.between(from, on) > days
            || on > request.due(&calendar);
        prop_assert_eq!(outcome, match request.replied {
            Some(on) if is_late_by(on) => Outcome::Late,
            Some(_) => Outcome::OnTime,
            None if is_late_by(today) => Outcome::NoReply,
            None => Outcome::InTime,
        });
    }
}
