//! What a form asks for, as a step of the log: codes and names become what they stand for.

use domain::{
    Fault, Reason, Role,
    feedback::{event::Step, kind::Level, order::Order, steps::Misstep},
    office::feedback::order::CheckedOrder,
};

use super::super::case::{self, Found};
use crate::{
    feedback::reach,
    node::Node,
    problem::Problem,
    staff::Staff,
    store::{
        Tx,
        accounts::Account,
        feedback::{cases, log},
    },
};

fn fault(field: &str, reason: Reason) -> Problem {
    Problem::faults(vec![Fault::new(field, reason)])
}

/// The step behind a form that was checked.
pub async fn of(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    people: &[Account],
    found: &Found,
    order: &CheckedOrder,
) -> Result<Step, Problem> {
    let day = || order.day.ok_or(Problem::Broken);
    let unit = || unit(node, order);
    Ok(match order.order {
        Order::Receive => Step::Received,
        Order::Refuse => Step::Refused { ground: order.ground.ok_or(Problem::Broken)? },
        Order::Ask => Step::Asked { until: day()? },
        Order::EndWait => Step::WaitEnded,
        Order::Assign if found.is_concern_open() => {
            return Err(fault("order", Reason::Misstep(Misstep::ConcernFirst)));
        }
        Order::Assign => Step::Assigned { unit: unit()? },
        Order::Name => Step::Named { account: account(node, people, found, order)? },
        Order::Support => Step::Supported { unit: unit()? },
        Order::EndSupport => Step::Unsupported { unit: unit()? },
        Order::Offer => Step::Offered { unit: unit()? },
        Order::Accept => Step::Accepted,
        Order::Return => Step::Returned,
        Order::Escalate => escalation(people, found)?,
        Order::Settle => Step::Settled,
        Order::Promise => Step::Promised { on: day()? },
        Order::PutOff => Step::PutOff { until: day()? },
        Order::Submit => Step::Submitted,
        Order::SendBack => Step::SentBack,
        Order::Approve => Step::Approved,
        Order::Publish if found.row.is_publishable == 0 => {
            return Err(fault("order", Reason::Misstep(Misstep::NotAgreed)));
        }
        Order::Publish => publication(tx, found, order).await?,
        Order::Unpublish => Step::Unpublished,
        Order::Link => link(node, staff, tx, found, order).await?,
        Order::Unlink => Step::Unlinked,
        Order::Note => Step::Noted,
        Order::PassOn => Step::PassedOn { on: day()? },
        Order::Finish => Step::Finished { on: day()? },
        Order::Concern => concern(people, order)?,
        Order::Add => Step::Added,
        Order::Rate => Step::Rated { rating: order.rating.ok_or(Problem::Broken)? },
        Order::Reopen => Step::Reopened,
        Order::Call => Step::Called,
    })
}

/// The unit of a code, as it stands today.
fn unit(node: &Node, order: &CheckedOrder) -> Result<i64, Problem> {
    let (books, today) = (node.books(), node.today());
    let code = order.unit.as_deref().unwrap_or_default();
    if books.catalogue.unit(code).is_empty() {
        return Err(fault("unit", Reason::UnknownUnit));
    }
    let version = books.catalogue.unit_named_on(code, today);
    version.map(|version| version.unit).ok_or_else(|| fault("unit", Reason::NotThereThen))
}

/// Somebody who works in the lead unit or below it, and whom the case is not about.
fn account(
    node: &Node,
    people: &[Account],
    found: &Found,
    order: &CheckedOrder,
) -> Result<i64, Problem> {
    let (books, case) = (node.books(), (&found.row, &found.case));
    let works = |it: &&Account| {
        Some(&it.name) == order.account.as_ref()
            && reach::may_hold(&books.catalogue, node.today(), case, it)
    };
    let named = people.iter().find(works);
    named.map(|it| it.id).ok_or_else(|| fault("account", Reason::UnknownChoice))
}

/// Question and answer for everybody: the words that were said, and nothing personal that nobody saw.
async fn publication(tx: &mut Tx, found: &Found, order: &CheckedOrder) -> Result<Step, Problem> {
    let words = log::words(tx, found.row.number).await?.into_iter().collect();
    let (question, answer) = case::spoken(&found.log, &words).ok_or(Problem::Broken)?;
    match order.unfit(question, answer) {
        faults if faults.is_empty() => Ok(Step::Published),
        faults => Err(Problem::faults(faults)),
    }
}

/// Whom it is about: whoever is above them has it from now on.
fn concern(people: &[Account], order: &CheckedOrder) -> Result<Step, Problem> {
    let Some(name) = &order.account else {
        return Ok(Step::Concerns { account: None, above: Level::Unit });
    };
    let named = people.iter().find(|it| it.name == *name);
    let named = named.ok_or_else(|| fault("account", Reason::UnknownChoice))?;
    Ok(reach::concern(named, people))
}

/// One level up; where nobody is there, to the next above, and the log says so.
fn escalation(people: &[Account], found: &Found) -> Result<Step, Problem> {
    let Some(next) = found.case.level.next() else {
        return Err(fault("order", Reason::Misstep(Misstep::SkipsLevel)));
    };
    let level = |it: &Account| Role::from_number(it.role).map(reach::level);
    let is_vacant =
        |at: Level| !people.iter().any(|it| it.disabled.is_none() && level(it) == Some(at));
    Ok(match next.next() {
        Some(above) if is_vacant(next) && !is_vacant(above) => {
            Step::Escalated { to: above, is_vacant_between: true }
        }
        _ => Step::Escalated { to: next, is_vacant_between: false },
    })
}

/// Linked cases stand in one line: none is linked to one that is linked, and none that others are
/// linked to is linked. Both turns are taken before, so that of two that link each other one wins.
async fn link(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    found: &Found,
    order: &CheckedOrder,
) -> Result<Step, Problem> {
    let case = order.case.ok_or(Problem::Broken)?;
    let unknown = || fault("case", Reason::UnknownChoice);
    if case == found.row.number {
        return Err(unknown());
    }
    // One that its maker may not see is told like one that is not there.
    let lead = case::find(node, staff, tx, case).await.map_err(|_| unknown())?;
    if lead.case.linked.is_some() || !cases::linked_to(tx, found.row.number).await?.is_empty() {
        return Err(fault("case", Reason::Misstep(Misstep::LinkedBefore)));
    }
    Ok(Step::Linked { case })
}
