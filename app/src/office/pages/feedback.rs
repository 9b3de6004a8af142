//! What people send in: the inbox, a case, what units ask each other, and the register of difficulties.

mod calls;
pub(crate) mod case;
pub(crate) mod difficulties;
pub(crate) mod figures;
pub(crate) mod imports;
pub(crate) mod inbox;
pub(crate) mod lessons;
pub(crate) mod register;
pub(crate) mod requests;
mod standing;
pub(crate) mod templates;
