//! Whoever works here: accounts, keys, and the ways in.

pub(in crate::office) mod account;
pub(in crate::office) mod accounts;
pub(in crate::office) mod invitation;
pub(in crate::office) mod keys;
pub(in crate::office) mod me;
pub(in crate::office) mod openid;
pub(in crate::office) mod second_factor;
pub(in crate::office) mod sessions;
pub(in crate::office) mod shown_once;
pub(in crate::office) mod sign_in;
