//! What a ballot may be about.

pub mod calendar;
pub mod procedures;
pub mod service_points;
pub mod units;
