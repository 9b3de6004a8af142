//! The office's two cookies: who is signed in, and which account this browser knows.

use axum_extra::extract::cookie::{Cookie, CookieJar, SameSite};

use crate::{identity::tokens, keys::hex, node::Node};

/// The session's cookie. The prefix makes browsers take it from our host alone, over TLS alone.
pub const SESSION: &str = "__Host-hailong";
/// The cookie of a browser in which an account was signed in: guesses from elsewhere do not lock
/// its owner out there. It opens nothing.
pub const KNOWN: &str = "__Host-known";

/// The cookie of a browser that is on its way to the OpenID Connect provider and back.
#[cfg(feature = "oidc")]
pub const AWAY: &str = "__Host-openid";

/// The cookie that holds a session's token, until the browser is closed.
pub fn session(token: String) -> Cookie<'static> {
    ours(SESSION, token)
}

/// The cookie that ends what the browser holds of a session.
pub fn ended() -> Cookie<'static> {
    let mut cookie = ours(SESSION, String::new());
    cookie.make_removal();
    cookie
}

/// The cookie that holds what the way to the provider began with, until the browser is closed. Our own
/// page calls the server when the browser is back, so it is never sent with another site's request.
#[cfg(feature = "oidc")]
pub fn away(sealed: String) -> Cookie<'static> {
    ours(AWAY, sealed)
}

/// The cookie that ends it.
#[cfg(feature = "oidc")]
pub fn back() -> Cookie<'static> {
    let mut cookie = ours(AWAY, String::new());
    cookie.make_removal();
    cookie
}

/// The cookie by which a browser is known for an account, for as long as browsers keep one.
pub fn known(node: &Node, name: &str) -> Cookie<'static> {
    let drawn = tokens::draw(node.world.fill);
    let value = format!("{drawn}.{}", hex(&seal(node, name, &drawn)));
    let mut cookie = ours(KNOWN, value);
    cookie.make_permanent();
    cookie
}

/// What tells the browser from others, if it is known for an account.
pub fn knows(node: &Node, jar: &CookieJar, name: &str) -> Option<String> {
    let (drawn, sealed) = jar.get(KNOWN)?.value().split_once('.')?;
    // Compared as hashes: how long that takes tells nothing about the seal itself.
    let is_ours = tokens::hash(sealed) == tokens::hash(&hex(&seal(node, name, drawn)));
    is_ours.then(|| drawn.to_owned())
}

fn seal(node: &Node, name: &str, drawn: &str) -> [u8; 32] {
    node.world.keys.blind(&format!("known/{name}"), drawn.as_bytes())
}

fn ours(name: &'static str, value: String) -> Cookie<'static> {
    let cookie = Cookie::build((name, value)).path("/");
    cookie.secure(true).http_only(true).same_site(SameSite::Strict).build()
}
