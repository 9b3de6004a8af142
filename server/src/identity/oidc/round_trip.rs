//! What one way to the provider and back began with.

use openidconnect::PkceCodeVerifier;
use serde::{Deserialize, Serialize};

/// What the way began with.
#[derive(Serialize, Deserialize)]
pub struct RoundTrip {
    /// Comes back with the browser, to show that it was sent.
    pub(super) state: String,
    /// Comes back inside the token, to show that it was made for this way.
    pub(super) nonce: String,
    pub(super) verifier: String,
    pub(super) begun: i64,
    pub(super) account: Option<i64>,
}

impl RoundTrip {
    /// What shows that the code was asked for by this server (RFC 7636).
    pub(super) fn verifier(&self) -> PkceCodeVerifier {
        PkceCodeVerifier::new(self.verifier.clone())
    }
}
