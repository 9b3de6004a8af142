//! Figures of feedback: how much came, what became of it, how long it took, and who passed it around.
//!
//! Every figure is a rule over the [`facts::Facts`] of one case within a [`frame::Frame`], so a figure and
//! the list of its cases cannot disagree. Rates are of formal cases alone; what says how the house works
//! (age, lateness, transfers, days held) is of every case. Each case is counted once, in the period in
//! which it first came, whatever it is linked to and however often it is looked at again.

pub mod ageing;
pub mod beside;
pub mod facts;
pub mod figure;
pub mod flow;
pub mod frame;
pub mod passing;
pub mod public;
pub mod requests;
pub mod spans;
pub mod sums;

#[cfg(test)]
mod tests;
