//! The office's books: what a ballot may be about, as it was on every day, and the rules under which
//! a file and a form both change it.
//!
//! A [`Draft`](draft::Draft) says what is to change; a file per kind lays it over what is stored, and
//! an [`Outcome`](draft::Outcome) holds the rows to be written or everything wrong with it.

pub mod campaign;
pub mod campaigns;
pub mod catalogue;
pub mod content;
pub mod draft;
pub mod edits;
mod identities;
mod leavings;
pub mod lineage;
mod meant;
pub mod names;
mod outcome;
pub mod outlook;
mod overlay;
pub mod procedures;
mod references;
pub mod service_points;
mod stored;
mod stranded;
#[cfg(test)]
mod tests;
pub mod units;
pub mod version;
