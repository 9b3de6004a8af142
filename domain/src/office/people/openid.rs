//! Signing in by OpenID Connect: the way to the provider, and what the browser comes back with.

use serde::{Deserialize, Serialize};

/// How the state begins of whoever went to link their account, not to sign in.
pub const LINKING: &str = "link.";

/// What the office's pages know from the start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shell {
    /// What the provider is called, if there is one.
    pub provider: String,
}

/// Where the browser goes next: a page of the provider.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Departure {
    /// The address.
    pub address: String,
}

/// What the provider sent the browser back with.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Arrival {
    /// What the server gets to know by who it is.
    pub code: String,
    /// What shows that this browser was sent there.
    pub state: String,
}

/// Whether an account can be opened by way of the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Link {
    /// Whether somebody there is linked to it.
    pub linked: bool,
}
