//! The server's own calls to the provider: bounded in time and size, led nowhere else.

use std::{pin::Pin, time::Duration};

use axum::body::Bytes;
use http_body_util::{BodyExt, Full, Limited};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use openidconnect::{
    AsyncHttpClient, HttpRequest, HttpResponse,
    url::{Host, Url},
};

/// A whole answer arrives in this time or not at all.
const PATIENCE: Duration = Duration::from_secs(5);
/// No description, set of keys or token is larger.
const LARGEST: usize = 256 * 1024;

/// The way to the provider. Redirects are not followed.
pub(super) struct Wire {
    client: Client<HttpsConnector<HttpConnector>, Full<Bytes>>,
    is_local: bool,
}

/// Why there is no answer that can be used.
#[derive(Debug)]
pub(super) struct Trouble(String);

impl std::fmt::Display for Trouble {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Trouble {}

impl Wire {
    /// A way to an issuer: over TLS, unless it is on this machine.
    pub fn new(issuer: &Url) -> Result<Self, Trouble> {
        let is_local = is_local(issuer);
        if issuer.scheme() != "https" && !is_local {
            return Err(Trouble("it must be an https address".to_owned()));
        }
        let connector = HttpsConnectorBuilder::new().with_native_roots().map_err(|error| {
            Trouble(format!("this machine has no certificates to know it by: {error}"))
        })?;
        let connector = connector.https_or_http().enable_http1().build();
        Ok(Self { client: Client::builder(TokioExecutor::new()).build(connector), is_local })
    }

    /// Whether an address that the provider named is one to go to.
    pub fn may_reach(&self, address: &Url) -> bool {
        address.scheme() == "https" || self.is_local && is_local(address)
    }

    async fn send(&self, request: HttpRequest) -> Result<HttpResponse, Trouble> {
        let address = Url::parse(&request.uri().to_string());
        if !address.is_ok_and(|address| self.may_reach(&address)) {
            return Err(Trouble("it names an address that is not https".to_owned()));
        }
        let answer = tokio::time::timeout(PATIENCE, self.ask(request)).await;
        answer.unwrap_or_else(|_| Err(Trouble("it takes too long".to_owned())))
    }

    async fn ask(&self, request: HttpRequest) -> Result<HttpResponse, Trouble> {
        let answer = self.client.request(request.map(Full::from)).await;
        let (head, body) = answer.map_err(|error| Trouble(error.to_string()))?.into_parts();
        if head.status.is_server_error() {
            return Err(Trouble(format!("it answers {}", head.status)));
        }
        let body = Limited::new(body, LARGEST).collect().await;
        let body = body.map_err(|error| Trouble(error.to_string()))?.to_bytes();
        Ok(HttpResponse::from_parts(head, body.to_vec()))
    }
}

impl<'c> AsyncHttpClient<'c> for Wire {
    type Error = Trouble;
    type Future = Pin<Box<dyn Future<Output = Result<HttpResponse, Trouble>> + Send + 'c>>;

    /// Sends a request and reads the answer whole.
    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.send(request))
    }
}

/// Whether an address is plain HTTP on this machine, as for tests.
fn is_local(address: &Url) -> bool {
    let is_loopback = match address.host() {
        Some(Host::Ipv4(host)) => host.is_loopback(),
        Some(Host::Ipv6(host)) => host.is_loopback(),
        Some(Host::Domain(host)) => host == "localhost",
        None => false,
    };
    address.scheme() == "http" && is_loopback
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_https_leads_off_this_machine() {
        let wire = |issuer: &str| Wire::new(&Url::parse(issuer).unwrap());
        assert!(wire("http://id.example.gov.vn/").is_err());
        assert!(wire("http://127.0.0.1.example/").is_err());
        assert!(wire("ftp://127.0.0.1/").is_err());
        let (far, near) = (wire("https://id.example/").unwrap(), wire("http://[::1]:9/").unwrap());
        let may = |wire: &Wire, address: &str| wire.may_reach(&Url::parse(address).unwrap());
        assert!(may(&far, "https://keys.example/jwks") && may(&near, "http://localhost:9/jwks"));
        assert!(!may(&far, "http://127.0.0.1/") && !may(&far, "http://id.example/"));
        assert!(!may(&near, "http://10.0.0.1/") && !may(&near, "file:///etc/passwd"));
    }
}
