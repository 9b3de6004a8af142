//! The words of feedback: the inbox, a case, its log, what may be done, and the register of difficulties.

pub(crate) mod case;
pub(crate) mod difficulties;
pub(crate) mod due;
pub(crate) mod figures;
pub(crate) mod imports;
pub(crate) mod inbox;
pub(crate) mod lessons;
pub(crate) mod log;
pub(crate) mod names;
pub(crate) mod orders;
pub(crate) mod register;
pub(crate) mod requests;
pub(crate) mod templates;
