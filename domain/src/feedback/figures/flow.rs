//! What came and what became of it: handled, pending, on time, published (letter A10, DOMAIN §4).
//!
//! Of formal cases alone. Received = handled + pending in time + pending late, always.

use super::{facts::Facts, frame::Frame};
use crate::feedback::case::history::Spell;

/// Came in the period, with a name and an address to answer to.
pub fn is_received(it: &Facts, frame: &Frame) -> bool {
    it.is_formal && frame.came(it)
}

/// Received, and answered or refused by the day it is counted on.
pub fn is_handled(it: &Facts, frame: &Frame) -> bool {
    is_received(it, frame) && frame.has(it.handled())
}

/// Received and answered.
pub fn is_answered(it: &Facts, frame: &Frame) -> bool {
    is_received(it, frame) && frame.has(it.answered)
}

/// Received, not handled, and still in time.
pub fn is_pending_in_time(it: &Facts, frame: &Frame) -> bool {
    is_pending(it, frame) && frame.end <= frame.due(it)
}

/// Received, not handled, and late.
pub fn is_pending_late(it: &Facts, frame: &Frame) -> bool {
    is_pending(it, frame) && frame.end > frame.due(it)
}

fn is_pending(it: &Facts, frame: &Frame) -> bool {
    is_received(it, frame) && !frame.has(it.handled())
}

/// Handled within the days of its clause: an answer within those of answers, a refusal within those of
/// refusals. A promise of another day moves neither.
pub fn is_on_time(it: &Facts, frame: &Frame) -> bool {
    is_handled(it, frame) && is_within(it, frame)
}

/// Answered within the days of answers.
pub fn is_answered_on_time(it: &Facts, frame: &Frame) -> bool {
    is_answered(it, frame) && is_within(it, frame)
}

fn is_within(it: &Facts, frame: &Frame) -> bool {
    match (it.answered, it.refused) {
        (Some(on), _) => on <= frame.due(it),
        (None, Some(on)) => on <= frame.calendar.after(it.start, it.refuse),
        (None, None) => false,
    }
}

/// Handled, and everybody can read question and answer.
pub fn is_published(it: &Facts, frame: &Frame) -> bool {
    is_handled(it, frame) && Spell::was_on(&it.history.published, frame.end)
}
