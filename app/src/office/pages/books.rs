//! What a ballot may be about: units, procedures, service points, and the calendar.

pub(in crate::office) mod calendar;
pub(in crate::office) mod mergers;
pub(in crate::office) mod points;
pub(in crate::office) mod procedures;
pub(in crate::office) mod splits;
pub(in crate::office) mod unit_versions;
pub(in crate::office) mod units;
