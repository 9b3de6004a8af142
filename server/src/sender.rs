//! Where a request comes from, as a stand-in that nobody can turn back and that changes daily.

use std::{
    convert::Infallible,
    net::{IpAddr, Ipv6Addr},
};

use axum::{
    extract::FromRequestParts,
    http::{HeaderMap, request::Parts},
};
use domain::day;

use crate::{keys::Key, limits::pass, node::Node};

/// The other end of the connection; the socket's loop puts it with each request.
#[derive(Clone, Copy, Debug)]
pub struct Peer(pub IpAddr);

/// The sender of a request, as far as limits need to know.
#[derive(Clone, Debug)]
pub struct Sender {
    /// The same for all of one address, or of one network of IPv6, today.
    pub origin: Key,
    /// What it brings to be let through above a threshold.
    pub pass: Option<String>,
}

impl FromRequestParts<Node> for Sender {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, node: &Node) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<Peer>().map_or(Ipv6Addr::UNSPECIFIED.into(), |it| it.0);
        let sender = sender(peer, &parts.headers, &node.world.proxies);
        let purpose = format!("origin/{}", day::number(node.today()));
        let origin = node.world.keys.blind(&purpose, &network(sender));
        let pass = parts.headers.get(pass::HEADER).and_then(|pass| pass.to_str().ok());
        Ok(Self { origin, pass: pass.map(str::to_owned) })
    }
}

/// Who sent it: the peer, or whom a trusted proxy names. Anyone can write the header, so only what
/// our own proxies added at its end counts.
fn sender(peer: IpAddr, headers: &HeaderMap, proxies: &[IpAddr]) -> IpAddr {
    let named = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let named: Vec<&str> = named.flat_map(|value| value.split(',')).map(str::trim).collect();
    let mut sender = peer.to_canonical();
    for name in named.into_iter().rev() {
        let Ok(before) = name.parse::<IpAddr>() else { break };
        if !proxies.contains(&sender) {
            break;
        }
        sender = before.to_canonical();
    }
    sender
}

/// The bytes that stand for an address: with IPv6 a household has a whole network of them.
fn network(address: IpAddr) -> Vec<u8> {
    match address {
        IpAddr::V4(address) => address.octets().to_vec(),
        IpAddr::V6(address) => address.octets()[..8].to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(peer: &str, forwarded: &[&str], proxies: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let proxies: Vec<IpAddr> = proxies.iter().map(|it| it.parse().unwrap()).collect();
        sender(peer.parse().unwrap(), &headers, &proxies).to_string()
    }

    #[test]
    fn a_header_counts_only_behind_our_own_proxy() {
        assert_eq!(sent("192.0.2.7", &["198.51.100.1"], &[]), "192.0.2.7");
        assert_eq!(sent("10.0.0.1", &["198.51.100.1"], &["10.0.0.1"]), "198.51.100.1");
    }

    #[test]
    fn what_the_sender_wrote_before_our_proxy_does_not_count() {
        let forged = ["203.0.113.9, 198.51.100.1", "10.0.0.2"];
        assert_eq!(sent("10.0.0.1", &forged, &["10.0.0.1", "10.0.0.2"]), "198.51.100.1");
        assert_eq!(sent("10.0.0.1", &["nonsense"], &["10.0.0.1"]), "10.0.0.1");
    }

    #[test]
    fn one_network_of_ipv6_is_one_place() {
        let bytes = |text: &str| network(text.parse().unwrap());
        assert_eq!(bytes("2001:db8:1:2::7"), bytes("2001:db8:1:2:ffff::1"));
        assert_ne!(bytes("2001:db8:1:2::7"), bytes("2001:db8:1:3::7"));
        assert_eq!(sent("::ffff:192.0.2.7", &[], &[]), "192.0.2.7");
    }
}
