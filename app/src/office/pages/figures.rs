//! Figures and what they shall reach.

pub(crate) mod targets;
