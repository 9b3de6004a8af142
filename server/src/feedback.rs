//! Feedback behind its doors: a case is opened, and its log is added to, always in one transaction.

pub mod log;
