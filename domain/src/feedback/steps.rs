//! Which step may come next: the state machine of feedback (DOMAIN §4), as a pure function.

use chrono::{Days, NaiveDate};

use super::{
    case::Case,
    clock::Class,
    event::{Actor, Event, Step},
    kind::{Level, State},
};
use crate::day::{local_day, working::Calendar};
pub use crate::fault::Misstep;

/// What a check has to know beside the case.
#[derive(Clone, Copy, Debug)]
pub struct Rules<'a> {
    /// The days on which people work.
    pub calendar: &'a Calendar,
    /// The case's deadline class.
    pub class: &'a Class,
}

/// Whether an event may be the next of a case's log.
pub fn check(case: &Case, event: &Event, rules: Rules) -> Result<(), Misstep> {
    if !is_theirs(&event.actor, &event.step) {
        return Err(Misstep::NotTheirs);
    }
    if !comes_from(&event.step, case.state) {
        return Err(Misstep::OutOfTurn);
    }
    let today = local_day(event.at);
    match &event.step {
        Step::Asked { until } => {
            day(*until, today, rules.class.longest_wait(rules.calendar, today))
        }
        Step::PutOff { until } => day(*until, today, NaiveDate::MAX),
        Step::Promised { on } => day(*on, today, NaiveDate::MAX),
        Step::PassedOn { on } => outside(case, *on, today),
        Step::DueGiven { .. } if case.due_given.is_some() => Err(Misstep::OutOfTurn),
        Step::DueGiven { on } if *on < case.first_start() => Err(Misstep::DayPast),
        Step::Finished { on } => above(case, &event.actor).and_then(|()| outside(case, *on, today)),
        Step::Refused { .. } => above(case, &event.actor),
        Step::Called => call(case, &event.actor),
        Step::WaitEnded => wait_end(case, &event.actor, today),
        Step::Assigned { unit } => assignment(case, &event.actor, *unit),
        Step::Offered { unit } | Step::Succeeded { unit } => other_than_lead(case, *unit),
        Step::Supported { unit } => support(case, *unit),
        Step::Unsupported { unit } if !case.supports.contains(unit) => Err(Misstep::OutOfTurn),
        Step::Escalated { to, is_vacant_between } => escalation(case, *to, *is_vacant_between),
        Step::Settled => settlement(case, &event.actor),
        Step::Approved => approval(case, &event.actor),
        Step::Rated { .. } if case.rating.is_some() => Err(Misstep::RatedBefore),
        Step::Reopened => reopening(case, today, rules.class.reopen),
        Step::Linked { .. } if case.linked.is_some() => Err(Misstep::LinkedBefore),
        Step::Unlinked if case.linked.is_none() => Err(Misstep::OutOfTurn),
        // Whoever it is about does not get it back by a word of their own level.
        Step::Concerns { .. } if case.about.is_some() => {
            at_least(&event.actor, case.level.max(case.about_above))
        }
        Step::AnsweredWith { case: lead } => lead_answer(case, *lead),
        _ => Ok(()),
    }
}

/// What a step asks for at once: a case that is pushed around goes up by itself (letter B2).
pub fn follow_up(case: &Case) -> Option<Step> {
    let is_pushed = case.is_ping_pong && case.state == State::Transfer && case.level == Level::Unit;
    is_pushed.then_some(Step::Escalated { to: Level::Office, is_vacant_between: false })
}

/// Whether such a step is ever this actor's: what the sender does nobody does in their stead, however
/// their words came back, and no clock decides.
fn is_theirs(actor: &Actor, step: &Step) -> bool {
    match actor {
        Actor::Sender => {
            matches!(
                step,
                Step::Sent { .. }
                    | Step::DueGiven { .. }
                    | Step::Added
                    | Step::Rated { .. }
                    | Step::Reopened
            )
        }
        Actor::Clock => matches!(
            step,
            Step::WaitEnded
                | Step::Escalated { .. }
                | Step::Succeeded { .. }
                | Step::Returned
                | Step::AnsweredWith { .. }
        ),
        Actor::Staff { .. } => !matches!(
            step,
            Step::Added
                | Step::Rated { .. }
                | Step::Reopened
                | Step::Succeeded { .. }
                | Step::AnsweredWith { .. }
        ),
    }
}

/// Whether a step may come while a case stands there.
fn comes_from(step: &Step, state: State) -> bool {
    use State as S;
    match step {
        Step::Sent { .. } => false,
        Step::Added
        | Step::Noted
        | Step::Linked { .. }
        | Step::Unlinked
        | Step::Concerns { .. } => true,
        Step::PassedOn { .. } | Step::DueGiven { .. } | Step::Received => state == S::New,
        Step::Refused { .. } => matches!(state, S::New | S::Received),
        Step::Finished { .. } => matches!(state, S::New | S::Received),
        Step::Asked { .. } => {
            matches!(state, S::New | S::Received | S::Assigned | S::InProgress)
        }
        Step::Called => {
            matches!(state, S::New | S::Received | S::MoreInfo | S::Assigned | S::InProgress)
        }
        Step::WaitEnded => state == S::MoreInfo,
        Step::Assigned { .. } => matches!(state, S::Received | S::Assigned | S::InProgress),
        Step::Named { .. } | Step::Offered { .. } | Step::PutOff { .. } => {
            matches!(state, S::Assigned | S::InProgress)
        }
        Step::Accepted | Step::Returned => state == S::Transfer,
        Step::Supported { .. } | Step::Unsupported { .. } | Step::Succeeded { .. } => {
            is_with_a_unit(state)
        }
        Step::Promised { .. } => is_with_a_unit(state) || state == S::Received,
        Step::Escalated { .. } | Step::Settled | Step::AnsweredWith { .. } => {
            !state.is_answered() && !state.is_finished()
        }
        Step::Submitted => state == S::InProgress,
        Step::SentBack | Step::Approved => state == S::AwaitingApproval,
        Step::Published => state == S::AwaitingPublication,
        Step::Unpublished => matches!(state, S::AwaitingPublication | S::Published),
        Step::Rated { .. } | Step::Reopened => state.is_answered(),
    }
}

fn is_with_a_unit(state: State) -> bool {
    use State as S;
    matches!(state, S::MoreInfo | S::Assigned | S::InProgress | S::Transfer | S::AwaitingApproval)
}

/// A day to come, no later than `last`.
fn day(named: NaiveDate, today: NaiveDate, last: NaiveDate) -> Result<(), Misstep> {
    match named {
        named if named <= today => Err(Misstep::DayPast),
        named if named > last => Err(Misstep::DayTooFar),
        _ => Ok(()),
    }
}

/// A day on which another body or system did something: no sooner than the sending, no later than today.
fn outside(case: &Case, on: NaiveDate, today: NaiveDate) -> Result<(), Misstep> {
    match on {
        on if on > today => Err(Misstep::DayTooFar),
        on if on < case.first_start() => Err(Misstep::DayPast),
        _ => Ok(()),
    }
}

/// The clock ends no wait before its last day has passed; staff may take their question back.
fn wait_end(case: &Case, actor: &Actor, today: NaiveDate) -> Result<(), Misstep> {
    let is_over = case.wait().is_none_or(|wait| wait.until < today);
    if *actor == Actor::Clock && !is_over { Err(Misstep::OutOfTurn) } else { Ok(()) }
}

/// The lead's answer is for those that are linked to it, and decides nothing that was taken further up.
fn lead_answer(case: &Case, lead: i64) -> Result<(), Misstep> {
    match case.linked {
        Some(linked) if linked == lead && case.level > Level::Unit => Err(Misstep::HigherLevel),
        Some(linked) if linked == lead => Ok(()),
        _ => Err(Misstep::OutOfTurn),
    }
}

/// Of a case that no unit has Văn phòng Sở gives the first, however far up the clock took it; another one only by the level to which the case was taken.
fn assignment(case: &Case, actor: &Actor, unit: i64) -> Result<(), Misstep> {
    if case.state == State::Received {
        return at_least(actor, case.level.min(Level::Office));
    }
    if case.level == Level::Unit {
        return Err(Misstep::OutOfTurn);
    }
    above(case, actor)?;
    other_than_lead(case, unit)
}

fn other_than_lead(case: &Case, unit: i64) -> Result<(), Misstep> {
    if case.lead() == Some(unit) { Err(Misstep::SameUnit) } else { Ok(()) }
}

fn support(case: &Case, unit: i64) -> Result<(), Misstep> {
    if case.supports.contains(&unit) { Err(Misstep::SameUnit) } else { other_than_lead(case, unit) }
}

/// Upwards one by one; a level is passed over only where nobody is there, and that is said.
fn escalation(case: &Case, to: Level, is_vacant_between: bool) -> Result<(), Misstep> {
    let next = case.level.next();
    let expected = if is_vacant_between { next.and_then(Level::next) } else { next };
    if expected == Some(to) { Ok(()) } else { Err(Misstep::SkipsLevel) }
}

/// Whether the actor is as far up as the case.
fn above(case: &Case, actor: &Actor) -> Result<(), Misstep> {
    at_least(actor, case.level)
}

fn at_least(actor: &Actor, least: Level) -> Result<(), Misstep> {
    match actor {
        Actor::Staff { level, .. } if *level >= least => Ok(()),
        _ => Err(Misstep::HigherLevel),
    }
}

fn settlement(case: &Case, actor: &Actor) -> Result<(), Misstep> {
    if case.level == Level::Unit { Err(Misstep::OutOfTurn) } else { above(case, actor) }
}

/// Only whoever asked to be called is; the call is the answer, so those who give it are as far up as it.
fn call(case: &Case, actor: &Actor) -> Result<(), Misstep> {
    if case.is_call() { above(case, actor) } else { Err(Misstep::OutOfTurn) }
}

/// Four eyes, and those of the level that has the case.
fn approval(case: &Case, actor: &Actor) -> Result<(), Misstep> {
    above(case, actor)?;
    match actor {
        Actor::Staff { account, .. } if case.author == Some(*account) => Err(Misstep::OwnText),
        _ => Ok(()),
    }
}

fn reopening(case: &Case, today: NaiveDate, window: u32) -> Result<(), Misstep> {
    if case.reopened.is_some() {
        return Err(Misstep::ReopenedBefore);
    }
    let last = case.answered.and_then(|day| day.checked_add_days(Days::new(u64::from(window))));
    if last.is_some_and(|last| today > last) { Err(Misstep::WindowOver) } else { Ok(()) }
}

#[cfg(test)]
mod tests;
