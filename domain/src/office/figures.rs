//! Bodies about what the office sets out to reach.

pub mod target;
