//! OpenID Connect: a provider of the department's says who somebody is (authorization code, PKCE).
//!
//! It only says who; which account that opens was settled by the account's owner before.

pub mod flow;
mod known;
pub mod provider;
pub mod unshown;
pub mod way;
mod wire;
