//! Whether a ballot is let in now, or its sender has to wait or to work first.

use std::sync::Arc;

use crate::{limits::pass, node::Node, problem::Problem, sender::Sender};

/// Lets a ballot through, or says what its sender has to do first. One that answers an invitation is
/// counted for that alone, however crowded its campaign and origin are.
pub fn admit(
    node: &Node,
    campaign: &str,
    invitee: Option<i64>,
    ballot: &str,
    sender: &Sender,
) -> Result<(), Problem> {
    let moment = node.moment();
    let over = match invitee {
        Some(invitee) => node.limits.invited(invitee, moment),
        None => node.limits.ballot(campaign, &sender.origin, moment),
    };
    let is_good = |pass: &String| pass::is_good(&node.world.keys, ballot, pass, moment);
    if over == 0 || sender.pass.as_ref().is_some_and(is_good) {
        return Ok(());
    }
    metrics::counter!("hailong_ballots_held_up_total").increment(1);
    let mut challenge = pass::ask(&node.world.keys, ballot, over, node.world.free.wait, moment);
    if let Some(ticket) = &sender.pass
        && let Some(left) = pass::left(&node.world.keys, ballot, ticket, moment)
    {
        challenge.ticket.clone_from(ticket);
        challenge.seconds = left;
    }
    Err(Problem::Crowded(Arc::new(challenge)))
}
