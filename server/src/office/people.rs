//! Who works here: accounts, how they sign in, keys of programs.

pub mod accounts;
pub mod activations;
pub mod confirmations;
pub mod keys;
pub mod me;
#[cfg(feature = "oidc")]
pub mod openid;
pub mod session;
