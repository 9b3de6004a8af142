//! Figures and what they shall reach.

pub(crate) mod behind;
pub(crate) mod targets;
