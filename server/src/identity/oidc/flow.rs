//! One way to the provider and back, sealed in a cookie of the browser that went.

use axum_extra::extract::cookie::{Cookie, CookieJar};
use domain::office::people::openid::LINKING;

use super::{round_trip::RoundTrip, unshown::Unshown};
use crate::{
    identity::tokens,
    keys::{hex, unhex},
    node::Node,
    problem::Problem,
    staff::cookies,
    store::attempts,
};

/// The way takes this long at most, in milliseconds: time to find a password and a phone.
const LIFE: i64 = 10 * 60_000;
/// What the cookie is sealed for.
const PURPOSE: &str = "openid.flow";

impl RoundTrip {
    /// Begins a way: to sign in, or to link the account that is signed in.
    pub fn begin(node: &Node, account: Option<i64>) -> Self {
        let draw = || tokens::draw(node.world.fill);
        let state = if account.is_some() { [LINKING, &draw()].concat() } else { draw() };
        Self { state, nonce: draw(), verifier: draw(), begun: node.moment(), account }
    }

    /// The cookie for the browser.
    pub fn cookie(&self, node: &Node) -> Result<Cookie<'static>, Problem> {
        let plain = serde_json::to_vec(self).map_err(|error| {
            tracing::error!(%error, "a way to the provider cannot be written");
            Problem::Broken
        })?;
        Ok(cookies::away(hex(&node.world.keys.seal(PURPOSE, &plain, node.world.fill))))
    }

    /// The way that this browser went for the same purpose, now that it is back with a state. It is
    /// used up by that, whatever comes of it.
    pub async fn end(
        node: &Node,
        jar: &CookieJar,
        account: Option<i64>,
        state: &str,
    ) -> Result<Result<Self, Unshown>, Problem> {
        let Some(way) = opened(node, jar) else { return Ok(Err(Unshown("no_cookie"))) };
        // Compared as hashes: how long that takes tells nothing about the state itself.
        let is_its_own = tokens::hash(&way.state) == tokens::hash(state);
        if !is_its_own || way.account != account {
            return Ok(Err(Unshown("state")));
        }
        if node.moment() - way.begun > LIFE {
            return Ok(Err(Unshown("too_late")));
        }
        let key = node.world.keys.blind("attempts.openid", way.state.as_bytes());
        let mut tx = node.db.begin().await?;
        let is_first = attempts::once(&mut tx, &key, node.moment()).await?;
        tx.commit().await?;
        Ok(if is_first { Ok(way) } else { Err(Unshown("used")) })
    }
}

fn opened(node: &Node, jar: &CookieJar) -> Option<RoundTrip> {
    let sealed = unhex(jar.get(cookies::AWAY)?.value())?;
    serde_json::from_slice(&node.world.keys.open(PURPOSE, &sealed)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_way_ends_in_its_time_once_and_for_its_own_purpose() {
        let (node, _folder) = Node::for_tests().await;
        let ended = async |begun: i64, account: Option<i64>| {
            let way =
                RoundTrip { begun: node.moment() - begun, ..RoundTrip::begin(&node, Some(7)) };
            assert!(way.state.starts_with(LINKING) && way.verifier.len() >= 43);
            let jar = CookieJar::new().add(way.cookie(&node).unwrap());
            let first = RoundTrip::end(&node, &jar, account, &way.state).await.unwrap();
            let second = RoundTrip::end(&node, &jar, account, &way.state).await.unwrap();
            [first, second].map(|it| it.map_or_else(|unshown| unshown.0, |_| "ended"))
        };
        assert_eq!(ended(0, Some(7)).await, ["ended", "used"]);
        assert_eq!(ended(LIFE, Some(7)).await, ["ended", "used"]);
        assert_eq!(ended(LIFE + 1, Some(7)).await, ["too_late", "too_late"]);
        assert_eq!(ended(0, Some(8)).await, ["state", "state"]);
        assert_eq!(ended(0, None).await, ["state", "state"]);
    }
}
