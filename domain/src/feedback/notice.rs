//! Notices: which line of a case's log asks for one, for whom it is, and when it may go out.

use chrono::{DateTime, TimeDelta, Utc};

use super::{
    case::Case,
    event::{Event, Step},
    kind::Level,
    request::Reminder,
};
use crate::{
    code::codes,
    day::{local_day, start_of, working::Calendar},
};

codes! {
    /// What a notice says. It holds a link and a code; what happened is read behind them.
    Notice {
        /// To the sender: the case was taken as ours.
        Received = 1 "received",
        /// To the sender: it is not ours, and where to go.
        Refused = 2 "refused",
        /// To the sender: more is asked for.
        Asked = 3 "asked",
        /// To the sender: an interim reply; the answer comes on another day.
        Promised = 4 "promised",
        /// To the sender: it was answered.
        Answered = 5 "answered",
        /// To staff: the unit leads a case.
        Assigned = 6 "assigned",
        /// To staff: a case was given to this person.
        Named = 7 "named",
        /// To staff: a case is offered to the unit.
        Offered = 8 "offered",
        /// To staff: a case went up, late or by hand.
        Escalated = 9 "escalated",
        /// To staff: the sender of a case added something.
        Added = 10 "added",
        /// To staff: the sender asks for another look.
        Reopened = 11 "reopened",
        /// To staff: another side asks for co-ordination.
        RequestMade = 20 "request_made",
        /// To staff: two working days are left to answer a request, or one.
        RequestSoon = 21 "request_soon",
        /// To staff: the last day to answer a request.
        RequestLastDay = 22 "request_last_day",
        /// To staff: a request was not answered in time.
        RequestOver = 23 "request_over",
        /// To staff: what was asked of another unit was answered.
        RequestReplied = 24 "request_replied",
    }
}

codes! {
    /// How far a notice is.
    Stage {
        /// It goes out when its time comes.
        Waiting = 1 "waiting",
        /// It is going out now.
        Sending = 2 "sending",
        /// The other side took it.
        Sent = 3 "sent",
        /// The line was cut before the other side said whether it took it (không rõ đã gửi).
        Unknown = 4 "unknown",
        /// The other side refused it, or never answered (thư chết).
        Failed = 5 "failed",
        /// There is no address of this sort to send it to.
        Nobody = 6 "nobody",
    }
}

codes! {
    /// Why a notice did not arrive.
    Hitch {
        /// The other side refused it for good.
        Refused = 1 "refused",
        /// The other side was away, or asked to come again later.
        Away = 2 "away",
        /// The line was cut before the other side said whether it took it.
        Cut = 3 "cut",
        /// The address lies within our own network, where nothing may be sent.
        Inside = 4 "inside",
        /// What is sealed does not open.
        Sealed = 5 "sealed",
    }
}

/// Whom a notice is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Whoever sent the case.
    Sender,
    /// This account.
    Account(i64),
    /// Those who answer for this unit.
    Unit(i64),
    /// Those of a level above the units.
    Level(Level),
}

/// The most notices of one sort that the sender of a case gets in a day.
pub const MOST_A_DAY: i64 = 3;
/// So many tries, hours apart in the end, and nobody is there.
pub const MOST_TRIES: i64 = 24;
/// The first minute of a working day in which a notice goes out: 7:30.
const FIRST: i64 = 7 * 60 + 30;
/// The minute from which none goes out any more: 17:00.
const LAST: i64 = 17 * 60;
/// The minute of the second digest of a day: 13:00.
const SECOND: i64 = 13 * 60;
/// The longest wait between two tries, in minutes.
const LONGEST_WAIT: i64 = 120;

/// The notice that a line asks for; `case` is what the log makes of it with this line.
pub fn of(case: &Case, event: &Event) -> Option<(Notice, Reader)> {
    use Notice as N;
    Some(match &event.step {
        Step::Received => (N::Received, Reader::Sender),
        Step::Refused { .. } => (N::Refused, Reader::Sender),
        Step::Asked { .. } => (N::Asked, Reader::Sender),
        Step::Promised { .. } => (N::Promised, Reader::Sender),
        Step::Approved | Step::AnsweredWith { .. } => (N::Answered, Reader::Sender),
        Step::Assigned { unit } | Step::Succeeded { unit } => (N::Assigned, Reader::Unit(*unit)),
        Step::Named { account } => (N::Named, Reader::Account(*account)),
        Step::Offered { unit } => (N::Offered, Reader::Unit(*unit)),
        Step::Escalated { to, .. } => (N::Escalated, Reader::Level(*to)),
        Step::Added => (N::Added, Reader::Account(case.holder?)),
        Step::Reopened => (N::Reopened, Reader::Level(Level::Office)),
        _ => return None,
    })
}

/// The notice that a reminder of a request is.
pub fn of_reminder(reminder: Reminder) -> Notice {
    match reminder {
        Reminder::Soon => Notice::RequestSoon,
        Reminder::LastDay => Notice::RequestLastDay,
        Reminder::Over => Notice::RequestOver,
    }
}

/// The first moment from now on in which a notice may go out: 7:30 to 17:00 of a working day.
pub fn opening(calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    let first = at(now, FIRST);
    match calendar.is_working(local_day(now)) {
        true if now < first => first,
        true if now < at(now, LAST) => now,
        _ => next_opening(calendar, now),
    }
}

/// The first such moment of a later day.
pub fn next_opening(calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    at(start_of(calendar.after(local_day(now), 1)), FIRST)
}

/// When staff read what happened by now: at 7:30 and 13:00 of a working day, in one message.
pub fn digest(calendar: &Calendar, now: DateTime<Utc>) -> DateTime<Utc> {
    let times = [FIRST, SECOND].map(|minute| at(now, minute));
    let is_working = calendar.is_working(local_day(now));
    let next = times.into_iter().find(|time| is_working && now <= *time);
    next.unwrap_or_else(|| next_opening(calendar, now))
}

/// How long to wait after so many tries.
pub fn wait(tries: i64) -> TimeDelta {
    let doubled = u32::try_from(tries).ok().and_then(|tries| 1_i64.checked_shl(tries));
    TimeDelta::minutes(doubled.filter(|it| (1..LONGEST_WAIT).contains(it)).unwrap_or(LONGEST_WAIT))
}

/// A minute of a moment's local day.
fn at(moment: DateTime<Utc>, minute: i64) -> DateTime<Utc> {
    start_of(local_day(moment)) + TimeDelta::minutes(minute)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::day::{self, local_time, working::DayKind};

    /// A local time of 2026; the year's second of September is a holiday.
    fn time(text: &str) -> DateTime<Utc> {
        let (on, at) = text.split_once(' ').unwrap();
        let (hour, minute) = at.split_once(':').unwrap();
        let minutes = hour.parse::<i64>().unwrap() * 60 + minute.parse::<i64>().unwrap();
        start_of(day::read(&format!("2026-{on}")).unwrap()) + TimeDelta::minutes(minutes)
    }

    fn calendar() -> Calendar {
        let off = [("2026-09-02", DayKind::Holiday), ("2026-08-22", DayKind::MakeUp)];
        off.into_iter().map(|(on, kind)| (day::read(on).unwrap(), kind)).collect()
    }

    #[test]
    fn nothing_goes_out_at_night_or_on_a_day_off() {
        for (now, goes) in [
            ("08-20 07:29", "08-20 07:30"),
            ("08-20 07:30", "08-20 07:30"),
            ("08-20 16:59", "08-20 16:59"),
            ("08-20 17:00", "08-21 07:30"),
            ("08-21 23:00", "08-22 07:30"),
            ("08-22 18:00", "08-24 07:30"),
            ("09-01 20:00", "09-03 07:30"),
            ("09-02 10:00", "09-03 07:30"),
        ] {
            assert_eq!(opening(&calendar(), time(now)), time(goes), "{now}");
        }
    }

    #[test]
    fn staff_read_twice_a_working_day() {
        for (now, goes) in [
            ("08-20 07:30", "08-20 07:30"),
            ("08-20 07:31", "08-20 13:00"),
            ("08-20 13:01", "08-21 07:30"),
            ("09-01 13:01", "09-03 07:30"),
        ] {
            assert_eq!(digest(&calendar(), time(now)), time(goes), "{now}");
        }
    }

    #[test]
    fn waits_double_up_to_two_hours() {
        let minutes = [0, 1, 2, 6, 7, 63, 64, -1].map(|tries| wait(tries).num_minutes());
        assert_eq!(minutes, [1, 2, 4, 64, 120, 120, 120, 120]);
    }

    proptest! {
        #[test]
        fn whenever_it_is_asked_it_goes_out_in_working_hours_and_no_earlier(
            minute in 0_i64..600_000, off in prop::collection::vec((0_u64..420, any::<bool>()), 0..40),
        ) {
            let from = day::read("2026-01-01").unwrap();
            let calendar: Calendar = off.iter().map(|(ahead, is_off)| {
                let kind = if *is_off { DayKind::Holiday } else { DayKind::MakeUp };
                (from + chrono::Days::new(*ahead), kind)
            }).collect();
            let now = start_of(from) + TimeDelta::minutes(minute);
            for goes in [opening(&calendar, now), digest(&calendar, now), next_opening(&calendar, now)] {
                let clock = local_time(goes).time();
                prop_assert!(goes >= now && calendar.is_working(local_day(goes)));
                prop_assert!((450..1020).contains(&(chrono::Timelike::num_seconds_from_midnight(&clock) / 60)));
            }
        }
    }
}
