//! What its sender looks at, ballots and feedback: what was typed goes sealed into a cookie for a quarter of
//! an hour, so that every page of it has an address of its own that says nothing and may be loaded again.
//!
//! Each has a cookie of its own, so that two tabs with two of them do not mix them up.

use axum::http::{HeaderName, HeaderValue};
use axum_extra::extract::cookie::CookieJar;
use uuid::Uuid;

use super::cookie::{SERVES, cookie};
use crate::{
    keys::{Keys, hex, unhex},
    node::Node,
};

/// The cookie of what was typed and led nowhere.
const TYPED: &str = "typed";
/// The most of it that is shown again, in characters.
const LONGEST: usize = 60;
/// More tabs than these nobody has open; the next one puts the others away.
const MOST: usize = 8;

/// What is looked at on a page of its own.
#[derive(Clone, Copy, Debug)]
pub struct Visits {
    /// The page that shows them.
    pub page: &'static str,
    /// What the cookies' names begin with. The prefix makes browsers take them from our host alone.
    names: &'static str,
    /// What their stand-ins are for.
    purpose: &'static str,
}

/// Ballots.
pub const BALLOTS: Visits =
    Visits { page: "/phieu", names: "__Host-ballot-", purpose: "ballot.visit" };
/// Feedback.
pub const FEEDBACK: Visits =
    Visits { page: "/tra-cuu", names: "__Host-feedback-", purpose: "feedback.visit" };

impl Visits {
    /// What stands for one of them in the address: it tells two of them apart and says nothing else.
    pub fn tag(self, keys: &Keys, id: Uuid) -> String {
        hex(&keys.blind(self.purpose, id.as_bytes())[..4])
    }

    /// The cookies for one that is shown from now on.
    pub fn begun(self, node: &Node, id: Uuid, jar: &CookieJar) -> Vec<(HeaderName, HeaderValue)> {
        let tag = self.tag(&node.world.keys, id);
        let is_few = self.ours(jar).count() < MOST;
        let mut cookies = if is_few { Vec::new() } else { self.ended(jar) };
        cookies.push(self.sealed(node, &tag, &id.to_string()));
        cookies
    }

    /// What an address and a browser's cookie stand for together.
    pub fn shown(self, node: &Node, tag: &str, jar: &CookieJar) -> Option<Uuid> {
        Uuid::try_parse(&self.opened(node, tag, jar)?).ok()
    }

    /// The cookie for a code that led nowhere, to be typed less often.
    pub fn mistyped(self, node: &Node, code: &str) -> (HeaderName, HeaderValue) {
        self.sealed(node, TYPED, &code.chars().take(LONGEST).collect::<String>())
    }

    /// The code that led nowhere.
    pub fn typed(self, node: &Node, jar: &CookieJar) -> Option<String> {
        self.opened(node, TYPED, jar)
    }

    /// What puts everything away that this browser was shown.
    pub fn ended(self, jar: &CookieJar) -> Vec<(HeaderName, HeaderValue)> {
        // A name that a header cannot hold is none of ours.
        let ours = self.ours(jar).filter(|name| {
            name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-' || it == b'_')
        });
        ours.map(|name| cookie(name, "", 0)).collect()
    }

    fn ours(self, jar: &CookieJar) -> impl Iterator<Item = &str> {
        let names = jar.iter().map(axum_extra::extract::cookie::Cookie::name);
        names.filter(move |name| name.starts_with(self.names))
    }

    fn sealed(self, node: &Node, tag: &str, plain: &str) -> (HeaderName, HeaderValue) {
        let name = format!("{}{tag}", self.names);
        let plain = format!("{} {plain}", node.moment() + SERVES);
        let seal = node.world.keys.seal(&purpose(&name), plain.as_bytes(), node.world.fill);
        cookie(&name, &hex(&seal), SERVES / 1000)
    }

    fn opened(self, node: &Node, tag: &str, jar: &CookieJar) -> Option<String> {
        let name = format!("{}{tag}", self.names);
        let seal = unhex(jar.get(&name)?.value())?;
        let plain = String::from_utf8(node.world.keys.open(&purpose(&name), &seal)?).ok()?;
        let (until, plain) = plain.split_once(' ')?;
        let until: i64 = until.parse().ok()?;
        // One from a clock that ran ahead serves no longer than any other.
        let left = until - node.moment();
        (0..=SERVES).contains(&left).then(|| plain.to_owned())
    }
}

/// What puts away whatever is shown on other pages than this.
pub fn ended_elsewhere(path: &str, jar: &CookieJar) -> Vec<(HeaderName, HeaderValue)> {
    let others = [BALLOTS, FEEDBACK].into_iter().filter(|visits| visits.page != path);
    others.flat_map(|visits| visits.ended(jar)).collect()
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
        let mut cookies = BALLOTS.begun(&node, one, &CookieJar::new());
        cookies.extend(BALLOTS.begun(&node, other, &CookieJar::new()));
        let both = jar(&cookies);
        assert_eq!(BALLOTS.shown(&node, &BALLOTS.tag(keys, one), &both), Some(one));
        assert_eq!(BALLOTS.shown(&node, &BALLOTS.tag(keys, other), &both), Some(other));
        assert_eq!(BALLOTS.shown(&node, "", &both), None);
        let value = both
            .get(&format!("__Host-ballot-{}", BALLOTS.tag(keys, one)))
            .unwrap()
            .value()
            .to_owned();
        let moved = CookieJar::new()
            .add(Cookie::new(format!("__Host-ballot-{}", BALLOTS.tag(keys, other)), value));
        assert_eq!(
            BALLOTS.shown(&node, &BALLOTS.tag(keys, other), &moved),
            None,
            "under another's name"
        );
        assert_eq!(BALLOTS.ended(&both).len(), 2);
        let typed_one = jar(&[BALLOTS.mistyped(&node, &"A".repeat(500))]);
        assert_eq!(BALLOTS.typed(&node, &typed_one).map(|it| it.len()), Some(LONGEST));
    }

    #[tokio::test]
    async fn more_tabs_than_anybody_opens_put_the_first_ones_away() {
        let (node, _folder) = Node::for_tests().await;
        let first: Vec<_> = (0..8)
            .flat_map(|id| BALLOTS.begun(&node, Uuid::from_u128(id), &CookieJar::new()))
            .collect();
        assert_eq!(BALLOTS.begun(&node, Uuid::from_u128(9), &jar(&first)).len(), 9);
    }
}
