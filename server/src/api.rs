//! The JSON calls, a file per resource.

pub mod ballots;
pub mod channel;
pub mod feedback;
pub mod health;
pub mod index;
pub mod instruments;
pub mod openapi;
pub mod procedures;
pub mod publications;
pub mod published;
pub mod units;
