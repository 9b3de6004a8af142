//! Signing in by OpenID Connect, where this program was built with it: what its calls share.

use axum::Json;
use axum_extra::extract::cookie::CookieJar;
use domain::{
    Fault, Reason,
    office::people::openid::{Arrival, Departure},
};

use crate::{
    identity::oidc::{provider::Provider, round_trip::RoundTrip, unshown::Unshown},
    keys::Key,
    node::Node,
    problem::Problem,
};

/// The provider; without one there are no such calls.
pub(super) fn provider(node: &Node) -> Result<&Provider, Problem> {
    node.openid.as_ref().ok_or(Problem::NotFound)
}

/// Sends a browser to the provider: to sign in, or to link the account that is signed in.
pub(super) async fn depart(
    node: &Node,
    jar: CookieJar,
    account: Option<i64>,
) -> Result<(CookieJar, Json<Departure>), Problem> {
    let flow = RoundTrip::begin(node, account);
    let address = provider(node)?.address(&flow).await?;
    Ok((jar.add(flow.cookie(node)?), Json(Departure { address })))
}

/// Who it is that the provider sent back to this browser.
pub(super) async fn arrive(
    node: &Node,
    jar: &CookieJar,
    account: Option<i64>,
    with: Arrival,
) -> Result<Result<Key, Unshown>, Problem> {
    match RoundTrip::end(node, jar, account, &with.state).await? {
        Ok(flow) => provider(node)?.subject(&flow, with.code, &node.world.keys).await,
        Err(unshown) => Ok(Err(unshown)),
    }
}

/// What is told to whom it was not shown, or who opens nothing here.
pub(super) fn refused(reason: Reason) -> Problem {
    Problem::faults(vec![Fault::new("openid", reason)])
}
