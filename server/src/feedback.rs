//! What people send beside their words, before it is kept.

pub mod attachments;
