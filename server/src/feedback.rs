//! Feedback behind its doors: a case is opened, and its log is added to, always in one transaction;
//! what comes beside its words is looked into before it is kept.

pub mod attachments;
pub mod keep;
pub mod log;
pub mod own;
pub mod senders;
