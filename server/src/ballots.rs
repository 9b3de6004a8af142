//! Ballots as every door keeps, shows and corrects them: the JSON calls, the plain form, the demo.

pub mod admission;
mod correct;
mod keep;
pub mod own;
pub mod reading;
mod room;
pub mod shown;

pub use self::{
    correct::correct,
    keep::{content_hash, keep},
    room::{full, is_full},
};
