//! Changing the office's books: the rules under which a file and a form both stand, and the one
//! transaction in which a form's change is made.
//!
//! `versions` lays what is said over what is stored; a file per kind says what may not come of it
//! and writes it.

pub mod campaigns;
mod change;
pub mod procedures;
pub mod service_points;
pub mod units;
pub mod versions;

pub use self::change::{Change, Done, state};
