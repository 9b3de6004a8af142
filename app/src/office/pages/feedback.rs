//! What people send in: the inbox, a case, and the register of difficulties.

mod calls;
pub(crate) mod case;
pub(crate) mod difficulties;
pub(crate) mod figures;
pub(crate) mod imports;
pub(crate) mod inbox;
pub(crate) mod register;
pub(crate) mod templates;
