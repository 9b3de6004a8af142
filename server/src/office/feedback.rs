//! Cases of feedback as staff work on them, and the register of difficulties.

pub mod case;
pub mod difficulties;
pub mod drafts;
pub mod figures;
pub mod imports;
pub mod inbox;
pub mod lessons;
pub mod orders;
pub mod register;
pub mod requests;
pub mod templates;
