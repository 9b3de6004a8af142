//! The portal's clauses, each by its name, on both sides of its last day.

use super::*;
use crate::{
    day::working::DayKind,
    feedback::{
        event::Step,
        examples::{case, day, plain, portal},
    },
};

/// The assumed calendar of DOMAIN §4.
fn assumed() -> Calendar {
    let off = ["2026-08-31", "2026-09-01", "2026-09-02"].map(|it| (day(it), DayKind::Holiday));
    off.into_iter().chain([(day("2026-08-22"), DayKind::MakeUp)]).collect()
}

/// What a clause says of a case at the end of a period.
fn judge<T>(steps: &[(&str, Step)], end: &str, clause: impl Fn(&Judged<'_>) -> T) -> T {
    let (case, calendar, class) = (case("2026-08-20", steps), assumed(), portal());
    clause(&Judged { case: &case, calendar: &calendar, class: &class, end: day(end) })
}

/// Given to a unit and answered on a day.
fn answered(on: &'static str) -> Vec<(&'static str, Step)> {
    vec![
        ("2026-08-20", Step::Received),
        ("2026-08-20", Step::Assigned { unit: 1 }),
        ("2026-08-20", Step::Named { account: 2 }),
        ("2026-08-20", Step::Submitted),
        (on, Step::Approved),
    ]
}

#[test]
fn refused_in_time() {
    let refused = |on: &'static str| {
        let step = Step::Refused { ground: Ground::OtherBody };
        judge(&[(on, step)], "2026-09-30", |it| it.refused_in_time())
    };
    // Two working days after Thursday 20/8, with Saturday 22/8 made up.
    assert_eq!((refused("2026-08-22"), refused("2026-08-23")), (Some(true), Some(false)));
    assert_eq!(judge(&[], "2026-09-30", |it| it.refused_in_time()), None);
}

#[test]
fn refused_in_time_counts_from_the_latest_passing_on() {
    let steps = [
        ("2026-08-27", Step::PassedOn { on: day("2026-08-28") }),
        ("2026-09-04", Step::Refused { ground: Ground::OtherBody }),
    ];
    assert_eq!(judge(&steps, "2026-09-30", |it| it.refused_in_time()), Some(true));
}

#[test]
fn more_information_in_time_is_the_first_request_before_reception() {
    let until = day("2026-09-30");
    let asked = |on: &'static str| {
        let steps = [
            (on, Step::Asked { until }),
            ("2026-09-08", Step::Added),
            ("2026-09-09", Step::Asked { until }),
        ];
        judge(&steps, "2026-09-30", |it| it.asked_in_time())
    };
    assert_eq!((asked("2026-08-26"), asked("2026-08-27")), (Some(true), Some(false)));
    let late = [("2026-08-21", Step::Received), ("2026-09-08", Step::Asked { until })];
    assert_eq!(judge(&late, "2026-09-30", |it| it.asked_in_time()), None, "after reception");
}

#[test]
fn resolved_in_time_is_the_start_of_awaiting_publication() {
    let resolved = |on| judge(&answered(on), "2026-09-30", |it| it.resolved_in_time());
    assert_eq!((resolved("2026-09-14"), resolved("2026-09-15")), (Some(true), Some(false)));
    assert_eq!(judge(&[], "2026-09-30", |it| it.resolved_in_time()), None);
}

#[test]
fn published_in_time_without_an_end_goes_to_the_end_of_the_period() {
    let published = |steps: &[(&str, Step)], end: &str| {
        judge(&[answered("2026-09-03"), steps.to_vec()].concat(), end, |it| it.published_in_time())
    };
    let on = |on: &'static str| vec![(on, Step::Published)];
    assert_eq!(published(&on("2026-09-07"), "2026-12-31"), Some(true));
    assert_eq!(published(&on("2026-09-08"), "2026-12-31"), Some(false));
    assert_eq!(published(&[], "2026-09-07"), Some(true));
    assert_eq!(published(&[], "2026-09-08"), Some(false));
}

#[test]
fn in_progress_in_time_is_judged_at_the_end_of_the_period() {
    let open = [("2026-08-20", Step::Received)];
    let judged = |end| judge(&open, end, |it| it.in_progress_in_time());
    assert_eq!((judged("2026-09-14"), judged("2026-09-15")), (Some(true), Some(false)));
    assert_eq!(judge(&answered("2026-09-03"), "2026-12-31", |it| it.in_progress_in_time()), None);
    let gone = [("2026-08-21", Step::Refused { ground: Ground::OtherBody })];
    assert_eq!(judge(&gone, "2026-12-31", |it| it.in_progress_in_time()), None);
}

#[test]
fn returned_inside_the_agency_is_in_progress() {
    let steps = [
        ("2026-08-20", Step::Received),
        ("2026-08-20", Step::Assigned { unit: 1 }),
        ("2026-08-24", Step::Offered { unit: 2 }),
        ("2026-08-25", Step::Returned),
    ];
    assert_eq!(judge(&steps, "2026-09-14", |it| it.in_progress_in_time()), Some(true));
    assert!(!judge(&steps, "2026-09-14", |it| it.is_handled()));
}

#[test]
fn disliked_raised_again_or_late_counts_once_against() {
    let against = |steps: &[(&str, Step)]| judge(steps, "2026-12-31", |it| it.counts_against());
    let rated = |rating| {
        let rate = vec![("2026-09-07", Step::Rated { rating })];
        against(&[answered("2026-09-03"), rate].concat())
    };
    assert!(rated(Rating::Dissatisfied));
    assert!(!rated(Rating::Acceptable) && !rated(Rating::Satisfied));
    let again = vec![("2026-09-07", Step::Reopened)];
    assert!(against(&[answered("2026-09-03"), again].concat()));
    assert!(against(&answered("2026-09-15")), "late");
    assert!(!against(&answered("2026-09-03")));
    assert!(against(&[]), "still open at the end of the year");
}

#[test]
fn what_is_another_body_s_or_another_law_s_is_not_ours() {
    let ours = |ground| {
        judge(&[("2026-08-21", Step::Refused { ground })], "2026-12-31", |it| it.is_ours())
    };
    assert!(!ours(Ground::Complaint) && !ours(Ground::Denunciation) && !ours(Ground::OtherBody));
    assert!(ours(Ground::Unanswerable) && ours(Ground::AnsweredBefore));
    let (mut hint, calendar, class) = (case("2026-08-20", &[]), plain(), portal());
    hint.is_formal = false;
    let judged = Judged { case: &hint, calendar: &calendar, class: &class, end: hint.sent };
    assert!(!judged.is_ours(), "a hint without a name stays out of the rates");
    assert!(judge(&[], "2026-12-31", |it| it.is_ours()));
}

#[test]
fn handled_is_answered_or_refused() {
    assert!(judge(&answered("2026-09-03"), "2026-12-31", |it| it.is_handled()));
    let refused = [("2026-08-21", Step::Refused { ground: Ground::OtherBody })];
    assert!(judge(&refused, "2026-12-31", |it| it.is_handled()));
    assert!(!judge(&[], "2026-12-31", |it| it.is_handled()));
    // Asked for another look it stays handled, in its first period.
    let again = [answered("2026-09-03"), vec![("2026-09-07", Step::Reopened)]].concat();
    assert!(judge(&again, "2026-12-31", |it| it.is_handled()));
}

#[test]
fn called_in_time() {
    let called = |on: &'static str| {
        let class = Class { code: "callback".to_owned(), resolve: 1, ..portal() };
        let (case, calendar) = (case("2026-08-21", &[(on, Step::Called)]), assumed());
        Judged { case: &case, calendar: &calendar, class: &class, end: day("2026-09-30") }
            .called_in_time()
    };
    // Sent on Friday 21/8: Saturday 22/8 is worked to make up for another day.
    assert_eq!((called("2026-08-21"), called("2026-08-22")), (Some(true), Some(true)));
    assert_eq!(called("2026-08-24"), Some(false));
    assert_eq!(judge(&[], "2026-09-30", |it| it.called_in_time()), None);
}
