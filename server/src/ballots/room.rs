//! Which campaigns have as many ballots as they take.

use domain::{Campaign, Catalogue};

use crate::{node::Node, problem::Problem, store::campaigns};

/// Whether a campaign has; asked only where there is such a number.
pub async fn is_full(node: &Node, campaign: &Campaign) -> Result<bool, Problem> {
    match campaign.quota {
        Some(_) => Ok(campaigns::is_full(&node.db, campaign.id).await?),
        None => Ok(false),
    }
}

/// The rows of all that have.
pub async fn full(node: &Node, books: &Catalogue) -> Result<Vec<i64>, Problem> {
    match books.campaigns.values().any(|campaign| campaign.quota.is_some()) {
        true => Ok(campaigns::full(&node.db).await?),
        false => Ok(Vec::new()),
    }
}
