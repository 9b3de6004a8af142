//! How people prove who they are, and what stops those who guess.

pub mod activations;
pub mod demo;
#[cfg(feature = "oidc")]
pub mod oidc;
pub mod password;
pub mod proof;
pub mod second_factor;
pub mod throttle;
pub mod tokens;
pub mod tries;
