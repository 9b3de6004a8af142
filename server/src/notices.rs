//! Notices: what happens to a case is told to its sender, to staff and to other programs, by a link and
//! a code. A row is written with the event; one server of several sends it.

pub mod hook;
pub mod letter;
pub mod outcome;
pub mod queue;
pub mod reach;
pub mod sending;
pub mod smtp;
pub mod worker;

use std::sync::Arc;

use crate::keys::{Keys, hex};

/// Bytes of the mark of a message.
const MARK: usize = 16;

/// How notices leave. Nothing is sent where nothing is set.
#[derive(Clone, Default)]
pub struct Post {
    /// The mail server; none, if none is set.
    pub mail: Option<Arc<smtp::Mail>>,
    /// Whether programs within our own network may be called.
    pub reaches_inside: bool,
}

/// What a message is known by, however often it is sent: it follows from its row and tells nothing.
pub fn mark(keys: &Keys, id: i64, created: i64) -> String {
    let mark = keys.blind("notices.message", format!("{id}/{created}").as_bytes());
    hex(&mark[..MARK])
}
