//! The state machine: what may come from where, and what holds whatever comes.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::feedback::{
    examples::{at, case, day, event, plain, portal, sent},
    kind::{Ground, Rating, Source},
};

const ONE: i64 = 11;
const TWO: i64 = 12;

fn staff() -> Actor {
    at(1, Level::Unit)
}

/// What a check says of a step on a day, by somebody.
fn try_by(case: &Case, on: &str, actor: Actor, step: Step) -> Result<(), Misstep> {
    let (calendar, class) = (plain(), portal());
    check(case, &event(day(on), actor, step), Rules { calendar: &calendar, class: &class })
}

fn try_it(case: &Case, on: &str, step: Step) -> Result<(), Misstep> {
    try_by(case, on, staff(), step)
}

/// The events that lead to each state, all on Thursday 20/8/2026.
fn way_to(state: State) -> Vec<(&'static str, Step)> {
    let on = "2026-08-20";
    let progress = || {
        vec![
            (on, Step::Received),
            (on, Step::Assigned { unit: ONE }),
            (on, Step::Named { account: 2 }),
        ]
    };
    let then = |more: Vec<(&'static str, Step)>| [progress(), more].concat();
    match state {
        State::New => vec![],
        State::Received => vec![(on, Step::Received)],
        State::MoreInfo => vec![(on, Step::Asked { until: day("2026-08-24") })],
        State::Assigned => vec![(on, Step::Received), (on, Step::Assigned { unit: ONE })],
        State::InProgress => progress(),
        State::Transfer => then(vec![(on, Step::Offered { unit: TWO })]),
        State::AwaitingApproval => then(vec![(on, Step::Submitted)]),
        State::AwaitingPublication => then(vec![(on, Step::Submitted), (on, Step::Approved)]),
        State::Published => {
            then(vec![(on, Step::Submitted), (on, Step::Approved), (on, Step::Published)])
        }
        State::Answered => {
            then(vec![(on, Step::Submitted), (on, Step::Approved), (on, Step::Unpublished)])
        }
        State::Refused => vec![(on, Step::Refused { ground: Ground::OtherBody })],
    }
}

fn standing(state: State) -> Case {
    let case = case("2026-08-20", &way_to(state));
    assert_eq!(case.state, state);
    case
}

/// Every step but the sending, with values that are right where it may come at all.
fn every_step() -> Vec<Step> {
    let soon = day("2026-08-24");
    vec![
        Step::PassedOn { on: day("2026-08-21") },
        Step::DueGiven { on: day("2026-08-28") },
        Step::Received,
        Step::Refused { ground: Ground::OtherBody },
        Step::Asked { until: soon },
        Step::Added,
        Step::WaitEnded,
        Step::Assigned { unit: TWO },
        Step::Named { account: 3 },
        Step::Supported { unit: 13 },
        Step::Offered { unit: TWO },
        Step::Accepted,
        Step::Returned,
        Step::Succeeded { unit: 13 },
        Step::Escalated { to: Level::Office, is_vacant_between: false },
        Step::Promised { on: soon },
        Step::PutOff { until: soon },
        Step::Submitted,
        Step::SentBack,
        Step::Approved,
        Step::Published,
        Step::Unpublished,
        Step::Finished { on: day("2026-08-21") },
        Step::Rated { rating: Rating::Satisfied },
        Step::Reopened,
        Step::Linked { case: 7 },
        Step::Noted,
        // Not where nobody asked to be called.
        Step::Called,
        Step::Concerns { account: Some(2), above: Level::Office },
    ]
}

fn name(step: &Step) -> String {
    format!("{step:?}").split([' ', '{']).next().unwrap_or_default().to_owned()
}

/// Whoever may take a step of this kind.
fn whose(step: &Step) -> Actor {
    match step {
        Step::Added | Step::Rated { .. } | Step::Reopened => Actor::Sender,
        Step::Succeeded { .. } | Step::AnsweredWith { .. } => Actor::Clock,
        Step::Approved => at(9, Level::Unit),
        _ => staff(),
    }
}

#[test]
fn from_each_state_these_steps_may_come_and_no_others() {
    let always = "Added Noted Linked Concerns";
    for (state, expected) in [
        (State::New, "PassedOn DueGiven Received Refused Asked Escalated Finished"),
        (State::Received, "Refused Asked Assigned Escalated Promised Finished"),
        (State::MoreInfo, "WaitEnded Supported Succeeded Escalated Promised"),
        (State::Assigned, "Asked Named Supported Offered Succeeded Escalated Promised PutOff"),
        (
            State::InProgress,
            "Asked Named Supported Offered Succeeded Escalated Promised PutOff Submitted",
        ),
        (State::Transfer, "Supported Accepted Returned Succeeded Escalated Promised"),
        (State::AwaitingApproval, "Supported Succeeded Escalated Promised SentBack Approved"),
        (State::AwaitingPublication, "Published Unpublished Rated Reopened"),
        (State::Published, "Unpublished Rated Reopened"),
        (State::Answered, "Rated Reopened"),
        (State::Refused, ""),
    ] {
        let case = standing(state);
        let may = every_step()
            .into_iter()
            .filter(|step| try_by(&case, "2026-08-21", whose(step), step.clone()).is_ok());
        let may: Vec<String> = may.map(|step| name(&step)).collect();
        let mut expected: Vec<&str> = expected.split(' ').chain(always.split(' ')).collect();
        expected.retain(|it| !it.is_empty());
        expected.sort_unstable();
        let mut sorted: Vec<&str> = may.iter().map(String::as_str).collect();
        sorted.sort_unstable();
        assert_eq!(sorted, expected, "{}", state.name());
    }
}

#[test]
fn each_step_has_those_who_may_take_it() {
    let senders = ["Added", "Rated", "Reopened", "DueGiven"];
    let clocks = ["WaitEnded", "Returned", "Succeeded", "Escalated"];
    let both = ["WaitEnded", "Returned", "Escalated"];
    for state in State::ALL {
        let case = standing(*state);
        for step in every_step() {
            let name = name(&step);
            let name = name.as_str();
            let is_refused = |actor: Actor| {
                try_by(&case, "2026-08-21", actor, step.clone()) == Err(Misstep::NotTheirs)
            };
            assert_eq!(is_refused(Actor::Sender), !senders.contains(&name), "{name}");
            assert_eq!(is_refused(Actor::Clock), !clocks.contains(&name), "{name}");
            // What another system says comes by its program, or is entered by staff.
            let is_senders = senders.contains(&name) && name != "DueGiven";
            let is_others = is_senders || clocks.contains(&name) && !both.contains(&name);
            assert_eq!(is_refused(staff()), is_others, "{name}");
        }
    }
    let first = standing(State::New);
    let again = sent(day("2026-08-21")).step;
    for actor in [Actor::Sender, staff()] {
        assert_eq!(try_by(&first, "2026-08-21", actor, again.clone()), Err(Misstep::OutOfTurn));
    }
}

#[test]
fn days_lie_ahead_and_no_wait_is_longer_than_its_class_allows() {
    let case = standing(State::InProgress);
    let ask = |until: &str| try_it(&case, "2026-08-20", Step::Asked { until: day(until) });
    assert_eq!(ask("2026-08-20"), Err(Misstep::DayPast));
    assert_eq!((ask("2026-09-03"), ask("2026-09-04")), (Ok(()), Err(Misstep::DayTooFar)));
    for step in
        [Step::PutOff { until: day("2026-08-20") }, Step::Promised { on: day("2026-08-20") }]
    {
        assert_eq!(try_it(&case, "2026-08-20", step), Err(Misstep::DayPast));
    }
}

#[test]
fn what_happened_elsewhere_lies_between_the_sending_and_today() {
    let case = standing(State::New);
    let passed = |on: &str| try_it(&case, "2026-08-21", Step::PassedOn { on: day(on) });
    let finished = |on: &str| try_it(&case, "2026-08-21", Step::Finished { on: day(on) });
    for on in [&passed as &dyn Fn(&str) -> Result<(), Misstep>, &finished] {
        assert_eq!(on("2026-08-19"), Err(Misstep::DayPast));
        assert_eq!((on("2026-08-20"), on("2026-08-21")), (Ok(()), Ok(())));
        assert_eq!(on("2026-08-22"), Err(Misstep::DayTooFar));
    }
}

#[test]
fn the_clock_ends_no_wait_before_its_day_and_staff_may() {
    let case = standing(State::MoreInfo);
    let end = |on: &str, actor| try_by(&case, on, actor, Step::WaitEnded);
    assert_eq!(end("2026-08-24", Actor::Clock), Err(Misstep::OutOfTurn));
    assert_eq!(end("2026-08-25", Actor::Clock), Ok(()));
    assert_eq!(end("2026-08-21", staff()), Ok(()));
}

#[test]
fn a_case_has_one_lead_and_another_only_by_transfer_or_by_the_level_that_has_it() {
    let given = standing(State::Assigned);
    let assign =
        |case: &Case, actor, unit| try_by(case, "2026-08-21", actor, Step::Assigned { unit });
    assert_eq!(assign(&given, at(1, Level::Office), TWO), Err(Misstep::OutOfTurn));
    let up = Step::Escalated { to: Level::Office, is_vacant_between: false };
    let up = case("2026-08-20", &[way_to(State::Assigned), vec![("2026-08-20", up)]].concat());
    assert_eq!(assign(&up, staff(), TWO), Err(Misstep::HigherLevel));
    assert_eq!(assign(&up, at(1, Level::Office), TWO), Ok(()));
    assert_eq!(assign(&up, at(1, Level::Office), ONE), Err(Misstep::SameUnit));
    assert_eq!(try_it(&given, "2026-08-21", Step::Offered { unit: ONE }), Err(Misstep::SameUnit));
    assert_eq!(try_it(&given, "2026-08-21", Step::Supported { unit: ONE }), Err(Misstep::SameUnit));
}

#[test]
fn a_unit_helps_once_and_ends_once() {
    let helped = [way_to(State::Assigned), vec![("2026-08-20", Step::Supported { unit: TWO })]];
    let helped = case("2026-08-20", &helped.concat());
    let of = |step| try_it(&helped, "2026-08-21", step);
    assert_eq!(of(Step::Supported { unit: TWO }), Err(Misstep::SameUnit));
    assert_eq!(of(Step::Unsupported { unit: 13 }), Err(Misstep::OutOfTurn));
    assert_eq!(of(Step::Unsupported { unit: TWO }), Ok(()));
    let taken = [
        way_to(State::Assigned),
        vec![
            ("2026-08-20", Step::Supported { unit: TWO }),
            ("2026-08-20", Step::Offered { unit: TWO }),
            ("2026-08-20", Step::Accepted),
        ],
    ];
    assert_eq!(case("2026-08-20", &taken.concat()).supports, [0; 0], "who leads helps no more");
}

#[test]
fn who_asked_for_a_call_is_called_by_those_who_are_far_enough_up_and_rates_once_more() {
    let class = Class { code: "callback".to_owned(), resolve: 1, ..portal() };
    let calendar = plain();
    let rules = Rules { calendar: &calendar, class: &class };
    let (on, source) = (day("2026-08-20"), Source::Ballot);
    let step = Step::Sent { source, on, class: class.code.clone(), is_formal: false };
    let mut log = vec![event(on, Actor::Sender, step)];
    let new = Case::of(&log).unwrap();
    assert!(new.is_call() && new.has_due_day());
    let call = |by: Actor| event(day("2026-08-21"), by, Step::Called);
    assert_eq!(check(&new, &call(Actor::Sender), rules), Err(Misstep::NotTheirs));
    assert_eq!(check(&new, &call(Actor::Clock), rules), Err(Misstep::NotTheirs));
    let mut above = new.clone();
    above.level = Level::Office;
    assert_eq!(check(&above, &call(staff()), rules), Err(Misstep::HigherLevel));
    assert_eq!(check(&above, &call(at(2, Level::Office)), rules), Ok(()));
    assert_eq!(check(&new, &call(staff()), rules), Ok(()));
    log.push(call(staff()));
    let called = Case::of(&log).unwrap();
    assert_eq!(
        (called.state, called.called, called.received),
        (State::Answered, Some(day("2026-08-21")), Some(day("2026-08-21")))
    );
    assert_eq!(check(&called, &call(staff()), rules), Err(Misstep::OutOfTurn), "once");
    let rated = event(day("2026-08-22"), Actor::Sender, Step::Rated { rating: Rating::Satisfied });
    assert_eq!(check(&called, &rated, rules), Ok(()));
    log.push(rated.clone());
    let again = Case::of(&log).unwrap();
    assert_eq!(check(&again, &rated, rules), Err(Misstep::RatedBefore));
}

#[test]
fn a_case_goes_up_one_by_one_and_a_vacant_level_is_said() {
    let case = standing(State::InProgress);
    let up = |to, is_vacant_between| {
        try_it(&case, "2026-08-21", Step::Escalated { to, is_vacant_between })
    };
    assert_eq!(up(Level::Office, false), Ok(()));
    assert_eq!(up(Level::Leadership, false), Err(Misstep::SkipsLevel));
    assert_eq!(up(Level::Leadership, true), Ok(()));
    assert_eq!(up(Level::Office, true), Err(Misstep::SkipsLevel));
    assert_eq!(up(Level::Unit, false), Err(Misstep::SkipsLevel));
}

#[test]
fn what_was_taken_up_is_approved_and_settled_at_that_level_alone() {
    let mut case = standing(State::AwaitingApproval);
    let by =
        |case: &Case, account, level, step| try_by(case, "2026-08-21", at(account, level), step);
    assert_eq!(by(&case, 9, Level::Unit, Step::Settled), Err(Misstep::OutOfTurn));
    assert_eq!(by(&case, 9, Level::Unit, Step::Approved), Ok(()));
    assert_eq!(by(&case, 1, Level::Unit, Step::Approved), Err(Misstep::OwnText));
    case.level = Level::Office;
    for step in [Step::Approved, Step::Settled] {
        assert_eq!(by(&case, 9, Level::Unit, step.clone()), Err(Misstep::HigherLevel));
        assert_eq!(by(&case, 9, Level::Office, step.clone()), Ok(()));
        assert_eq!(by(&case, 9, Level::Leadership, step), Ok(()));
    }
}

#[test]
fn what_was_taken_up_is_refused_and_finished_at_that_level_and_given_out_by_the_office() {
    let mut high = standing(State::Received);
    high.level = Level::Leadership;
    let by = |level, step| try_by(&high, "2026-08-21", at(9, level), step);
    for step in
        [Step::Refused { ground: Ground::OtherBody }, Step::Finished { on: day("2026-08-21") }]
    {
        assert_eq!(by(Level::Office, step.clone()), Err(Misstep::HigherLevel));
        assert_eq!(by(Level::Leadership, step), Ok(()));
    }
    assert_eq!(by(Level::Unit, Step::Assigned { unit: ONE }), Err(Misstep::HigherLevel));
    assert_eq!(by(Level::Office, Step::Assigned { unit: ONE }), Ok(()));
}

#[test]
fn an_answer_is_rated_once_and_looked_at_again_once_within_its_time() {
    let answered = standing(State::Answered);
    let sender = |case: &Case, on: &str, step| try_by(case, on, Actor::Sender, step);
    assert_eq!(sender(&answered, "2026-09-19", Step::Reopened), Ok(()));
    assert_eq!(sender(&answered, "2026-09-20", Step::Reopened), Err(Misstep::WindowOver));
    let rated = [
        way_to(State::Answered),
        vec![("2026-08-21", Step::Rated { rating: Rating::Dissatisfied })],
    ];
    let rated = case("2026-08-20", &rated.concat());
    let rate = Step::Rated { rating: Rating::Satisfied };
    assert_eq!(sender(&rated, "2026-08-21", rate), Err(Misstep::RatedBefore));
    let again = [
        way_to(State::Answered),
        vec![
            ("2026-08-24", Step::Reopened),
            ("2026-08-24", Step::Assigned { unit: ONE }),
            ("2026-08-24", Step::Named { account: 2 }),
            ("2026-08-24", Step::Submitted),
            ("2026-08-25", Step::Approved),
        ],
    ];
    let again = case("2026-08-20", &again.concat());
    assert_eq!(
        (again.first_answered, again.answered),
        (Some(day("2026-08-20")), Some(day("2026-08-25")))
    );
    assert_eq!(again.start(), day("2026-08-24"));
    assert_eq!(again.first_start(), day("2026-08-20"), "it stays in its first period");
    assert_eq!(sender(&again, "2026-08-26", Step::Reopened), Err(Misstep::ReopenedBefore));
    assert_eq!(sender(&again, "2026-08-26", Step::Rated { rating: Rating::Satisfied }), Ok(()));
}

#[test]
fn links_are_one_deep_and_the_lead_s_answer_is_for_those_that_are_linked() {
    let linked = [way_to(State::InProgress), vec![("2026-08-20", Step::Linked { case: 7 })]];
    let linked = case("2026-08-20", &linked.concat());
    assert_eq!(try_it(&linked, "2026-08-21", Step::Linked { case: 8 }), Err(Misstep::LinkedBefore));
    let answer = |case: &Case, lead| {
        try_by(case, "2026-08-21", Actor::Clock, Step::AnsweredWith { case: lead })
    };
    assert_eq!(answer(&linked, 7), Ok(()));
    assert_eq!(answer(&linked, 8), Err(Misstep::OutOfTurn));
    let mut high = linked.clone();
    high.level = Level::Office;
    assert_eq!(answer(&high, 7), Err(Misstep::HigherLevel), "that level decides");
    let alone = standing(State::InProgress);
    assert_eq!(answer(&alone, 7), Err(Misstep::OutOfTurn));
    assert_eq!(try_it(&alone, "2026-08-21", Step::Unlinked), Err(Misstep::OutOfTurn));
    assert_eq!(try_it(&linked, "2026-08-21", Step::Unlinked), Ok(()));
}

#[test]
fn what_is_pushed_around_goes_up_by_itself() {
    let offered = |more: Vec<(&'static str, Step)>| {
        let first = vec![("2026-08-20", Step::Offered { unit: TWO })];
        case("2026-08-20", &[way_to(State::Assigned), first, more].concat())
    };
    assert_eq!(follow_up(&offered(vec![])), None, "one transfer is no pushing");
    let up = Some(Step::Escalated { to: Level::Office, is_vacant_between: false });
    let second =
        |unit| vec![("2026-08-21", Step::Accepted), ("2026-08-24", Step::Offered { unit })];
    assert_eq!(follow_up(&offered(second(ONE))), up, "back to a unit that held it");
    assert_eq!(follow_up(&offered(second(13))), up, "a second transfer");
    let known = [
        second(13),
        vec![("2026-08-24", Step::Escalated { to: Level::Office, is_vacant_between: false })],
    ];
    assert_eq!(follow_up(&offered(known.concat())), None, "it is up already");
}

#[test]
fn what_the_sender_adds_is_never_lost_and_ends_a_wait() {
    for state in State::ALL {
        let before = standing(*state);
        let mut after = before.clone();
        after.apply(&event(day("2026-08-21"), Actor::Sender, Step::Added));
        let expected = if *state == State::MoreInfo { State::New } else { *state };
        assert_eq!((after.state, after.events), (expected, before.events + 1));
    }
}

#[test]
fn whoever_a_case_is_about_has_no_part_in_it_and_the_level_above_decides() {
    let concerns = |account| Step::Concerns { account: Some(account), above: Level::Office };
    for state in State::ALL {
        let mut case = standing(*state);
        let before = case.clone();
        case.apply(&event(day("2026-08-21"), staff(), concerns(2)));
        let is_over = state.is_answered() || state.is_finished();
        assert_eq!((case.about, case.is_about_known), (Some(2), true));
        assert_eq!(case.level, if is_over { Level::Unit } else { Level::Office }, "{state:?}");
        assert_ne!(case.holder, Some(2), "{state:?}");
        let expected = match state {
            State::InProgress => State::Assigned,
            state => *state,
        };
        assert_eq!(case.state, expected);
        {
            let taken_back = Step::Concerns { account: None, above: Level::Unit };
            let below = try_by(&case, "2026-08-21", staff(), taken_back.clone());
            let above = try_by(&case, "2026-08-21", at(9, Level::Office), taken_back);
            assert_eq!((below, above), (Err(Misstep::HigherLevel), Ok(())));
        }
        case.apply(&event(day("2026-08-21"), staff(), concerns(7)));
        assert_eq!(case.holder, before.holder.filter(|it| *it != 2));
    }
    // An answer that they wrote themselves is written anew.
    let mut own = standing(State::AwaitingApproval);
    own.apply(&event(day("2026-08-21"), at(9, Level::Unit), concerns(1)));
    assert_eq!((own.state, own.holder), (State::InProgress, Some(2)));
}

#[test]
fn what_the_sender_adds_waits_for_somebody_of_the_house() {
    let mut case = standing(State::Published);
    let news = |case: &mut Case, actor, step| {
        case.apply(&event(day("2026-08-21"), actor, step));
        case.has_news
    };
    assert!(news(&mut case, Actor::Sender, Step::Added));
    assert!(news(&mut case, Actor::Sender, Step::Rated { rating: Rating::Satisfied }));
    assert!(!news(&mut case, staff(), Step::Noted));
}

fn steps() -> impl Strategy<Value = Vec<(usize, u8, i64, i64)>> {
    prop::collection::vec((0usize..31, 0u8..3, 1i64..5, 0i64..4), 0..60)
}

/// A step by number; units, people and days vary.
fn drawn(at: usize, which: i64, today: NaiveDate) -> Step {
    let ahead = |days: i64| today + TimeDelta::days(days);
    match at {
        26 => Step::Settled,
        27 => Step::Unsupported { unit: 10 + which },
        28 => Step::Unlinked,
        29 => Step::AnsweredWith { case: which },
        30 => Step::Concerns { account: Some(which), above: Level::Office },
        6 => Step::Assigned { unit: 10 + which },
        9 => Step::Offered { unit: 10 + which },
        8 => Step::Supported { unit: 10 + which },
        12 => Step::Succeeded { unit: 10 + which },
        3 => Step::Asked { until: ahead(which) },
        24 => Step::Linked { case: which },
        at => every_step().swap_remove(at.min(25)),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]
    /// DOMAIN §4: whatever is tried in whatever order, what is let through keeps the invariants.
    #[test]
    fn any_sequence_of_events_keeps_what_must_hold(tried in steps()) {
        let (calendar, class) = (plain(), portal());
        let mut today = day("2026-08-20");
        let first = sent(today);
        let mut log = vec![first.clone()];
        let mut case = Case::begun(&first).unwrap();
        for (at_step, who, which, days) in tried {
            today += TimeDelta::days(days);
            let level = [Level::Unit, Level::Office, Level::Leadership][usize::from(who)];
            let step = drawn(at_step, which, today);
            let actor = match whose(&step) {
                Actor::Staff { .. } => at(which, level),
                other => other,
            };
            let next = event(today, actor, step);
            if check(&case, &next, Rules { calendar: &calendar, class: &class }).is_err() {
                continue;
            }
            let before = case.clone();
            case.apply(&next);
            log.push(next.clone());
            holds(&before, &next.step, &case)?;
        }
        prop_assert_eq!(Case::of(&log), Some(case), "the log is the truth");
    }
}

/// What one step may do to a case, and what it may not.
fn holds(before: &Case, step: &Step, case: &Case) -> Result<(), TestCaseError> {
    let open = case.leads.iter().filter(|lead| lead.ended.is_none()).count();
    prop_assert!(open <= 1, "one lead at any time: {case:?}");
    let is_working = matches!(
        case.state,
        State::Assigned | State::InProgress | State::Transfer | State::AwaitingApproval
    );
    prop_assert!(!is_working || open == 1, "worked on, and led by nobody: {case:?}");
    prop_assert!(case.unit().is_some() || !is_working);
    prop_assert_eq!(case.events, before.events + 1);
    prop_assert_eq!(case.sent, before.sent);
    if !matches!(step, Step::PassedOn { .. } | Step::Reopened) {
        prop_assert_eq!(case.start(), before.start(), "nothing else starts the clock anew");
    }
    if before.state.is_answered() && !matches!(step, Step::Reopened) {
        prop_assert_eq!(case.answered, before.answered, "an answer stays as it is");
    }
    prop_assert!(before.reopened.is_none() || case.reopened == before.reopened);
    prop_assert!(before.first_answered.is_none() || case.first_answered == before.first_answered);
    let goes_down = case.level < before.level;
    // Each of them by somebody of that level: the check before saw to it.
    let may_go_down = matches!(step, Step::Settled | Step::Approved | Step::Finished { .. });
    prop_assert!(!goes_down || may_go_down, "silently closed: {step:?}");
    let is_theirs = |it: Option<i64>| it.is_some() && it == case.about;
    if matches!(step, Step::Concerns { .. }) {
        prop_assert!(!is_theirs(case.holder), "whom it is about holds it: {case:?}");
    }
    prop_assert!(case.state != State::InProgress || case.holder.is_some(), "nobody's: {case:?}");
    let is_over = case.state.is_answered() || case.state.is_finished();
    prop_assert!(is_over || case.level >= case.about_above, "below whom it is about: {case:?}");
    prop_assert_eq!(case.state == State::MoreInfo, case.wait().is_some());
    prop_assert_eq!(case.state == State::Transfer, case.offer.is_some());
    let is_source_kept = case.source == Source::Portal && case.is_formal;
    prop_assert!(is_source_kept);
    Ok(())
}
