//! Links by which somebody chooses the password of an account.

use domain::office::people::account::ActivationLink;

use super::tokens;
use crate::{
    node::Node,
    problem::Problem,
    store::{Tx, activations},
};

/// A link can be used for three days: long enough for a weekend, short enough to be forgotten.
pub const LIFE: i64 = 3 * 24 * 3_600_000;

/// A new link for an account; those before it open nothing any more.
pub async fn invite(node: &Node, tx: &mut Tx, account: i64) -> Result<ActivationLink, Problem> {
    let world = &node.world;
    Ok(draw(tx, account, node.moment(), world.fill, &world.public_url).await?)
}

/// The same for the command line.
pub async fn draw(
    tx: &mut Tx,
    account: i64,
    now: i64,
    fill: fn(&mut [u8]),
    public_url: &str,
) -> Result<ActivationLink, sqlx::Error> {
    let (token, expires) = (tokens::draw(fill), now + LIFE);
    activations::end_all(tx, account).await?;
    activations::add(tx, &tokens::hash(&token), account, expires).await?;
    Ok(ActivationLink { invitation: format!("{public_url}/van-phong/loi-moi/{token}"), expires })
}
