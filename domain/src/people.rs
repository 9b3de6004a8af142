//! Who may do what and how far, and what is kept about people.

pub mod contact;
pub mod mask;
pub mod password;
pub mod retention;
pub mod role;
pub mod scope;
pub mod standing;
