//! What the figures shall reach.

pub mod targets;
