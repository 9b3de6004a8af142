//! Figures by hand, and what holds of any cases.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::{
    facts::{Facts, packed, unpacked},
    figure::{Base, Figure},
    frame::Frame,
    public::Counters,
    requests::RequestFacts,
    spans::Spans,
    sums::Sums,
};
use crate::{
    day::working::{Calendar, DayKind},
    feedback::{
        case::{
            Lead,
            history::{History, Spell},
        },
        kind::{Kind, Source},
        request::{Request, Term},
    },
};

fn day(text: &str) -> NaiveDate {
    crate::day::read(text).unwrap()
}

/// The assumed calendar of DOMAIN §4.
fn calendar() -> Calendar {
    let off = ["2026-08-31", "2026-09-01", "2026-09-02"].map(|it| (day(it), DayKind::Holiday));
    off.into_iter().chain([(day("2026-08-22"), DayKind::MakeUp)]).collect()
}

fn came(sent: &str) -> Facts {
    Facts {
        number: 1,
        kind: Kind::Service,
        source: Source::Website,
        is_formal: true,
        unit: Some(1),
        sent: day(sent),
        start: day(sent),
        answered: None,
        refused: None,
        reopened: None,
        history: History::default(),
        leads: Vec::new(),
        refuse: 2,
        resolve: 15,
    }
}

fn answered(sent: &str, on: &str) -> Facts {
    Facts { answered: Some(day(on)), ..came(sent) }
}

fn frame<'a>(calendar: &'a Calendar, first: &str, last: &str, today: &str) -> Frame<'a> {
    Frame::new(calendar, (day(first), day(last)), day(today))
}

fn sums(cases: &[Facts], frame: &Frame) -> Sums {
    let mut sums = Sums::default();
    for it in cases {
        sums.add(it, frame);
        sums.add_held(it, frame, None);
    }
    sums
}

fn told(sums: &Sums, figure: Figure) -> (u64, u64, Option<String>) {
    let told = sums.of(figure);
    (told.num, told.den, told.value)
}

#[test]
fn pending_in_time_stands_apart_and_each_figure_names_its_base() {
    let calendar = calendar();
    // Fri 28/8 + 15 working days over the holidays is Wed 23/9.
    let cases = [
        answered("2026-08-28", "2026-09-23"),
        answered("2026-08-28", "2026-09-24"),
        Facts { refused: Some(day("2026-08-24")), ..came("2026-08-20") },
        came("2026-09-07"),
        came("2026-08-03"),
        Facts { is_formal: false, ..came("2026-08-10") },
    ];
    let at = |today| sums(&cases, &frame(&calendar, "2026-08-01", "2026-09-30", today));
    let all = at("2026-09-24");
    assert_eq!(told(&all, Figure::Received), (5, 6, None));
    assert_eq!(told(&all, Figure::Handled), (3, 5, None));
    assert_eq!(told(&all, Figure::PendingInTime), (1, 5, None));
    assert_eq!(told(&all, Figure::PendingLate), (1, 5, None));
    assert_eq!(told(&all, Figure::OnTime), (1, 3, None), "late by a day, refused late");
    assert_eq!(told(&all, Figure::Hints), (1, 6, None));
    assert_eq!(told(&at("2026-09-23"), Figure::Handled).0, 2, "as of the day it is counted on");
    let august = sums(&cases, &frame(&calendar, "2026-08-01", "2026-08-31", "2026-12-01"));
    assert_eq!(told(&august, Figure::Handled).0, 1, "a period ends with its last day");
}

/// The case to remember, for cases: 1 of 1 is no 100 %.
#[test]
fn few_cases_are_counted_and_not_turned_into_percents() {
    let calendar = Calendar::default();
    let of = |handled: usize, open: usize| {
        let mut cases = vec![answered("2026-03-02", "2026-03-03"); handled];
        cases.extend(vec![came("2026-03-02"); open]);
        let sums = sums(&cases, &frame(&calendar, "2026-03-01", "2026-03-31", "2026-04-01"));
        told(&sums, Figure::Handled)
    };
    let percent = |text: &str| Some(text.to_owned());
    assert_eq!((of(1, 0), of(0, 9)), ((1, 1, None), (0, 9, None)));
    assert_eq!(
        (of(10, 0).2, of(7, 5).2, of(98, 1).2),
        (percent("100"), percent("58"), percent("99"))
    );
    assert_eq!((of(67, 33).2, of(100, 0).2), (percent("67.00"), percent("100.00")));
}

#[test]
fn one_month_of_a_hotline_reads_by_its_base() {
    // DOMAIN §4: 14 707 received, 14 311 handled, 125 of them late.
    let calendar = Calendar::default();
    let mut cases = vec![answered("2026-03-02", "2026-03-03"); 14_186];
    cases.extend(vec![answered("2026-03-02", "2026-03-31"); 125]);
    cases.extend(vec![came("2026-03-30"); 396]);
    let sums = sums(&cases, &frame(&calendar, "2026-03-01", "2026-03-31", "2026-04-01"));
    assert_eq!(told(&sums, Figure::Handled), (14_311, 14_707, Some("97.31".to_owned())));
    assert_eq!(told(&sums, Figure::OnTime), (14_186, 14_311, Some("99.13".to_owned())));
    assert_eq!(told(&sums, Figure::PendingInTime).0, 396);
}

#[test]
fn percentiles_go_by_the_nearest_rank() {
    let mut spans = Spans::default();
    assert_eq!(spans.at(90), None);
    for days in 1..=10 {
        spans.add(days);
    }
    assert_eq!((spans.at(90), spans.at(50), spans.at(100)), (Some(9), Some(5), Some(10)));
    let calendar = calendar();
    // The Saturday that makes up counts, the three holidays do not.
    let cases = [answered("2026-08-20", "2026-08-22"), answered("2026-08-28", "2026-09-04")];
    let sums = sums(&cases, &frame(&calendar, "2026-08-01", "2026-09-30", "2026-10-01"));
    assert_eq!(told(&sums, Figure::Median), (2, 2, Some("2".to_owned())));
    assert_eq!(told(&sums, Figure::Ninetieth), (2, 2, Some("2".to_owned())));
}

#[test]
fn open_cases_fall_into_four_ages_and_lateness_may_last() {
    let calendar = Calendar::default();
    let cases: Vec<Facts> = [
        "2026-06-30",
        "2026-06-23",
        "2026-06-22",
        "2026-06-09",
        "2026-06-08",
        "2026-05-19",
        "2026-05-18",
    ]
    .map(came)
    .to_vec();
    let june = frame(&calendar, "2026-06-01", "2026-06-30", "2026-07-15");
    let all = sums(&cases, &june);
    let ages = [Figure::UpTo5, Figure::UpTo15, Figure::UpTo30, Figure::Over30];
    assert_eq!(ages.map(|it| told(&all, it).0), [2, 2, 2, 1]);
    assert_eq!(told(&all, Figure::LateTwice), (0, 7, None));
    let july = frame(&calendar, "2026-07-01", "2026-07-31", "2026-07-15");
    // Due on 29/6 and 30/6 or earlier: late when June ended are those due before it.
    let late: Vec<bool> = cases.iter().map(|it| Figure::LateTwice.holds(it, &july)).collect();
    assert_eq!(late, [false, false, false, false, true, true, true]);
    let gone = Facts { answered: Some(day("2026-07-10")), ..came("2026-05-18") };
    assert!(!Figure::LateTwice.holds(&gone, &july), "answered meanwhile");
}

#[test]
fn days_are_held_by_each_unit_that_led() {
    let calendar = Calendar::default();
    let lead =
        |unit, since, ended: Option<&str>| Lead { unit, since: day(since), ended: ended.map(day) };
    let leads = vec![
        lead(1, "2026-06-01", Some("2026-06-03")),
        lead(2, "2026-06-03", Some("2026-06-10")),
        lead(1, "2026-06-10", None),
    ];
    assert_eq!(unpacked(&packed(&leads)).as_ref(), Some(&leads));
    assert_eq!(unpacked("1:x:"), None);
    let transfers = vec![day("2026-06-03"), day("2026-06-10")];
    let history = History { transfers, pushed: Some(day("2026-06-10")), ..History::default() };
    let it = Facts { history, leads, ..came("2026-06-01") };
    let june = frame(&calendar, "2026-06-01", "2026-06-30", "2026-06-12");
    let mut one = Sums::default();
    one.add_held(&it, &june, Some(1));
    assert_eq!(told(&one, Figure::Held), (4, 1, Some("4.00".to_owned())));
    let all = sums(&[it, came("2026-06-02")], &june);
    assert_eq!(told(&all, Figure::Held), (9, 1, Some("9.00".to_owned())));
    assert_eq!(told(&all, Figure::Transfers), (2, 2, Some("1.00".to_owned())));
    assert_eq!((all.of(Figure::Transfers).cases, told(&all, Figure::PingPong).0), (1, 1));
}

#[test]
fn a_period_that_is_over_says_what_was_so_at_its_end() {
    let calendar = Calendar::default();
    let spell =
        |since: &str, ended: Option<&str>| Spell { since: day(since), ended: ended.map(day) };
    let history = History {
        transfers: vec![day("2026-06-20"), day("2026-07-05")],
        pushed: Some(day("2026-07-05")),
        published: vec![spell("2026-06-26", Some("2026-07-20")), spell("2026-08-03", None)],
        accepted: vec![spell("2026-06-29", Some("2026-07-20"))],
        linked: vec![spell("2026-07-02", None)],
    };
    assert_eq!(History::read(&history.to_string()), Some(history.clone()));
    assert_eq!((History::read("x"), History::read("")), (None, Some(History::default())));
    let it = Facts {
        history,
        reopened: Some(day("2026-07-20")),
        ..answered("2026-06-10", "2026-06-25")
    };
    let at = |last: &str| {
        let frame = frame(&calendar, "2026-06-01", last, "2026-12-01");
        let all = sums(std::slice::from_ref(&it), &frame);
        let mut told = Counters::default();
        told.add(&it, &frame);
        let num = |figure| told_of(&all, figure);
        let [moved, pushed, public] =
            [Figure::Transfers, Figure::PingPong, Figure::Published].map(num);
        (moved, pushed, public, told_of(&all, Figure::Linked), told.accepted)
    };
    assert_eq!(at("2026-06-30"), (1, 0, 1, 0, 1));
    assert_eq!(at("2026-07-31"), (2, 1, 0, 1, 0), "asked for another look meanwhile");
    assert_eq!(at("2026-08-31"), (2, 1, 1, 1, 0));
}

fn told_of(sums: &Sums, figure: Figure) -> u64 {
    told(sums, figure).0
}

#[test]
fn what_is_looked_at_again_stays_in_its_first_period() {
    let calendar = Calendar::default();
    let it = Facts { reopened: Some(day("2026-07-20")), ..answered("2026-06-10", "2026-06-20") };
    let of =
        |first, last| sums(std::slice::from_ref(&it), &frame(&calendar, first, last, "2026-12-01"));
    let (june, july) = (of("2026-06-01", "2026-06-30"), of("2026-07-01", "2026-07-31"));
    assert_eq!(told(&june, Figure::Handled).0, 1);
    assert!(july.is_empty(), "it is no case of July");
    let half = of("2026-01-01", "2026-12-31");
    assert_eq!((told(&half, Figure::Handled).0, told(&half, Figure::Reopened).0), (1, 1));
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let days = (0u64..200, 0u64..60, prop::option::of(0u64..80), any::<[bool; 6]>(), 0u64..3);
    days.prop_map(|(sent, passed, ended, [formal, refused, public, linked, pushed, again], n)| {
        let sent = day("2026-01-01") + Days::new(sent);
        let start = if passed < 10 { sent + Days::new(passed) } else { sent };
        let ended = ended.map(|days| start + Days::new(days));
        let later = |is: bool| ended.filter(|_| is && !refused).map(|on| on + Days::new(3));
        Facts {
            is_formal: formal,
            sent,
            start,
            answered: ended.filter(|_| !refused),
            refused: ended.filter(|_| refused),
            reopened: later(again),
            history: History {
                transfers: (0..n).map(|at| start + Days::new(at)).collect(),
                pushed: pushed.then_some(start),
                published: later(public).into_iter().map(Spell::from).collect(),
                accepted: Vec::new(),
                linked: linked.then(|| Spell::from(start)).into_iter().collect(),
            },
            ..came("2026-01-01")
        }
    })
}

proptest! {
    #[test]
    fn what_came_is_handled_or_pending_and_parts_lie_within_their_base(
        cases in prop::collection::vec(any_facts(), 0..40), first in 0u64..200, length in 1u64..120,
        ahead in 0u64..150,
    ) {
        let calendar = calendar();
        let first = day("2026-01-01") + Days::new(first);
        let last = first + Days::new(length);
        let frame = Frame::new(&calendar, (first, last), first + Days::new(ahead));
        // Nothing came that is still to come.
        let cases: Vec<Facts> = cases.into_iter().filter(|it| it.sent <= frame.end).collect();
        let all = sums(&cases, &frame);
        let num = |figure: Figure| all.of(figure).cases;
        prop_assert_eq!(
            num(Figure::Received),
            num(Figure::Handled) + num(Figure::PendingInTime) + num(Figure::PendingLate)
        );
        let open = all.of(Figure::UpTo5).den;
        let ages = [Figure::UpTo5, Figure::UpTo15, Figure::UpTo30, Figure::Over30];
        prop_assert_eq!(ages.map(num).iter().sum::<u64>(), open);
        for figure in Figure::ALL {
            for it in &cases {
                let is_part = !figure.holds(it, &frame) || figure.base().holds(it, &frame);
                prop_assert!(is_part, "{} {it:?}", figure.name());
            }
        }
        let listed = cases.iter().filter(|it| Base::Open.holds(it, &frame)).count();
        prop_assert_eq!(open, listed as u64);
    }

    #[test]
    fn groups_add_up_to_the_whole(cases in prop::collection::vec(any_facts(), 0..40), at in 0usize..40) {
        let calendar = calendar();
        let frame = frame(&calendar, "2026-02-01", "2026-05-31", "2026-05-20");
        let (one, other) = cases.split_at(at.min(cases.len()));
        let (one, other, all) = (sums(one, &frame), sums(other, &frame), sums(&cases, &frame));
        for figure in Figure::ALL {
            prop_assert_eq!(
                one.of(*figure).cases + other.of(*figure).cases,
                all.of(*figure).cases
            );
        }
    }
}

#[test]
fn a_request_counts_for_whom_it_asks_in_the_period_in_which_it_was_made() {
    let calendar = calendar();
    let month = frame(&calendar, "2026-08-01", "2026-08-31", "2026-09-30");
    let asked = |sent: &str, replied: Option<&str>, withdrawn: Option<&str>| RequestFacts {
        id: 1,
        unit: 1,
        request: Request {
            sent: day(sent),
            term: Term::Days(5),
            replied: replied.map(day),
            withdrawn: withdrawn.map(day),
        },
    };
    let mut sums = Sums::default();
    for it in [
        asked("2026-08-03", Some("2026-08-10"), None),
        asked("2026-08-03", Some("2026-08-11"), None),
        // Answered after the period's end: when it is counted there was no reply.
        asked("2026-08-03", Some("2026-09-01"), None),
        asked("2026-08-28", None, None),
        asked("2026-08-03", None, Some("2026-08-04")),
        // Taken back after the period's end: it was asked and stood open.
        asked("2026-08-03", None, Some("2026-09-02")),
        asked("2026-07-31", None, None),
    ] {
        sums.add_request(&it, &month);
    }
    let of = |figure| told(&sums, figure);
    // Of so few no rate is told.
    assert_eq!(of(Figure::RequestsOnTime), (1, 5, None));
    assert_eq!(of(Figure::RequestsLate), (1, 5, None));
    assert_eq!(of(Figure::RequestsUnanswered), (2, 5, None));
    assert_eq!(of(Figure::Received), (0, 0, None), "no case");
    assert!(!sums.is_empty());
}

proptest! {
    #[test]
    fn requests_on_time_late_unanswered_and_in_time_are_all_that_were_asked(
        all in prop::collection::vec(
            (0_u64..90, 0_u32..20, prop::option::of(0_u64..60), prop::option::of(0_u64..60)), 0..30,
        ), today in 0_u64..150,
    ) {
        let calendar = calendar();
        let from = day("2026-07-01");
        let frame = Frame::new(
            &calendar, (day("2026-08-01"), day("2026-08-31")), from + Days::new(today),
        );
        let (mut sums, mut in_time) = (Sums::default(), 0);
        for (sent, days, replied, withdrawn) in all {
            let sent = from + Days::new(sent);
            if sent > frame.end {
                continue;
            }
            let after = |days| sent + Days::new(days);
            let request = Request {
                sent, term: Term::Days(days), replied: replied.map(after), withdrawn: withdrawn.map(after),
            };
            let it = RequestFacts { id: 1, unit: 1, request };
            sums.add_request(&it, &frame);
            let is_there = frame.first <= sent && sent <= frame.last && !frame.has(request.withdrawn);
            let is_open = is_there && !frame.has(request.replied);
            in_time += u64::from(is_open && frame.end <= request.due(&calendar));
        }
        let figures = [Figure::RequestsOnTime, Figure::RequestsLate, Figure::RequestsUnanswered];
        let sum: u64 = figures.iter().map(|figure| sums.of(*figure).num).sum();
        prop_assert_eq!(sum + in_time, sums.of(Figure::RequestsLate).den);
    }
}
