//! What is counted beside the rates: looked at again, linked, without a name.

use super::{facts::Facts, flow, frame::Frame};
use crate::feedback::case::history::Spell;

/// Answered, and its sender asked for another look. It stays in the period in which it first came.
pub fn is_reopened(it: &Facts, frame: &Frame) -> bool {
    flow::is_answered(it, frame) && frame.has(it.reopened)
}

/// Answered, and its sender accepts the answer.
pub fn is_accepted(it: &Facts, frame: &Frame) -> bool {
    flow::is_answered(it, frame) && Spell::was_on(&it.history.accepted, frame.end)
}

/// Came in the period and is linked to a lead case.
pub fn is_linked(it: &Facts, frame: &Frame) -> bool {
    frame.came(it) && Spell::was_on(&it.history.linked, frame.end)
}

/// Came in the period without a name or an address.
pub fn is_hint(it: &Facts, frame: &Frame) -> bool {
    frame.came(it) && !it.is_formal
}
