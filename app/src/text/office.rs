//! The words of the office pages; only the office bundle carries them.

pub(crate) mod account;
pub(crate) mod books;
pub(crate) mod feedback;
pub(crate) mod frame;
pub(crate) mod invitees;
pub(crate) mod names;
pub(crate) mod record;
