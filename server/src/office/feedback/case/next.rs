//! What somebody may do next to a case.

use chrono::{DateTime, Utc};
use domain::{
    Scope,
    feedback::{
        case::Case,
        event::{Event, Step},
        kind::{Ground, Level, Rating, State},
        order::Order,
        steps::{self, Rules},
    },
    people::role::Reach,
};

use super::Found;
use crate::{
    feedback::{log, reach},
    node::Books,
    problem::Problem,
    staff::Staff,
};

/// Every step that this person may take now, in the order of the list.
pub fn orders(books: &Books, staff: &Staff, now: DateTime<Utc>, found: &Found) -> Vec<Order> {
    let is_early = |order: Order| order == Order::Assign && found.is_concern_open();
    let fits =
        |order: &&Order| !is_early(**order) && is_open(books, staff, now, &found.case, **order);
    Order::ALL.iter().filter(fits).copied().collect()
}

fn is_open(books: &Books, staff: &Staff, now: DateTime<Utc>, case: &Case, order: Order) -> bool {
    let Some(step) = example(books, now, case, order) else { return false };
    let event = Event { at: now, actor: reach::actor_of(staff, order), step };
    let Ok(class) = log::class(books, case) else { return false };
    let rules = Rules { calendar: &books.calendar, class };
    may(books, staff, now, case, order).is_ok() && steps::check(case, &event, rules).is_ok()
}

/// Whether this person has the right to a step of this very case: work on it is for its lead unit, and
/// an offer is answered by the unit that it was made to.
pub fn may(
    books: &Books,
    staff: &Staff,
    now: DateTime<Utc>,
    case: &Case,
    order: Order,
) -> Result<(), Problem> {
    let today = domain::day::local_day(now);
    let reach = domain::people::role::reach(staff.role, order.right());
    let scope = Scope::of(reach, staff.unit, &books.catalogue, today);
    let own = Scope::of(Reach::Below, staff.unit, &books.catalogue, today);
    let holds = |scope: &Scope, unit: i64| {
        scope.holds(books.catalogue.answering_on(unit, today).or(Some(unit)))
    };
    let is_theirs = match order {
        Order::Accept | Order::Return => case.offer.is_some_and(|unit| holds(&own, unit)),
        // Whoever helps may say so on the case, and nothing else.
        Order::Note => {
            let units = case.unit().into_iter().chain(case.supports.iter().copied());
            scope.holds(None) || units.into_iter().any(|unit| holds(&scope, unit))
        }
        _ => scope.holds(None) || case.unit().is_some_and(|unit| holds(&scope, unit)),
    };
    if reach > Reach::Nothing && is_theirs { Ok(()) } else { Err(Problem::NotAllowed) }
}

/// A step of this kind with values that are right, as far as there are any: to see whether it may come.
fn example(books: &Books, now: DateTime<Utc>, case: &Case, order: Order) -> Option<Step> {
    let today = domain::day::local_day(now);
    let tomorrow = domain::day::next(today);
    Some(match order {
        Order::Receive => Step::Received,
        Order::Refuse => Step::Refused { ground: Ground::OtherBody },
        Order::Ask => Step::Asked { until: books.calendar.after(today, 1) },
        Order::EndWait => Step::WaitEnded,
        // No unit has this identity: it is another than any that leads or helps.
        Order::Assign => Step::Assigned { unit: 0 },
        Order::Support => Step::Supported { unit: 0 },
        Order::Offer => Step::Offered { unit: 0 },
        Order::Name => Step::Named { account: 0 },
        Order::EndSupport => Step::Unsupported { unit: *case.supports.first()? },
        Order::Accept => Step::Accepted,
        Order::Return => Step::Returned,
        Order::Escalate => Step::Escalated { to: case.level.next()?, is_vacant_between: false },
        Order::Settle => Step::Settled,
        Order::Promise => Step::Promised { on: tomorrow },
        Order::PutOff => Step::PutOff { until: tomorrow },
        Order::Submit => Step::Submitted,
        Order::SendBack => Step::SentBack,
        Order::Approve => Step::Approved,
        Order::Publish => Step::Published,
        Order::Unpublish => Step::Unpublished,
        Order::Link => Step::Linked { case: 0 },
        Order::Unlink => Step::Unlinked,
        Order::Note => Step::Noted,
        Order::PassOn => Step::PassedOn { on: today },
        Order::Finish if case.state == State::New || case.state == State::Received => {
            Step::Finished { on: today }
        }
        Order::Finish => return None,
        Order::Concern => Step::Concerns { account: None, above: Level::Unit },
        Order::Add => Step::Added,
        Order::Rate => Step::Rated { rating: Rating::Satisfied },
        Order::Reopen => Step::Reopened,
        Order::Call => Step::Called,
    })
}
