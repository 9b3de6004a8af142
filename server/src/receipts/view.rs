//! A receipt on its way to the page that shows it: sealed, for a quarter of an hour, and in no address
//! that a browser keeps.

use std::convert::Infallible;

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, HeaderName, HeaderValue, header, request::Parts},
    response::Response,
};
use axum_extra::extract::cookie::CookieJar;
use chrono::DateTime;
use domain::{
    ballot::receipt::{self, Receipt},
    day,
    feedback::code::{self, PREFIX, Ticket},
};

use super::{
    cookie::{SERVES, cookie},
    visit,
};
use crate::{
    keys::{hex, unhex},
    node::Node,
};

/// The cookie. The prefix makes browsers take it from our host alone, over TLS alone.
pub const COOKIE: &str = "__Host-receipt";

/// What the page shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptView {
    /// The receipt code.
    pub receipt: String,
    /// The pin.
    pub pin: String,
    /// Whether it was shown before: then only a reload shows it again.
    pub before: bool,
    /// The service point whose device showed it: there it is shown once and never again.
    pub kiosk: Option<String>,
    until: i64,
}

impl ReceiptView {
    /// A receipt that nobody has seen.
    pub fn of(node: &Node, receipt: &Receipt) -> Self {
        let (receipt, pin) = (receipt.receipt.clone(), receipt.pin.clone());
        Self { receipt, pin, before: false, kiosk: None, until: node.moment() + SERVES }
    }

    /// The codes of feedback that nobody has seen.
    pub fn of_ticket(node: &Node, ticket: &Ticket) -> Self {
        let (receipt, pin) = (ticket.code.clone(), ticket.pin.clone());
        Self { receipt, pin, before: false, kiosk: None, until: node.moment() + SERVES }
    }

    /// Whether the codes are those of feedback, and not of a ballot.
    pub fn is_feedback(&self) -> bool {
        self.receipt.starts_with(PREFIX)
    }

    /// The same on the device at a service point.
    pub fn at(self, kiosk: Option<&str>) -> Self {
        Self { kiosk: kiosk.map(str::to_owned), ..self }
    }

    /// The same, once it has been shown.
    pub fn again(self) -> Self {
        Self { before: true, ..self }
    }

    /// When the ballot came, as people write it.
    pub fn came_in(&self) -> String {
        let came = DateTime::from_timestamp_millis(self.until - SERVES).unwrap_or_default();
        day::local_time(came).format("%d/%m/%Y, %-H:%M").to_string()
    }

    /// The cookie that holds it.
    pub fn cookie(&self, node: &Node) -> (HeaderName, HeaderValue) {
        let seconds = (self.until - node.moment()).max(0) / 1000;
        cookie(COOKIE, &self.seal(node, COOKIE), seconds)
    }

    /// What stands for it in an address, where a browser takes no cookies.
    pub fn sealed_for_address(&self, node: &Node) -> String {
        self.seal(node, "address")
    }

    /// What a browser's cookie holds.
    pub fn of_cookie(node: &Node, jar: &CookieJar) -> Option<Self> {
        Self::open(node, COOKIE, jar.get(COOKIE)?.value())
    }

    /// What an address holds.
    pub fn of_address(node: &Node, seal: &str) -> Option<Self> {
        Self::open(node, "address", seal)
    }

    fn seal(&self, node: &Node, place: &str) -> String {
        let Self { receipt, pin, before, until, kiosk } = self;
        let kiosk = kiosk.as_deref().unwrap_or_default();
        let plain = format!("{until} {before} {receipt} {pin} {kiosk}");
        hex(&node.world.keys.seal(&format!("receipt/{place}"), plain.as_bytes(), node.world.fill))
    }

    fn open(node: &Node, place: &str, seal: &str) -> Option<Self> {
        let plain = node.world.keys.open(&format!("receipt/{place}"), &unhex(seal)?)?;
        let plain = String::from_utf8(plain).ok()?;
        let mut words = plain.split(' ');
        let until = words.next()?.parse().ok().filter(|until| node.moment() <= *until)?;
        let before = words.next()? == "true";
        let receipt = words.next()?;
        let receipt = match receipt.starts_with(PREFIX) {
            true => code::code(code::read(receipt)?),
            false => receipt::code(receipt::read(receipt)?),
        };
        let pin = receipt::read_pin(words.next()?)?;
        let kiosk = words.next().filter(|point| !point.is_empty()).map(str::to_owned);
        Some(Self { receipt, pin, before, kiosk, until })
    }
}

/// The cookie without anything in it.
pub fn put_away_now() -> (HeaderName, HeaderValue) {
    cookie(COOKIE, "", 0)
}

/// Whether the very page that showed it is asked for anew: by a reload, or by its own link to the
/// other language. Going back to it is neither, so the next person at a shared phone finds nothing.
pub fn is_reload(headers: &HeaderMap, path: &str) -> bool {
    let text = |name| headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let fresh = text(header::CACHE_CONTROL).unwrap_or_default();
    let from = text(header::REFERER).unwrap_or_default().split('?').next().unwrap_or_default();
    fresh.contains("max-age=0") || fresh.contains("no-cache") || from.ends_with(path)
}

/// Puts the receipt away once another page is shown than the one with the thanks, and one's own ballots
/// once another is shown than theirs.
pub async fn put_away(
    jar: CookieJar,
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> Response {
    let path = request.uri().path();
    let is_away = !path.ends_with("/thanks") && jar.get(COOKIE).is_some();
    let visits = visit::ended_elsewhere(path, &jar);
    let mut response = next.run(request).await;
    if is_away && !response.headers().contains_key(header::SET_COOKIE) {
        let (name, ended) = put_away_now();
        response.headers_mut().append(name, ended);
    }
    for (name, ended) in visits {
        response.headers_mut().append(name, ended);
    }
    response
}

/// Whether a script of our own page sent it.
pub struct FromOurPage(pub bool);

impl<S: Sync> FromRequestParts<S> for FromOurPage {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let site = parts.headers.get("sec-fetch-site");
        Ok(Self(site.is_some_and(|site| site == "same-origin")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_was_sealed_opens_in_its_place_alone() {
        let (node, _folder) = Node::for_tests().await;
        let (receipt, pin) = (receipt::code(7), "012345".to_owned());
        let receipt = Receipt { receipt, pin, demo: false, call: false };
        let view = ReceiptView::of(&node, &receipt);
        let seal = view.sealed_for_address(&node);
        assert_eq!(ReceiptView::of_address(&node, &seal), Some(view.clone()));
        assert_eq!(ReceiptView::open(&node, COOKIE, &seal), None);
        assert_eq!(ReceiptView::of_address(&node, &seal[2..]), None);
        let late = ReceiptView { until: node.moment() - 1, ..view };
        assert_eq!(ReceiptView::of_address(&node, &late.sealed_for_address(&node)), None);
    }

    #[test]
    fn going_back_is_no_reload() {
        let headers = |pairs: &[(HeaderName, &str)]| {
            pairs.iter().map(|(name, value)| (name.clone(), value.parse().unwrap())).collect()
        };
        let is = |headers: HeaderMap| is_reload(&headers, "/s/a/thanks");
        assert!(is(headers(&[(header::CACHE_CONTROL, "max-age=0")])));
        assert!(is(headers(&[(header::REFERER, "https://a.example/s/a/thanks?lang=en")])));
        assert!(!is(headers(&[(header::REFERER, "https://a.example/s/a")])));
        assert!(!is(headers(&[])));
    }
}
