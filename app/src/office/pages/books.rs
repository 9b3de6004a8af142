//! What a ballot may be about: units, procedures, service points, and the calendar.

pub(crate) mod calendar;
pub(crate) mod mergers;
pub(crate) mod points;
pub(crate) mod procedures;
pub(crate) mod splits;
pub(crate) mod unit_versions;
pub(crate) mod units;
