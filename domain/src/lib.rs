//! What would be true on paper too: instruments, the ballot check, tallies and the index.
//!
//! No browser, no database, no clock, no chance: whatever changes comes in as an argument.

pub mod ballot;
pub mod campaign;
pub mod catalogue;
pub mod code;
pub mod consent;
pub mod contact;
pub mod day;
pub mod fault;
pub mod index;
pub mod instrument;
pub mod interval;
pub mod lineage;
pub mod listing;
pub mod mask;
pub mod office;
pub mod password;
pub mod portal;
pub mod publish;
pub mod receipt;
pub mod respondent;
pub mod retention;
pub mod role;
pub mod sample;
pub mod scope;
pub mod share;
pub mod tally;
pub mod text;
pub mod words;

pub use ballot::{Answer, Ballot, CheckedBallot};
pub use campaign::Campaign;
pub use catalogue::Catalogue;
pub use code::{Channel, Sampling};
pub use fault::{Fault, Reason};
pub use instrument::Instrument;
pub use role::{Action, Role};
pub use scope::Scope;
pub use share::{Method, Share};
pub use tally::Tally;
pub use words::{Lang, Words};
