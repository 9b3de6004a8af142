//! What goes with a step: an answer reaches the linked cases too, what is published can be read.

use domain::{
    feedback::{
        case::Case,
        event::{Actor, Step},
        kind::{Level, State},
        order::Order,
    },
    office::feedback::order::CheckedOrder,
};

use super::super::case::Found;
use crate::{
    feedback::{
        log::{self, Line},
        published::release,
    },
    node::Node,
    problem::Problem,
    staff::Staff,
    store::{
        Tx,
        feedback::{beside, cases, log as stored},
    },
};

/// Writes what goes with a step, in its transaction.
pub async fn beside(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    found: &Found,
    order: &CheckedOrder,
    after: &Case,
) -> Result<(), Problem> {
    match order.order {
        // It is an answer by now, and its author's draft no more.
        Order::Submit => {
            let draft = (found.row.number, staff.account);
            Ok(beside::save_draft(tx, draft, "", node.moment()).await?)
        }
        Order::Approve => answer_linked(node, staff, tx, found).await,
        Order::Publish => publish(node, tx, found, order, after).await,
        _ => Ok(()),
    }
}

/// Whoever is linked gets the same words, under their own code and with their own clock. What was taken
/// further up is left to that level, and what is about whoever approves is left to others.
async fn answer_linked(
    node: &Node,
    staff: &Staff,
    tx: &mut Tx,
    found: &Found,
) -> Result<(), Problem> {
    let (books, number) = (node.books(), found.row.number);
    let place = found.log.iter().rposition(|event| event.step == Step::Submitted);
    let words = stored::words(tx, number).await?;
    let answer = place.and_then(|place| {
        let place = i64::try_from(place).ok()? + 1;
        words.into_iter().find(|(it, _)| *it == place).map(|(_, text)| text)
    });
    for linked in cases::linked_to(tx, number).await? {
        let case = log::hold(tx, linked).await?;
        let about = cases::one(tx, linked).await?.and_then(|row| row.about_account_id);
        let is_over = case.state.is_answered() || case.state.is_finished();
        if is_over || case.level > Level::Unit || about == Some(staff.account) {
            continue;
        }
        let line = Line {
            at: (node.world.now)(),
            actor: Actor::Clock,
            step: Step::AnsweredWith { case: number },
            words: answer.clone(),
        };
        log::add(tx, &books, linked, case, line).await?;
    }
    Ok(())
}

async fn publish(
    node: &Node,
    tx: &mut Tx,
    found: &Found,
    order: &CheckedOrder,
    after: &Case,
) -> Result<(), Problem> {
    debug_assert_eq!(after.state, State::Published);
    let public = order.public.clone().ok_or(Problem::Broken)?;
    let whose = (found.row.number, found.row.id, found.row.procedure_id);
    release(tx, &node.world.keys, whose, node.today(), after, &public).await
}
