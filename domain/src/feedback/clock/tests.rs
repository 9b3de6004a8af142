//! Dates by formula against dates by walking from day to day.

use chrono::Days;

use super::*;
use crate::{
    day::working::DayKind,
    feedback::{
        case::Wait,
        examples::{case, day, plain, portal},
    },
};

/// Random numbers that are the same in every run (xorshift).
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}

fn plus(day: NaiveDate, days: u64) -> NaiveDate {
    day + Days::new(days)
}

/// Some days off and some made up for.
fn calendar(drawn: &mut Drawn, from: NaiveDate) -> Calendar {
    let count = drawn.below(12);
    let mut special = || {
        let at = plus(from, drawn.below(60));
        (at, if drawn.below(3) == 0 { DayKind::MakeUp } else { DayKind::Holiday })
    };
    (0..count).map(|_| special()).collect()
}

/// Up to three waits, one after the other.
fn waits(drawn: &mut Drawn, from: NaiveDate) -> Vec<Wait> {
    let mut at = from;
    let count = drawn.below(4);
    let mut wait = || {
        let since = plus(at, drawn.below(12));
        let until = plus(since, 1 + drawn.below(14));
        let ended = plus(since, drawn.below(16));
        at = ended;
        Wait { since, until, ended: Some(ended) }
    };
    (0..count).map(|_| wait()).collect()
}

/// The due date by going from day to day: a working day counts unless the sender is waited for.
fn walked(class: &Class, calendar: &Calendar, waits: &[Wait], from: NaiveDate) -> NaiveDate {
    let (mut at, mut left) = (from, class.resolve);
    while left > 0 {
        at = plus(at, 1);
        let end = |wait: &Wait| wait.ended.map_or(wait.until, |ended| ended.min(wait.until));
        let is_waiting = waits.iter().any(|wait| wait.since < at && at <= end(wait));
        let counts = !(is_waiting && class.is_extended_by_waiting);
        left -= u32::from(calendar.is_working(at) && counts);
    }
    at
}

/// K06 of the faults: the clock is a pure function and equals a walk from day to day. The number of
/// histories can be raised from outside; a million of them have no difference.
#[test]
fn a_due_date_equals_a_walk_from_day_to_day() {
    let histories = std::env::var("HAILONG_HISTORIES").ok().and_then(|it| it.parse().ok());
    let mut drawn = Drawn(0x9e37_79b9_7f4a_7c15);
    for at in 0..histories.unwrap_or(20_000) {
        let from = plus(day("2020-01-01"), drawn.below(3000));
        let (calendar, waits) = (calendar(&mut drawn, from), waits(&mut drawn, from));
        let mut case = case("2020-01-01", &[]);
        (case.sent, case.waits) = (from, waits.clone());
        let is_extended_by_waiting = drawn.below(2) == 0;
        let class = Class { is_extended_by_waiting, ..portal() };
        let due = class.answer(&calendar, &case, plus(from, 400));
        assert_eq!(due.on, walked(&class, &calendar, &waits, from), "{at}: {case:?}");
        assert_eq!(calendar.between(from, due.on), due.days, "{at}");
    }
}

#[test]
fn what_is_next_is_the_answer_then_the_publication_then_nothing() {
    let class = portal();
    let today = day("2026-08-20");
    let next = |steps: &[(&str, Step)]| {
        let due = class.next(&plain(), &case("2026-08-20", steps), today);
        due.map(|due| (due.on.to_string(), due.days))
    };
    let answered = vec![
        ("2026-08-20", Step::Received),
        ("2026-08-20", Step::Assigned { unit: 1 }),
        ("2026-08-20", Step::Named { account: 2 }),
        ("2026-08-21", Step::Submitted),
        ("2026-08-24", Step::Approved),
    ];
    assert_eq!(next(&[]), Some(("2026-09-10".to_owned(), 15)));
    assert_eq!(next(&answered), Some(("2026-08-26".to_owned(), 2)));
    let published = [answered, vec![("2026-08-25", Step::Published)]].concat();
    assert_eq!(next(&published), None);
}

#[test]
fn each_part_of_the_way_has_its_own_days() {
    let (class, case) = (portal(), case("2026-08-20", &[]));
    let on = |due: Due| due.on.to_string();
    assert_eq!(on(class.refusal(&plain(), &case)), "2026-08-24");
    assert_eq!(on(class.question(&plain(), &case)), "2026-08-27");
    assert_eq!(class.longest_wait(&plain(), day("2026-08-20")), day("2026-09-03"));
    assert_eq!(class.publication(&plain(), &case), None);
}

#[test]
fn nothing_is_left_on_the_last_day_and_less_than_nothing_after_it() {
    let due = Due { from: day("2026-08-20"), days: 1, waited: 0, on: day("2026-08-21") };
    let left = |on: &str| due.left(&plain(), day(on));
    assert_eq!((left("2026-08-20"), left("2026-08-21")), (1, 0));
    // A weekend after the last day is late, by one day and no more.
    assert_eq!((left("2026-08-22"), left("2026-08-24"), left("2026-08-25")), (-1, -1, -2));
}

#[test]
fn a_transfer_a_promise_and_a_case_put_off_move_no_date() {
    let class = portal();
    let still = case("2026-08-20", &[]);
    let moved = case(
        "2026-08-20",
        &[
            ("2026-08-21", Step::Received),
            ("2026-08-21", Step::Assigned { unit: 1 }),
            ("2026-08-24", Step::Offered { unit: 2 }),
            ("2026-08-25", Step::Accepted),
            ("2026-08-26", Step::Promised { on: day("2026-10-01") }),
            ("2026-08-27", Step::PutOff { until: day("2026-10-01") }),
            ("2026-08-28", Step::Succeeded { unit: 3 }),
        ],
    );
    let due = |case: &Case| class.answer(&plain(), case, day("2026-09-30"));
    assert_eq!(due(&moved), due(&still));
}

#[test]
fn what_is_late_goes_up_a_level_at_a_time_and_a_wait_that_is_over_ends() {
    let class = portal();
    let steps = vec![("2026-08-20", Step::Received), ("2026-08-20", Step::Assigned { unit: 1 })];
    let working = case("2026-08-20", &steps);
    let step = |case: &Case, on: &str| class.step(&plain(), case, day(on));
    let up = |to| Some(Step::Escalated { to, is_vacant_between: false });
    // Due on Thursday 10/9.
    assert_eq!(step(&working, "2026-09-10"), None);
    assert_eq!(step(&working, "2026-09-11"), up(Level::Office));
    let above = case(
        "2026-08-20",
        &[
            steps.clone(),
            vec![("2026-09-11", Step::Escalated { to: Level::Office, is_vacant_between: false })],
        ]
        .concat(),
    );
    assert_eq!(step(&above, "2026-09-17"), None, "five working days late");
    assert_eq!(step(&above, "2026-09-18"), up(Level::Leadership));
    // Decided on Wednesday 16/9: it rests for five working days, then goes up as before.
    let settled = vec![
        ("2026-09-11", Step::Escalated { to: Level::Office, is_vacant_between: false }),
        ("2026-09-16", Step::Settled),
    ];
    let settled = case("2026-08-20", &[steps.clone(), settled].concat());
    assert_eq!((step(&settled, "2026-09-16"), step(&settled, "2026-09-23")), (None, None));
    assert_eq!(step(&settled, "2026-09-24"), up(Level::Office));
    let asked = vec![("2026-08-21", Step::Asked { until: day("2026-08-25") })];
    let waiting = case("2026-08-20", &[steps.clone(), asked].concat());
    assert_eq!(step(&waiting, "2026-08-25"), None);
    assert_eq!(step(&waiting, "2026-08-26"), Some(Step::WaitEnded));
    let refused = case(
        "2026-08-20",
        &[("2026-08-21", Step::Refused { ground: crate::feedback::kind::Ground::OtherBody })],
    );
    assert_eq!(step(&refused, "2027-01-01"), None);
    let answered = vec![
        ("2026-08-20", Step::Named { account: 2 }),
        ("2026-08-21", Step::Submitted),
        ("2026-08-24", Step::Approved),
    ];
    assert_eq!(step(&case("2026-08-20", &[steps, answered].concat()), "2027-01-01"), None);
}

#[test]
fn an_earlier_day_of_the_system_that_sent_it_is_the_day_and_a_later_one_moves_nothing() {
    let (class, calendar) = (portal(), Calendar::default());
    let mut case = case("2026-08-20", &[]);
    let legal = class.answer(&calendar, &case, day("2026-08-20"));
    case.due_given = Some(day("2026-08-27"));
    let given = class.answer(&calendar, &case, day("2026-08-20"));
    assert_eq!((given.from, given.days, given.on), (day("2026-08-20"), 5, day("2026-08-27")));
    case.due_given = Some(plus(legal.on, 1));
    assert_eq!(class.answer(&calendar, &case, day("2026-08-20")), legal);
    case.due_given = Some(day("2026-08-27"));
    case.reopened = Some(day("2026-09-10"));
    assert!(class.answer(&calendar, &case, day("2026-09-10")).on > day("2026-09-10"));
}
