//! How people prove who they are, and what stops those who guess.

pub mod demo;
pub mod invitations;
#[cfg(feature = "oidc")]
pub mod oidc;
pub mod password;
pub mod proof;
pub mod second_factor;
pub mod throttle;
pub mod tokens;
pub mod tries;
