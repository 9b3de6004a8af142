//! What a ballot may be about: units, procedures, service points, and the calendar.

pub(crate) mod calendar;
pub(crate) mod mergers;
pub(crate) mod points;
pub(crate) mod procedures;
pub(crate) mod splits;
pub(crate) mod unit_versions;
pub(crate) mod units;

/// Whether a last day comes sooner than the one there was: days are written so that they sort.
pub(in crate::office) fn ends_sooner(until: Option<&str>, before: Option<&str>) -> bool {
    until.is_some_and(|until| before.is_none_or(|before| until < before))
}
