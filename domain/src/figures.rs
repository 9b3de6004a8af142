//! Counts and what follows from them: shares, the index, its uncertainty, what may be published.

#[cfg(not(target_arch = "wasm32"))]
pub mod audit;
pub mod index;
pub mod interval;
pub mod portal;
pub mod publish;
pub mod sample;
pub mod share;
pub mod tally;
pub mod trend;
