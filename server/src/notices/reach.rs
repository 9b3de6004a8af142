//! Which addresses on the net may be called: none of our own machines, whatever a name says.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    pin::Pin,
    task::{Context, Poll},
};

use axum::http::Uri;
use hyper_util::client::legacy::connect::dns::{GaiResolver, Name};
use tower_service::Service;

/// Finds the addresses of a name and leaves out those within our own network. What is found is what is
/// called: no second look can give another answer.
#[derive(Clone)]
pub struct Outside {
    names: GaiResolver,
    reaches_inside: bool,
}

/// What a refusal says of itself.
#[derive(Debug)]
pub struct Inside;

impl std::fmt::Display for Inside {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("it lies within our own network")
    }
}

impl std::error::Error for Inside {}

impl Outside {
    /// Addresses of the open net; with `reaches_inside`, all.
    pub fn new(reaches_inside: bool) -> Self {
        Self { names: GaiResolver::new(), reaches_inside }
    }

    /// Whether an address that stands in a URL by number, which nobody resolves, may be called.
    pub fn may_reach(&self, url: &Uri) -> bool {
        let host = url.host().unwrap_or_default().trim_matches(['[', ']']);
        self.reaches_inside || host.parse().map_or(true, is_public)
    }
}

impl Service<Name> for Outside {
    type Response = std::vec::IntoIter<SocketAddr>;
    type Error = io::Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, io::Error>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), io::Error>> {
        self.names.poll_ready(context)
    }

    fn call(&mut self, name: Name) -> Self::Future {
        let found = self.names.call(name);
        let reaches_inside = self.reaches_inside;
        Box::pin(async move {
            let found: Vec<SocketAddr> = found.await?.collect();
            // One address inside is enough: no other one of such a name is called either.
            if !reaches_inside && found.iter().any(|it| !is_public(it.ip())) {
                return Err(io::Error::other(Inside));
            }
            Ok(found.into_iter())
        })
    }
}

/// Whether an address is one of the open net (the registries of special addresses, RFC 6890).
fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127 | 224.., ..)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 168, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    )
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, c, .., g, h] = address.segments();
    let last = Ipv4Addr::from((u32::from(g) << 16) | u32::from(h));
    let second = Ipv4Addr::from((u32::from(b) << 16) | u32::from(c));
    match (a, b) {
        // An address of the fourth version in other clothes.
        (0x64, 0xff9b) => c == 0 && is_public_v4(last),
        (0x2002, _) => is_public_v4(second),
        (0x2001, b) => b >= 0x200 && b != 0xdb8,
        // What is given out on the open net begins with the bits 001; the rest is special.
        (a, _) => a & 0xe000 == 0x2000 && a != 0x3fff,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_way_of_writing_it_leads_inside() {
        for inside in [
            "127.0.0.1",
            "0.0.0.0",
            "10.1.2.3",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "224.0.0.1",
            "255.255.255.255",
            "192.0.2.1",
            "198.18.0.1",
            "::1",
            "::",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "fe80::1",
            "fc00::1",
            "fd12::1",
            "ff02::1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001::1",
            "::127.0.0.1",
        ] {
            assert!(!is_public(inside.parse().unwrap()), "{inside}");
        }
        for outside in [
            "8.8.8.8",
            "172.32.0.1",
            "203.113.0.1",
            "2606:4700::1",
            "2001:4860::1",
            "64:ff9b::808:808",
            "2002:808:808::",
        ] {
            assert!(is_public(outside.parse().unwrap()), "{outside}");
        }
    }

    #[test]
    fn an_address_by_number_is_looked_at_too() {
        let may = |url: &str| Outside::new(false).may_reach(&url.parse().unwrap());
        assert!(
            !may("http://127.0.0.1:9/") && !may("https://[::1]/") && may("https://example.vn/")
        );
        assert!(Outside::new(true).may_reach(&"http://127.0.0.1/".parse().unwrap()));
    }
}
