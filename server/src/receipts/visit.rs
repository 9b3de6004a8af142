//! Ballots that their sender looks at: what was typed goes sealed into a cookie for a quarter of an hour,
//! so that every page of it has an address of its own that says nothing and may be loaded again.
//!
//! Each ballot has a cookie of its own, so that two tabs with two ballots do not mix them up.

use axum::http::{HeaderName, HeaderValue};
use axum_extra::extract::cookie::CookieJar;
use uuid::Uuid;

use super::cookie::{SERVES, cookie};
use crate::{
    keys::{Keys, hex, unhex},
    node::Node,
};

/// The page that shows them.
pub const PAGE: &str = "/phieu";
/// What the cookies' names begin with. The prefix makes browsers take them from our host alone.
const NAMES: &str = "__Host-ballot-";
/// The cookie of what was typed and led nowhere.
const TYPED: &str = "typed";
/// The most of it that is shown again, in characters.
const LONGEST: usize = 60;
/// More tabs than these nobody has open; the next ballot puts the others away.
const MOST: usize = 8;

/// What stands for a ballot in the address: it tells two of them apart and says nothing else.
pub fn tag(keys: &Keys, ballot: Uuid) -> String {
    hex(&keys.blind("ballot.visit", ballot.as_bytes())[..4])
}

/// The cookies for a ballot that is shown from now on.
pub fn begun(node: &Node, ballot: Uuid, jar: &CookieJar) -> Vec<(HeaderName, HeaderValue)> {
    let tag = tag(&node.world.keys, ballot);
    let mut cookies = if names(jar).count() < MOST { Vec::new() } else { ended(jar) };
    cookies.push(sealed(node, &tag, &ballot.to_string()));
    cookies
}

/// The ballot that an address and a browser's cookie stand for together.
pub fn ballot(node: &Node, tag: &str, jar: &CookieJar) -> Option<Uuid> {
    Uuid::try_parse(&opened(node, tag, jar)?).ok()
}

/// The cookie for a receipt that led nowhere, to be typed less often.
pub fn mistyped(node: &Node, receipt: &str) -> (HeaderName, HeaderValue) {
    sealed(node, TYPED, &receipt.chars().take(LONGEST).collect::<String>())
}

/// The receipt that led nowhere.
pub fn typed(node: &Node, jar: &CookieJar) -> Option<String> {
    opened(node, TYPED, jar)
}

/// What puts every ballot away that this browser was shown.
pub fn ended(jar: &CookieJar) -> Vec<(HeaderName, HeaderValue)> {
    // A name that a header cannot hold is none of ours.
    let ours = names(jar).filter(|name| {
        name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_')
    });
    ours.map(|name| cookie(name, "", 0)).collect()
}

fn names(jar: &CookieJar) -> impl Iterator<Item = &str> {
    jar.iter().map(axum_extra::extract::cookie::Cookie::name).filter(|name| name.starts_with(NAMES))
}

fn sealed(node: &Node, tag: &str, plain: &str) -> (HeaderName, HeaderValue) {
    let name = format!("{NAMES}{tag}");
    let plain = format!("{} {plain}", node.moment() + SERVES);
    let seal = node.world.keys.seal(&purpose(&name), plain.as_bytes(), node.world.fill);
    cookie(&name, &hex(&seal), SERVES / 1000)
}

fn opened(node: &Node, tag: &str, jar: &CookieJar) -> Option<String> {
    let name = format!("{NAMES}{tag}");
    let seal = unhex(jar.get(&name)?.value())?;
    let plain = String::from_utf8(node.world.keys.open(&purpose(&name), &seal)?).ok()?;
    let (until, plain) = plain.split_once(' ')?;
    let until: i64 = until.parse().ok()?;
    // One from a clock that ran ahead serves no longer than any other.
    let left = until - node.moment();
    (0..=SERVES).contains(&left).then(|| plain.to_owned())
}

fn purpose(name: &str) -> String {
    format!("visit/{name}")
}

#[cfg(test)]
mod tests {
    use axum_extra::extract::cookie::Cookie;

    use super::*;

    fn jar(cookies: &[(HeaderName, HeaderValue)]) -> CookieJar {
        cookies.iter().fold(CookieJar::new(), |jar, (_, value)| {
            jar.add(Cookie::parse(value.to_str().unwrap().to_owned()).unwrap())
        })
    }

    #[tokio::test]
    async fn a_ballot_is_shown_under_its_own_address_alone() {
        let (node, _folder) = Node::for_tests().await;
        let (one, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let keys = &node.world.keys;
        let mut cookies = begun(&node, one, &CookieJar::new());
        cookies.extend(begun(&node, other, &CookieJar::new()));
        let both = jar(&cookies);
        assert_eq!(ballot(&node, &tag(keys, one), &both), Some(one));
        assert_eq!(ballot(&node, &tag(keys, other), &both), Some(other));
        assert_eq!(ballot(&node, "", &both), None);
        let value = both.get(&format!("{NAMES}{}", tag(keys, one))).unwrap().value().to_owned();
        let moved =
            CookieJar::new().add(Cookie::new(format!("{NAMES}{}", tag(keys, other)), value));
        assert_eq!(ballot(&node, &tag(keys, other), &moved), None, "under another's name");
        assert_eq!(ended(&both).len(), 2);
        let typed_one = jar(&[mistyped(&node, &"A".repeat(500))]);
        assert_eq!(typed(&node, &typed_one).map(|it| it.len()), Some(LONGEST));
    }

    #[tokio::test]
    async fn more_tabs_than_anybody_opens_put_the_first_ones_away() {
        let (node, _folder) = Node::for_tests().await;
        let first: Vec<_> =
            (0..8).flat_map(|id| begun(&node, Uuid::from_u128(id), &CookieJar::new())).collect();
        assert_eq!(begun(&node, Uuid::from_u128(9), &jar(&first)).len(), 9);
    }
}
