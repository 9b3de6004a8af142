//! The steps that staff take, by name: what each needs beside the case, and who has the right to it.

use super::event::Step;
use crate::{code::codes, people::role::Action};

codes! {
    /// A step that somebody in the office may take.
    Order {
        /// Takes it as ours.
        Receive = 1 "receive",
        /// Refuses it, with body, rule and next step in words.
        Refuse = 2 "refuse",
        /// Asks its sender for more, until a day.
        Ask = 3 "ask",
        /// Takes the question back, or goes on without an answer.
        EndWait = 4 "end_wait",
        /// Gives it to its lead unit.
        Assign = 5 "assign",
        /// Gives it to a person of the lead unit.
        Name = 6 "name",
        /// Asks another unit for help.
        Support = 7 "support",
        /// Ends that help.
        EndSupport = 8 "end_support",
        /// Offers it to another unit.
        Offer = 9 "offer",
        /// Accepts what is offered.
        Accept = 10 "accept",
        /// Returns it.
        Return = 11 "return",
        /// Takes it one level up.
        Escalate = 12 "escalate",
        /// Decides what was taken up.
        Settle = 13 "settle",
        /// Writes to the sender that the answer comes on another day.
        Promise = 14 "promise",
        /// Puts it off until a day.
        PutOff = 15 "put_off",
        /// Gives an answer to be approved.
        Submit = 16 "submit",
        /// Sends it back to be written anew.
        SendBack = 17 "send_back",
        /// Approves it: the words are frozen and go to the sender.
        Approve = 18 "approve",
        /// Publishes question and answer, without what is personal.
        Publish = 19 "publish",
        /// Does not publish them, or no more.
        Unpublish = 20 "unpublish",
        /// Links it to a lead case.
        Link = 21 "link",
        /// Lets it stand alone again.
        Unlink = 22 "unlink",
        /// Leaves a note for colleagues.
        Note = 23 "note",
        /// Notes that another body passed it on.
        PassOn = 24 "pass_on",
        /// Notes that it was answered elsewhere.
        Finish = 25 "finish",
        /// Names the official whom it is about, or says that it names nobody.
        Concern = 26 "concern",
        /// Enters what the sender added by telephone or at a counter.
        Add = 27 "add",
        /// Enters what the sender thinks of the answer.
        Rate = 28 "rate",
        /// Enters that the sender asks for another look.
        Reopen = 29 "reopen",
        /// Notes that the sender was called back, with what was said.
        Call = 30 "call",
    }
}

/// What a step needs beside the case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Needs {
    /// A unit.
    pub unit: bool,
    /// A person.
    pub account: bool,
    /// A day.
    pub day: bool,
    /// Why it is refused.
    pub ground: bool,
    /// Another case.
    pub case: bool,
    /// Words: a reason, a question, an answer.
    pub words: bool,
    /// What the sender thinks of the answer.
    pub rating: bool,
}

impl Order {
    /// What it needs.
    pub fn needs(self) -> Needs {
        let words = Needs { words: true, ..Needs::default() };
        match self {
            Self::Refuse => Needs { ground: true, ..words },
            Self::Ask | Self::Promise | Self::PutOff | Self::Finish => Needs { day: true, ..words },
            Self::PassOn => Needs { day: true, ..Needs::default() },
            Self::Assign | Self::EndSupport => Needs { unit: true, ..Needs::default() },
            Self::Support | Self::Offer => Needs { unit: true, ..words },
            Self::Name => Needs { account: true, ..Needs::default() },
            Self::Link => Needs { case: true, ..Needs::default() },
            Self::Return
            | Self::Escalate
            | Self::Settle
            | Self::Submit
            | Self::SendBack
            | Self::Unpublish
            | Self::Note
            | Self::Add
            | Self::Call
            | Self::Reopen => words,
            Self::Rate => Needs { rating: true, ..Needs::default() },
            Self::Receive
            | Self::EndWait
            | Self::Accept
            | Self::Approve
            | Self::Publish
            | Self::Unlink
            // Nobody named says that it names nobody.
            | Self::Concern => Needs::default(),
        }
    }

    /// The right that it needs.
    pub fn right(self) -> Action {
        match self {
            Self::Receive | Self::Refuse | Self::Assign | Self::PassOn | Self::Finish => {
                Action::DirectFeedback
            }
            Self::Settle | Self::SendBack | Self::Approve => Action::ApproveFeedback,
            Self::Publish | Self::Unpublish => Action::PublishFeedback,
            Self::Add | Self::Rate | Self::Reopen => Action::RegisterFeedback,
            _ => Action::WorkOnFeedback,
        }
    }

    /// Whether staff only enter what the sender did by another way: the line is the sender's.
    pub fn is_senders(self) -> bool {
        matches!(self, Self::Add | Self::Rate | Self::Reopen)
    }

    /// Whether its words go to the sender, and are frozen as they stand.
    pub fn is_to_sender(self) -> bool {
        matches!(
            self,
            Self::Refuse | Self::Ask | Self::Promise | Self::Submit | Self::Finish | Self::Call
        )
    }

    /// The name under which a line of the log is read; none for what the sender or a rule does.
    pub fn of(step: &Step) -> Option<Self> {
        Some(match step {
            Step::Received => Self::Receive,
            Step::Refused { .. } => Self::Refuse,
            Step::Asked { .. } => Self::Ask,
            Step::WaitEnded => Self::EndWait,
            Step::Assigned { .. } => Self::Assign,
            Step::Named { .. } => Self::Name,
            Step::Supported { .. } => Self::Support,
            Step::Unsupported { .. } => Self::EndSupport,
            Step::Offered { .. } => Self::Offer,
            Step::Accepted => Self::Accept,
            Step::Returned => Self::Return,
            Step::Escalated { .. } => Self::Escalate,
            Step::Settled => Self::Settle,
            Step::Promised { .. } => Self::Promise,
            Step::PutOff { .. } => Self::PutOff,
            Step::Submitted => Self::Submit,
            Step::SentBack => Self::SendBack,
            Step::Approved => Self::Approve,
            Step::Published => Self::Publish,
            Step::Unpublished => Self::Unpublish,
            Step::Linked { .. } => Self::Link,
            Step::Unlinked => Self::Unlink,
            Step::Noted => Self::Note,
            Step::PassedOn { .. } => Self::PassOn,
            Step::Finished { .. } => Self::Finish,
            Step::Concerns { .. } => Self::Concern,
            Step::Added => Self::Add,
            Step::Rated { .. } => Self::Rate,
            Step::Reopened => Self::Reopen,
            Step::Called => Self::Call,
            Step::Sent { .. }
            | Step::DueGiven { .. }
            | Step::Succeeded { .. }
            | Step::AnsweredWith { .. } => return None,
        })
    }
}
