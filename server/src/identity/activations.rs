//! Links by which somebody chooses the password of an account.

use domain::{office::people::account::ActivationLink, people::standing::Matter};

use super::tokens;
use crate::{
    node::Node,
    problem::Problem,
    store::{Tx, activations, confirmations},
};

/// A link can be used for three days: long enough for a weekend, short enough to be forgotten.
pub const LIFE: i64 = 3 * 24 * 3_600_000;

/// A new link for an account; those before it open nothing any more. Where somebody is named, it opens
/// nothing either until a second person has confirmed what they ask for.
pub async fn invite(
    node: &Node,
    tx: &mut Tx,
    account: i64,
    asked_by: Option<i64>,
) -> Result<ActivationLink, Problem> {
    let (world, now) = (&node.world, node.moment());
    end_all(tx, account, now).await?;
    let confirmation = match asked_by {
        Some(by) => Some(confirmations::ask(tx, account, Matter::Link, by, now).await?),
        None => None,
    };
    Ok(draw(tx, (account, confirmation), now, world.fill, &world.public_url).await?)
}

/// Takes back every link of an account, and what waits for one.
pub async fn end_all(tx: &mut Tx, account: i64, now: i64) -> Result<(), sqlx::Error> {
    activations::end_all(tx, account).await?;
    confirmations::lapse(tx, account, Matter::Link, now).await
}

/// A link for an account and for what has to be confirmed first, if anything. Those before it have been
/// taken back.
pub async fn draw(
    tx: &mut Tx,
    (account, confirmation): (i64, Option<i64>),
    now: i64,
    fill: fn(&mut [u8]),
    public_url: &str,
) -> Result<ActivationLink, sqlx::Error> {
    let (token, expires) = (tokens::draw(fill), now + LIFE);
    activations::add(tx, &tokens::hash(&token), account, expires, confirmation).await?;
    let invitation = format!("{public_url}/van-phong/loi-moi/{token}");
    Ok(ActivationLink { invitation, expires, waits: confirmation.is_some() })
}
