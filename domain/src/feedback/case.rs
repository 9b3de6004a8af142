//! A case: what its log makes of it.

mod apply;
pub mod history;

use chrono::NaiveDate;

use self::history::History;
use super::{
    event::{Event, Step},
    kind::{Ground, Level, Rating, Source, State},
};
use crate::day::working::Calendar;

/// A case as its log left it. Days are local ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Where it stands.
    pub state: State,
    /// How it came.
    pub source: Source,
    /// Whether there is a name and an address to answer to; others stay out of the PAKN rates.
    pub is_formal: bool,
    /// The code of its deadline class.
    pub class: String,
    /// The day it was sent.
    pub sent: NaiveDate,
    /// The latest day on which another body passed it on.
    pub passed_on: Option<NaiveDate>,
    /// The day until which the system that sent it counts.
    pub due_given: Option<NaiveDate>,
    /// The day it was taken as ours.
    pub received: Option<NaiveDate>,
    /// Why and when it was refused.
    pub refused: Option<(Ground, NaiveDate)>,
    /// The first day on which the sender was asked for more before reception.
    pub asked: Option<NaiveDate>,
    /// Every time that the sender was waited for.
    pub waits: Vec<Wait>,
    /// Every unit that led, in order; the last one leads.
    pub leads: Vec<Lead>,
    /// The person of the lead unit.
    pub holder: Option<i64>,
    /// Units that help.
    pub supports: Vec<i64>,
    /// The unit it is offered to.
    pub offer: Option<i64>,
    /// How often another unit accepted it.
    pub transfers: u32,
    /// Whether it was pushed around (đùn đẩy): back to a unit that held it, or a second transfer.
    pub is_ping_pong: bool,
    /// How far up it is.
    pub level: Level,
    /// The day on which the level it went up to last decided.
    pub settled: Option<NaiveDate>,
    /// The day for which an answer is promised.
    pub promised: Option<NaiveDate>,
    /// The day until which it is put off.
    pub put_off: Option<NaiveDate>,
    /// Who wrote the answer that waits for approval.
    pub author: Option<i64>,
    /// The day of the first answer: the one the rates go by.
    pub first_answered: Option<NaiveDate>,
    /// The day of the answer; none while it is worked on, again or for the first time.
    pub answered: Option<NaiveDate>,
    /// The day of the first call back after a poor rating.
    pub called: Option<NaiveDate>,
    /// The day it was published, or decided that it is not.
    pub published: Option<NaiveDate>,
    /// What the sender thinks of the answer.
    pub rating: Option<Rating>,
    /// The day on which the sender asked for another look; once at most.
    pub reopened: Option<NaiveDate>,
    /// The lead case of the same matter.
    pub linked: Option<i64>,
    /// Whom it is about: that account never sees it.
    pub about: Option<i64>,
    /// What was so of it in its time.
    pub history: History,
    /// The level that has it at least, whenever it is open: the one above whom it is about.
    pub about_above: Level,
    /// Whether somebody said whom it is about, or that it is about nobody of the house.
    pub is_about_known: bool,
    /// Whether the sender added something that nobody of the house has answered to yet.
    pub has_news: bool,
    /// Events so far.
    pub events: u32,
    /// Where it stood before the sender was asked.
    resume: State,
}

/// A time in which the sender was waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wait {
    /// The day of the question.
    pub since: NaiveDate,
    /// The last day that is waited for.
    pub until: NaiveDate,
    /// The day it ended; none while it lasts.
    pub ended: Option<NaiveDate>,
}

/// A time in which a unit led.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lead {
    /// The unit's identity.
    pub unit: i64,
    /// Its first day.
    pub since: NaiveDate,
    /// The day on which another took over, or the case was answered.
    pub ended: Option<NaiveDate>,
}

impl Wait {
    /// The working days it took, of those after `from`: up to its end, its last day or today.
    pub fn working_days(&self, calendar: &Calendar, from: NaiveDate, today: NaiveDate) -> u32 {
        let end = self.ended.unwrap_or(today).min(self.until);
        calendar.between(self.since.max(from), end)
    }
}

impl Case {
    /// What a whole log makes; nothing if it does not begin with the sending.
    pub fn of<'a>(log: impl IntoIterator<Item = &'a Event>) -> Option<Self> {
        let mut log = log.into_iter();
        let mut case = Self::begun(log.next()?)?;
        for event in log {
            case.apply(event);
        }
        Some(case)
    }

    /// A case that was just sent.
    pub fn begun(event: &Event) -> Option<Self> {
        let Step::Sent { source, on, class, is_formal } = &event.step else { return None };
        Some(Self {
            state: State::New,
            source: *source,
            is_formal: *is_formal,
            class: class.clone(),
            sent: *on,
            passed_on: None,
            due_given: None,
            received: None,
            refused: None,
            asked: None,
            waits: Vec::new(),
            leads: Vec::new(),
            holder: None,
            supports: Vec::new(),
            offer: None,
            transfers: 0,
            is_ping_pong: false,
            level: Level::Unit,
            settled: None,
            promised: None,
            put_off: None,
            author: None,
            first_answered: None,
            answered: None,
            called: None,
            published: None,
            rating: None,
            reopened: None,
            linked: None,
            about: None,
            history: History::default(),
            about_above: Level::Unit,
            is_about_known: false,
            has_news: false,
            events: 1,
            resume: State::New,
        })
    }

    /// The day the count of working days starts after: sent, or passed on to us, or asked for another look.
    pub fn start(&self) -> NaiveDate {
        self.reopened.unwrap_or_else(|| self.first_start())
    }

    /// The same for the first answer, by which the case is counted.
    pub fn first_start(&self) -> NaiveDate {
        self.passed_on.unwrap_or(self.sent)
    }

    /// The unit that leads.
    pub fn lead(&self) -> Option<i64> {
        self.leads.last().filter(|lead| lead.ended.is_none()).map(|lead| lead.unit)
    }

    /// The unit it is shown under: the one that leads, or led when it was answered; none as long as it
    /// waits to be given to one, for the first time or again.
    pub fn unit(&self) -> Option<i64> {
        let state = if self.state == State::MoreInfo { self.resume } else { self.state };
        let is_given = !matches!(state, State::New | State::Received);
        self.leads.last().filter(|_| is_given).map(|lead| lead.unit)
    }

    /// Whether its sender is to be called back after a poor rating. Only such a case ends with a call.
    pub fn is_call(&self) -> bool {
        self.source == Source::Ballot
    }

    /// Whether its sender is told until when something is due: whoever left a name, or waits for a call.
    pub fn has_due_day(&self) -> bool {
        self.is_formal || self.is_call()
    }

    /// Whether a unit led before, or leads.
    pub fn was_with(&self, unit: i64) -> bool {
        self.leads.iter().any(|lead| lead.unit == unit)
    }

    /// The time in which the sender is waited for.
    pub fn wait(&self) -> Option<&Wait> {
        self.waits.last().filter(|wait| wait.ended.is_none())
    }
}
