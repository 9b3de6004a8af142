//! Bodies about what the office sets out to reach, and where it stands.

pub mod target;
pub mod trend;
