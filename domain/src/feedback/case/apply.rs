//! What each line of a log does to a case.

use chrono::NaiveDate;

use super::{Case, Lead, Wait};
use crate::{
    day::local_day,
    feedback::{
        event::{Actor, Event, Step},
        kind::{Level, State},
    },
};

impl Case {
    /// Adds a line of the log. Whether it may come is decided by [`super::steps::check`].
    pub fn apply(&mut self, event: &Event) {
        let day = local_day(event.at);
        self.events += 1;
        match event.actor {
            Actor::Sender => self.has_news |= event.step == Step::Added,
            Actor::Staff { .. } => self.has_news = false,
            Actor::Clock => {}
        }
        match &event.step {
            Step::Sent { .. } | Step::Noted => {}
            Step::PassedOn { on } => self.passed_on = Some(*on),
            Step::DueGiven { on } => self.due_given = Some(*on),
            Step::Linked { case } => self.linked = Some(*case),
            Step::Unlinked => self.linked = None,
            Step::Escalated { to, .. } => self.level = *to,
            Step::Settled => {
                // Not below the level that is above whom it is about.
                self.level = self.about_above;
                self.settled = Some(day);
            }
            Step::Rated { rating } => self.rating = Some(*rating),
            Step::Received => {
                self.state = State::Received;
                self.received = Some(day);
            }
            Step::Refused { ground } => {
                self.state = State::Refused;
                self.refused = Some((*ground, day));
            }
            step @ (Step::Asked { .. } | Step::Added | Step::WaitEnded) => self.wait_for(step, day),
            Step::Reopened => self.reopen(day),
            Step::Concerns { account, above } => self.concern(*account, *above),
            step => self.work(step, &event.actor, day),
        }
        self.note(day);
    }

    /// It is about somebody: they have no part in it any more, and it is up to who is above them.
    fn concern(&mut self, account: Option<i64>, above: Level) {
        self.about = account;
        self.is_about_known = true;
        self.about_above = account.map_or(Level::Unit, |_| above);
        let Some(account) = account else { return };
        if !self.state.is_answered() && !self.state.is_finished() {
            self.level = self.level.max(above);
        }
        let is_theirs = |it: Option<i64>| it == Some(account);
        let is_unfit = match self.state {
            State::AwaitingApproval => is_theirs(self.author),
            _ => false,
        };
        if is_theirs(self.holder) {
            self.holder = None;
            if self.resume == State::InProgress {
                self.resume = State::Assigned;
            }
        }
        if is_unfit || self.state == State::InProgress {
            self.state = self.worked_on();
        }
    }

    /// With its person, or with its unit while there is none.
    fn worked_on(&self) -> State {
        if self.holder.is_some() { State::InProgress } else { State::Assigned }
    }

    /// The sender is asked, answers, or does not.
    fn wait_for(&mut self, step: &Step, day: NaiveDate) {
        if let Step::Asked { until } = step {
            if self.received.is_none() {
                self.asked.get_or_insert(day);
            }
            self.waits.push(Wait { since: day, until: *until, ended: None });
            self.resume = std::mem::replace(&mut self.state, State::MoreInfo);
        } else if self.state == State::MoreInfo {
            self.state = self.resume;
            if let Some(wait) = self.waits.last_mut() {
                wait.ended = Some(day);
            }
        }
    }

    /// Another look by another person: Văn phòng Sở gives it anew, and must approve what comes of it.
    fn reopen(&mut self, day: NaiveDate) {
        self.state = State::Received;
        self.reopened = Some(day);
        self.level = self.level.max(Level::Office).max(self.about_above);
        (self.answered, self.published, self.rating, self.holder) = (None, None, None, None);
    }

    /// What is done inside the house.
    fn work(&mut self, step: &Step, actor: &Actor, day: NaiveDate) {
        match step {
            Step::Assigned { unit } => self.hand_over(*unit, day),
            Step::Succeeded { unit } => self.succeed(*unit, day),
            Step::Named { account } => {
                self.holder = Some(*account);
                self.state = State::InProgress;
            }
            Step::Supported { unit } => self.supports.push(*unit),
            Step::Unsupported { unit } => self.supports.retain(|it| it != unit),
            Step::Offered { .. } | Step::Accepted | Step::Returned => self.transfer(step, day),
            Step::Promised { on } => self.promised = Some(*on),
            Step::PutOff { until } => self.put_off = Some(*until),
            step => self.conclude(step, actor, day),
        }
    }

    /// Offered, accepted, returned.
    fn transfer(&mut self, step: &Step, day: NaiveDate) {
        match step {
            Step::Offered { unit } => {
                self.is_ping_pong |= self.was_with(*unit) || self.transfers > 0;
                self.offer = Some(*unit);
                self.resume = std::mem::replace(&mut self.state, State::Transfer);
            }
            Step::Accepted => {
                if let Some(unit) = self.offer.take() {
                    self.transfers += 1;
                    self.hand_over(unit, day);
                }
            }
            _ => {
                self.offer = None;
                self.state = self.resume;
            }
        }
    }

    /// From the answer to its end.
    fn conclude(&mut self, step: &Step, actor: &Actor, day: NaiveDate) {
        match step {
            Step::Submitted => {
                self.state = State::AwaitingApproval;
                self.author = match actor {
                    Actor::Staff { account, .. } => Some(*account),
                    Actor::Sender | Actor::Clock => None,
                };
            }
            Step::SentBack => self.state = self.worked_on(),
            Step::Approved => self.answer(State::AwaitingPublication, day),
            Step::AnsweredWith { .. } => {
                self.received.get_or_insert(day);
                self.answer(State::Answered, day);
            }
            Step::Finished { on } => {
                self.received.get_or_insert(day);
                self.answer(State::Answered, *on);
            }
            Step::Called => {
                self.received.get_or_insert(day);
                self.called.get_or_insert(day);
                self.answer(State::Answered, day);
            }
            Step::Published => {
                self.state = State::Published;
                self.published = Some(day);
            }
            _ => {
                self.state = State::Answered;
                self.published = Some(day);
            }
        }
    }

    fn answer(&mut self, state: State, day: NaiveDate) {
        self.state = state;
        self.answered = Some(day);
        self.first_answered.get_or_insert(day);
        (self.put_off, self.promised, self.level) = (None, None, Level::Unit);
        self.offer = None;
        if let Some(wait) = self.waits.last_mut() {
            wait.ended = wait.ended.or(Some(day));
        }
        if let Some(lead) = self.leads.last_mut() {
            lead.ended = lead.ended.or(Some(day));
        }
    }

    /// A unit leads from this day on, and no other.
    fn hand_over(&mut self, unit: i64, day: NaiveDate) {
        if let Some(lead) = self.leads.last_mut() {
            lead.ended = lead.ended.or(Some(day));
        }
        self.leads.push(Lead { unit, since: day, ended: None });
        self.supports.retain(|it| *it != unit);
        (self.offer, self.holder, self.put_off) = (None, None, None);
        self.state = State::Assigned;
    }

    /// A successor takes the place of its predecessor; whoever worked on it goes on where they are.
    fn succeed(&mut self, unit: i64, day: NaiveDate) {
        if self.lead().is_none() {
            return;
        }
        if let Some(lead) = self.leads.last_mut() {
            lead.ended = Some(day);
        }
        self.leads.push(Lead { unit, since: day, ended: None });
        self.supports.retain(|it| *it != unit);
    }
}
