//! Figures and what they shall reach.

pub(in crate::office) mod targets;
