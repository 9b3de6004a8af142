//! The daily job: what has ended long enough ago is published.

use std::time::Duration;

use super::press::Press;
use crate::{error::Error, node::Node};

/// How often it is asked whether something is due.
const ASKED: Duration = Duration::from_secs(60 * 60);

/// Sees to it for as long as the server runs.
pub async fn daily(node: Node) {
    let mut hours = tokio::time::interval(ASKED);
    loop {
        hours.tick().await;
        if let Err(error) = due(&node).await {
            tracing::warn!(%error, "what is due could not be published");
        }
    }
}

/// Publishes everything that is due.
async fn due(node: &Node) -> Result<(), Error> {
    let books = node.books();
    let press = Press {
        db: &node.db,
        keys: &node.world.keys,
        books: &books.catalogue,
        rules: node.world.rules,
        now: (node.world.now)(),
        actor: "hailong serve",
    };
    for period in press.due().await? {
        let release = press.publish(period, None).await?;
        tracing::info!(%period, version = release.version, "published");
    }
    Ok(())
}
