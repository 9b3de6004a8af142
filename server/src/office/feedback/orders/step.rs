//! What a form asks for, as a step of the log: codes and names become what they stand for.

use domain::{
    Fault, Reason, Role, Scope,
    feedback::{event::Step, kind::Level, order::Order, steps::Misstep},
    office::feedback::order::CheckedOrder,
    people::role::{Reach, handles},
};

use super::super::case::Found;
use crate::{
    node::Node,
    problem::Problem,
    store::{Tx, accounts, feedback::cases},
};

fn fault(field: &str, reason: Reason) -> Problem {
    Problem::faults(vec![Fault::new(field, reason)])
}

/// The step behind a form that was checked.
pub async fn of(
    node: &Node,
    tx: &mut Tx,
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
        Order::Assign => Step::Assigned { unit: unit()? },
        Order::Name => Step::Named { account: account(node, found, order).await? },
        Order::Support => Step::Supported { unit: unit()? },
        Order::EndSupport => Step::Unsupported { unit: unit()? },
        Order::Offer => Step::Offered { unit: unit()? },
        Order::Accept => Step::Accepted,
        Order::Return => Step::Returned,
        Order::Escalate => escalation(node, found).await?,
        Order::Settle => Step::Settled,
        Order::Promise => Step::Promised { on: day()? },
        Order::PutOff => Step::PutOff { until: day()? },
        Order::Submit => Step::Submitted,
        Order::SendBack => Step::SentBack,
        Order::Approve => Step::Approved,
        Order::Publish if found.row.is_publishable == 0 => {
            return Err(fault("order", Reason::Misstep(Misstep::NotAgreed)));
        }
        Order::Publish => Step::Published,
        Order::Unpublish => Step::Unpublished,
        Order::Link => link(tx, found, order).await?,
        Order::Unlink => Step::Unlinked,
        Order::Note => Step::Noted,
        Order::PassOn => Step::PassedOn { on: day()? },
        Order::Finish => Step::Finished { on: day()? },
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
async fn account(node: &Node, found: &Found, order: &CheckedOrder) -> Result<i64, Problem> {
    let books = node.books();
    let named = accounts::named(&node.db, order.account.as_deref().unwrap_or_default()).await?;
    let own = Scope::of(Reach::Below, found.case.unit(), &books.catalogue, node.today());
    let works = named.filter(|it| {
        it.disabled.is_none()
            && Role::from_number(it.role).is_some_and(handles)
            && own.holds(it.unit_id)
            && Some(it.id) != found.row.about_account_id
    });
    works.map(|it| it.id).ok_or_else(|| fault("account", Reason::UnknownChoice))
}

/// One level up; where nobody is there, to the next above, and the log says so.
async fn escalation(node: &Node, found: &Found) -> Result<Step, Problem> {
    let Some(next) = found.case.level.next() else {
        return Err(fault("order", Reason::Misstep(Misstep::SkipsLevel)));
    };
    let accounts = accounts::all(&node.db).await?;
    let is_vacant = |level: Level| {
        let of_level = |it: &&accounts::Account| {
            let role = Role::from_number(it.role);
            it.disabled.is_none() && role.map(crate::feedback::reach::level) == Some(level)
        };
        accounts.iter().find(of_level).is_none()
    };
    Ok(match next.next() {
        Some(above) if is_vacant(next) && !is_vacant(above) => {
            Step::Escalated { to: above, is_vacant_between: true }
        }
        _ => Step::Escalated { to: next, is_vacant_between: false },
    })
}

/// Linked cases stand in one line: none is linked to one that is linked, and none that others are
/// linked to is linked. Both are held, so that of two that link each other one wins.
async fn link(tx: &mut Tx, found: &Found, order: &CheckedOrder) -> Result<Step, Problem> {
    let case = order.case.ok_or(Problem::Broken)?;
    let before = || fault("case", Reason::Misstep(Misstep::LinkedBefore));
    if case == found.row.number {
        return Err(fault("case", Reason::UnknownChoice));
    }
    if !cases::hold(tx, case).await? {
        return Err(fault("case", Reason::UnknownChoice));
    }
    let lead = cases::one(tx, case).await?.ok_or(Problem::Broken)?;
    if lead.linked_to.is_some() || !cases::linked_to(tx, found.row.number).await?.is_empty() {
        return Err(before());
    }
    Ok(Step::Linked { case })
}
