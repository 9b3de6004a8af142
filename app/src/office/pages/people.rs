//! Whoever works here: accounts, keys, and the ways in.

pub(crate) mod account;
pub(crate) mod accounts;
pub(crate) mod activation;
pub(crate) mod confirmations;
pub(crate) mod keys;
pub(crate) mod me;
pub(crate) mod openid;
pub(crate) mod second_factor;
pub(crate) mod sessions;
pub(crate) mod shown_once;
pub(crate) mod sign_in;
