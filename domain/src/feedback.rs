//! Feedback (phản ánh, kiến nghị, góp ý): what a case is, what may happen to it, and until when.
//!
//! The log of a case is the truth. [`case::Case`] is what its events make of it, [`steps`] says which
//! event may come next, and every clock of [`clock`] is a function of log and calendar. Words are not
//! part of an event: they can be removed, and the log stays.

pub mod callback;
pub mod case;
pub mod clauses;
pub mod clock;
pub mod code;
pub mod event;
#[cfg(test)]
pub(crate) mod examples;
pub mod figures;
pub mod kind;
pub mod message;
pub mod notice;
pub mod order;
pub mod public;
pub mod redaction;
pub mod request;
pub mod steps;
pub mod template;
pub mod view;
