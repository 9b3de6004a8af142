//! Bodies about what the office sets out to reach, and where it stands.

pub mod behind;
pub mod overview;
pub mod target;
pub mod trend;
