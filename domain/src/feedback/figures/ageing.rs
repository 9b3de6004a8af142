//! How old open cases are, and which were late in two periods (letter B9). Of every case, formal or not.

use chrono::NaiveDate;

use super::{facts::Facts, frame::Frame};

/// Open at the end of the period, for so many working days.
pub fn is_between(it: &Facts, frame: &Frame, least: u32, most: u32) -> bool {
    frame.is_open(it) && {
        let age = frame.calendar.between(it.start, frame.end);
        least <= age && age <= most
    }
}

/// Late and open when the period before ended, and late and open still.
pub fn is_late_twice(it: &Facts, frame: &Frame) -> bool {
    is_late_on(it, frame, frame.before()) && is_late_on(it, frame, frame.end)
}

fn is_late_on(it: &Facts, frame: &Frame, day: NaiveDate) -> bool {
    frame.is_open_on(it, day) && day > frame.due(it)
}
