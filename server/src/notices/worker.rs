//! The worker: of all servers of a database one has the turn, and sends what is due.

use std::time::Duration;

use super::sending;
use crate::{
    error::Error,
    identity::tokens,
    node::Node,
    store::{leases, outbox},
};

/// How often it is looked.
const LOOKED: Duration = Duration::from_secs(1);
/// How long a turn lasts, in milliseconds; it is taken anew before each message. No try takes longer.
const TURN: i64 = 3 * 60_000;
/// The most messages of one look.
const MOST: usize = 500;
/// What the turn is called.
const NAME: &str = "notices";

/// Sees to it for as long as the server runs.
pub async fn always(node: Node) {
    let me = tokens::draw(node.world.fill);
    let mut times = tokio::time::interval(LOOKED);
    times.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        times.tick().await;
        if let Err(error) = look(&node, &me).await {
            tracing::warn!(%error, "notices could not be sent");
        }
    }
}

/// Sends what is due, as long as this server has the turn.
async fn look(node: &Node, me: &str) -> Result<(), Error> {
    let by_mail = node.world.post.mail.is_some();
    if !outbox::is_any_due(&node.db, node.moment(), by_mail).await? {
        return Ok(());
    }
    for message in 0..MOST {
        let now = node.moment();
        if !leases::take(&node.db, NAME, me, (now, now + TURN)).await? {
            return Ok(());
        }
        if message == 0 {
            outbox::lapse(&node.db, now).await?;
        }
        let Some(due) = outbox::next(&node.db, now, by_mail).await? else { return Ok(()) };
        sending::one(node, &due).await?;
    }
    Ok(())
}
