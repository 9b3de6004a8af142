//! OpenID Connect: a provider of the department's says who somebody is (authorization code, PKCE).
//!
//! It only says who; which account that opens was settled by the account's owner before.

pub mod flow;
mod known;
pub mod provider;
pub mod round_trip;
pub mod unshown;
mod wire;
