//! Who had it for how long, and what was passed on (letter B2). Of every case, formal or not.

use super::{facts::Facts, frame::Frame};

/// Came in the period and was taken over by another unit.
pub fn is_transferred(it: &Facts, frame: &Frame) -> bool {
    frame.came(it) && it.history.transfers_by(frame.end) > 0
}

/// Came in the period and was pushed around.
pub fn is_ping_pong(it: &Facts, frame: &Frame) -> bool {
    frame.came(it) && frame.has(it.history.pushed)
}

/// Came in the period, and some unit led it by the day it is counted on.
pub fn was_led(it: &Facts, frame: &Frame) -> bool {
    held(it, frame).next().is_some()
}

/// The units that led a case of the period, each with its working days so far, in order. A unit that
/// led twice is there twice.
pub fn held<'a>(it: &'a Facts, frame: &'a Frame) -> impl Iterator<Item = (i64, u32)> + 'a {
    let leads = it.leads.iter().filter(|lead| frame.came(it) && lead.since <= frame.end);
    leads.map(|lead| {
        let ended = lead.ended.unwrap_or(frame.end).min(frame.end);
        (lead.unit, frame.calendar.between(lead.since, ended))
    })
}
