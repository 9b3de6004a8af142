//! Co-ordination requests of a period by what became of them (letter B5). Each counts for the unit that is
//! asked, in the period in which it was made. Asked = on time + late + no reply + still in time, always.

use super::frame::Frame;
use crate::feedback::request::Request;

/// A request as figures see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RequestFacts {
    /// Its number.
    pub id: i64,
    /// The unit that is asked.
    pub unit: i64,
    /// Its dates.
    pub request: Request,
}

/// Made in the period, and not taken back by the day it is counted on.
pub fn is_asked(it: &RequestFacts, frame: &Frame) -> bool {
    let sent = it.request.sent;
    frame.first <= sent && sent <= frame.last && !frame.has(it.request.withdrawn)
}

/// Answered on its last day or before.
pub fn is_on_time(it: &RequestFacts, frame: &Frame) -> bool {
    is_replied(it, frame) && it.request.replied <= Some(it.request.due(frame.calendar))
}

/// Answered after its last day.
pub fn is_late(it: &RequestFacts, frame: &Frame) -> bool {
    is_replied(it, frame) && !is_on_time(it, frame)
}

/// Not answered when it is counted, and its last day has passed.
pub fn is_unanswered(it: &RequestFacts, frame: &Frame) -> bool {
    is_asked(it, frame)
        && !frame.has(it.request.replied)
        && it.request.due(frame.calendar) < frame.end
}

fn is_replied(it: &RequestFacts, frame: &Frame) -> bool {
    is_asked(it, frame) && frame.has(it.request.replied)
}
