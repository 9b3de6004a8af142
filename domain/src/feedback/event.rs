//! What happens to a case: one line of its log each.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::kind::{Ground, Level, Rating, Source};

/// One line of a case's log. Lines are never changed and never removed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub actor: Actor,
    /// What was done.
    pub step: Step,
}

/// Who makes an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "who", rename_all = "snake_case")]
pub enum Actor {
    /// Whoever sent the case, by whichever channel their words came back.
    Sender,
    /// An account, and how far up its person is.
    Staff {
        /// The account.
        account: i64,
        /// How far up.
        level: Level,
    },
    /// Nobody: a date was reached, or a rule asks for it.
    Clock,
}

/// What may happen. The words that go with a step are stored beside the log, under the event's number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// The sender sent it. Always the first, and only the first.
    Sent {
        /// How it came.
        source: Source,
        /// The local day it was sent, or another body passed it on.
        on: NaiveDate,
        /// The code of its deadline class.
        class: String,
        /// Whether it has a name and an address to answer to (a formal PAKN).
        is_formal: bool,
    },
    /// Another body passed it on again: the clock starts on that day.
    PassedOn {
        /// The day.
        on: NaiveDate,
    },
    /// Another system that sent it counts until a day of its own.
    DueGiven {
        /// The day.
        on: NaiveDate,
    },
    /// Taken as ours.
    Received,
    /// Not ours. The words name the body, the rule and the next step.
    Refused {
        /// Why.
        ground: Ground,
    },
    /// The sender is asked for more, until a day.
    Asked {
        /// The last day that is waited for.
        until: NaiveDate,
    },
    /// The sender added something: allowed always, whatever else goes on.
    Added,
    /// Nothing came until the day, or the question was taken back: work goes on.
    WaitEnded,
    /// Given to its lead unit.
    Assigned {
        /// The unit's identity.
        unit: i64,
    },
    /// Given to a person of the lead unit.
    Named {
        /// The account.
        account: i64,
    },
    /// Another unit helps.
    Supported {
        /// The unit's identity.
        unit: i64,
    },
    /// It helps no more.
    Unsupported {
        /// The unit's identity.
        unit: i64,
    },
    /// Offered to another unit, with a reason.
    Offered {
        /// The unit's identity.
        unit: i64,
    },
    /// That unit accepted: it leads from now on.
    Accepted,
    /// That unit returned it, with a reason.
    Returned,
    /// The lead unit was dissolved; its successor leads, with the same due date.
    Succeeded {
        /// The successor's identity.
        unit: i64,
    },
    /// One level up, with a reason.
    Escalated {
        /// The level it goes to.
        to: Level,
        /// A level between that has nobody, and was passed over therefore.
        is_vacant_between: bool,
    },
    /// The level it went up to decided, in words: it goes back down to its unit.
    Settled,
    /// The answer is promised for another day; the legal day stays.
    Promised {
        /// The day.
        on: NaiveDate,
    },
    /// Put off until a day, within its unit's own work.
    PutOff {
        /// The day on which it comes back.
        until: NaiveDate,
    },
    /// An answer waits for approval.
    Submitted,
    /// It was not approved, with a reason.
    SentBack,
    /// Approved: the words are frozen and go to the sender.
    Approved,
    /// Published, after a named person confirmed what is left out.
    Published,
    /// Not to be published, with a reason.
    Unpublished,
    /// Done before it was entered here: answered on a day, by another system.
    Finished {
        /// The day.
        on: NaiveDate,
    },
    /// The sender was called back after a poor rating; what was said stands in words.
    Called,
    /// The sender says what the answer is worth.
    Rated {
        /// What.
        rating: Rating,
    },
    /// The sender asks for another look, with a reason.
    Reopened,
    /// Another case is the lead one of the same matter; each keeps code, clock and answer.
    Linked {
        /// The lead case.
        case: i64,
    },
    /// It stands alone again.
    Unlinked,
    /// The lead case was answered, and this one with the same words.
    AnsweredWith {
        /// The lead case.
        case: i64,
    },
    /// A note for colleagues.
    Noted,
    /// Whom it is about, or that it names nobody of the house. That account never sees it again, and
    /// whoever is above them decides.
    Concerns {
        /// The account.
        account: Option<i64>,
        /// The level that has it from now on at least.
        above: Level,
    },
}
