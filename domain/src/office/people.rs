//! Bodies about who works here.

pub mod account;
pub mod key;
pub mod openid;
