//! Figures as staff read them, and what they shall reach.

pub mod behind;
pub mod index;
pub mod overview;
pub mod targets;
