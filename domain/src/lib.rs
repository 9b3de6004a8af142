//! What would be true on paper too: instruments, the ballot check, tallies and the index.
//!
//! No browser, no database, no clock, no chance: whatever changes comes in as an argument.

pub mod ballot;
pub mod books;
pub mod code;
pub mod day;
pub mod fault;
pub mod feedback;
pub mod figures;
pub mod listing;
pub mod office;
pub mod people;
pub mod text;
pub mod words;

pub use ballot::instrument::Instrument;
pub use ballot::{Answer, Ballot, CheckedBallot};
pub use books::campaign::Campaign;
pub use books::catalogue::Catalogue;
pub use code::{Channel, Sampling};
pub use fault::{Fault, Reason};
pub use figures::share::{Method, Share};
pub use figures::tally::Tally;
pub use people::role::{Action, Role};
pub use people::scope::Scope;
pub use words::{Lang, Words};
