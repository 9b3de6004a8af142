//! The closed list of figures, what each is measured against, and in what it is told.

use super::{
    ageing, beside,
    facts::Facts,
    flow,
    frame::Frame,
    passing,
    requests::{self, RequestFacts},
    spans,
};
use crate::code::codes;

codes! {
    /// A figure of feedback.
    Figure {
        /// Formal cases that came, of all that came.
        Received = 1 "received",
        /// Answered, or refused with a word on where to go.
        Handled = 2 "handled",
        /// Not handled yet, and still in time.
        PendingInTime = 3 "pending_in_time",
        /// Not handled yet, and late.
        PendingLate = 4 "pending_late",
        /// Handled in time.
        OnTime = 5 "on_time",
        /// Handled, and everybody can read it.
        Published = 6 "published",
        /// Working days to the first answer: half of the answers took no longer.
        Median = 7 "median_days",
        /// The same of nine in ten answers, by the nearest rank.
        Ninetieth = 8 "p90_days",
        /// Open for up to five working days.
        UpTo5 = 9 "open_1_5",
        /// Open for six to fifteen.
        UpTo15 = 10 "open_6_15",
        /// Open for sixteen to thirty.
        UpTo30 = 11 "open_16_30",
        /// Open for more.
        Over30 = 12 "open_over_30",
        /// Late when the period before ended, and late still (letter B9).
        LateTwice = 13 "late_twice",
        /// How often a case was taken over by another unit.
        Transfers = 14 "transfers",
        /// Working days for which a unit led a case.
        Held = 15 "days_held",
        /// Pushed around: back to a unit that had it, or passed on twice (letter B2).
        PingPong = 16 "ping_pong",
        /// Answered, and its sender asked for another look; it stays in its first period.
        Reopened = 17 "reopened",
        /// Linked to a lead case; each counts once wherever else it counts.
        Linked = 18 "linked",
        /// Without a name or an address to answer to: in no rate.
        Hints = 19 "hints",
        /// Co-ordination requests that were answered on time.
        RequestsOnTime = 20 "requests_on_time",
        /// Co-ordination requests that were answered late.
        RequestsLate = 21 "requests_late",
        /// Co-ordination requests without a reply after their last day (letter B5).
        RequestsUnanswered = 22 "requests_no_reply",
    }
}

codes! {
    /// What a figure is measured against.
    Base {
        /// Everything that came in the period.
        Came = 1 "came",
        /// Formal cases that came in it.
        Received = 2 "received",
        /// Those of them that were handled.
        Handled = 3 "handled",
        /// Those of them that were answered.
        Answered = 4 "answered",
        /// Every case that is open at its end.
        Open = 5 "open",
        /// Cases that a unit led.
        Led = 6 "led",
        /// Co-ordination requests that were made in the period and not taken back.
        Requests = 7 "requests",
    }
}

codes! {
    /// In what a figure is told.
    Measure {
        /// A share of its base, in percent.
        Percent = 1 "percent",
        /// So much for each case of its base.
        PerCase = 2 "per_case",
        /// Whole working days.
        Days = 3 "days",
    }
}

impl Figure {
    /// What it is measured against.
    pub fn base(self) -> Base {
        match self {
            Self::Received | Self::Hints | Self::Linked | Self::PingPong | Self::Transfers => {
                Base::Came
            }
            Self::Handled | Self::PendingInTime | Self::PendingLate => Base::Received,
            Self::OnTime | Self::Published => Base::Handled,
            Self::Median | Self::Ninetieth | Self::Reopened => Base::Answered,
            Self::UpTo5 | Self::UpTo15 | Self::UpTo30 | Self::Over30 | Self::LateTwice => {
                Base::Open
            }
            Self::Held => Base::Led,
            Self::RequestsOnTime | Self::RequestsLate | Self::RequestsUnanswered => Base::Requests,
        }
    }

    /// In what it is told.
    pub fn measure(self) -> Measure {
        match self {
            Self::Median | Self::Ninetieth => Measure::Days,
            Self::Transfers | Self::Held => Measure::PerCase,
            _ => Measure::Percent,
        }
    }

    /// Whether it is about requests, and about no cases.
    pub fn is_of_requests(self) -> bool {
        self.base() == Base::Requests
    }

    /// Whether a request is among those that it is about.
    pub fn holds_request(self, it: &RequestFacts, frame: &Frame) -> bool {
        match self {
            Self::RequestsOnTime => requests::is_on_time(it, frame),
            Self::RequestsLate => requests::is_late(it, frame),
            Self::RequestsUnanswered => requests::is_unanswered(it, frame),
            _ => false,
        }
    }

    /// Whether a case is among those that it is about.
    pub fn holds(self, it: &Facts, frame: &Frame) -> bool {
        match self {
            Self::Received => flow::is_received(it, frame),
            Self::Handled => flow::is_handled(it, frame),
            Self::PendingInTime => flow::is_pending_in_time(it, frame),
            Self::PendingLate => flow::is_pending_late(it, frame),
            Self::OnTime => flow::is_on_time(it, frame),
            Self::Published => flow::is_published(it, frame),
            Self::Median | Self::Ninetieth => spans::taken(it, frame).is_some(),
            Self::UpTo5 => ageing::is_between(it, frame, 0, 5),
            Self::UpTo15 => ageing::is_between(it, frame, 6, 15),
            Self::UpTo30 => ageing::is_between(it, frame, 16, 30),
            Self::Over30 => ageing::is_between(it, frame, 31, u32::MAX),
            Self::LateTwice => ageing::is_late_twice(it, frame),
            Self::Transfers => passing::is_transferred(it, frame),
            Self::Held => passing::was_led(it, frame),
            Self::PingPong => passing::is_ping_pong(it, frame),
            Self::Reopened => beside::is_reopened(it, frame),
            Self::Linked => beside::is_linked(it, frame),
            Self::Hints => beside::is_hint(it, frame),
            Self::RequestsOnTime | Self::RequestsLate | Self::RequestsUnanswered => false,
        }
    }
}

impl Base {
    /// Whether a case is in it.
    pub fn holds(self, it: &Facts, frame: &Frame) -> bool {
        match self {
            Self::Came => frame.came(it),
            Self::Received => flow::is_received(it, frame),
            Self::Handled => flow::is_handled(it, frame),
            Self::Answered => flow::is_answered(it, frame),
            Self::Open => frame.is_open(it),
            Self::Led => passing::was_led(it, frame),
            Self::Requests => false,
        }
    }
}
