//! Cases for the tests of this chapter, made of a few events on given days.

use chrono::{NaiveDate, TimeDelta};

use super::{
    case::Case,
    clock::Class,
    event::{Actor, Event, Step},
    kind::{Level, Source},
};
use crate::day::{read, start_of, working::Calendar};

/// A day.
pub fn day(text: &str) -> NaiveDate {
    read(text).expect("a day")
}

/// The portal's class.
pub fn portal() -> Class {
    Class {
        code: "portal".to_owned(),
        refuse: 2,
        ask: 5,
        resolve: 15,
        publish: 2,
        wait: 10,
        is_extended_by_waiting: false,
        reopen: 30,
        escalate: 5,
    }
}

/// A calendar without special days.
pub fn plain() -> Calendar {
    Calendar::default()
}

/// Somebody at a level.
pub fn at(account: i64, level: Level) -> Actor {
    Actor::Staff { account, level }
}

/// A step of a handler at noon of a day.
pub fn event(on: NaiveDate, actor: Actor, step: Step) -> Event {
    Event { at: start_of(on) + TimeDelta::hours(12), actor, step }
}

/// The sending of a formal case on a day.
pub fn sent(on: NaiveDate) -> Event {
    let step =
        Step::Sent { source: Source::Portal, on, class: "portal".to_owned(), is_formal: true };
    event(on, Actor::Sender, step)
}

/// A case that was sent on a day, and what was done on later days by its unit.
pub fn case(on: &str, steps: &[(&str, Step)]) -> Case {
    let mut log = vec![sent(day(on))];
    for (on, step) in steps {
        let actor = match step {
            Step::Added | Step::Rated { .. } | Step::Reopened => Actor::Sender,
            _ => at(1, Level::Unit),
        };
        log.push(event(day(on), actor, step.clone()));
    }
    Case::of(&log).expect("a case")
}
