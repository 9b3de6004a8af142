//! What only a browser can do. It compiles everywhere, so components need no `cfg` marks, and is
//! called from event handlers and effects alone, which never run on the server.

pub(crate) mod draft;
pub(crate) mod focus;
pub(crate) mod form;
pub(crate) mod history;
pub(crate) mod json;
pub(crate) mod later;
pub mod page;
pub(crate) mod pass;
pub(crate) mod send;
pub mod visit;
