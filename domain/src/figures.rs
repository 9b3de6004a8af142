//! Counts and what follows from them: shares, the index, its uncertainty, what may be published.

pub mod alarm;
#[cfg(not(target_arch = "wasm32"))]
pub mod audit;
#[cfg(test)]
mod chance;
pub mod claim;
pub mod curve;
pub mod difference;
pub mod drivers;
pub mod funnel;
pub mod index;
pub mod initiative;
pub mod interval;
pub mod measure;
pub mod mix;
pub mod period;
pub mod portal;
pub mod publish;
pub mod ranks;
pub mod sample;
pub mod share;
pub mod silence;
pub mod spread;
pub mod tally;
pub mod trend;
pub mod versions;
