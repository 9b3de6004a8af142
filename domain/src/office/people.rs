//! Bodies about who works here.

pub mod account;
pub mod confirmation;
pub mod key;
pub mod openid;
