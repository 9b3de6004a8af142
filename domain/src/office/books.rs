//! Bodies about what a ballot may be about.

pub mod calendar;
pub mod merger;
pub mod outlook;
pub mod procedure;
pub mod service_point;
pub mod unit;
