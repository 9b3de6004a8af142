//! What the sender of feedback sees of it, with code and pin.

use serde::{Deserialize, Serialize};

use super::kind::{Ground, Kind, PublicState, Rating};

/// Feedback as its sender follows it. Days are written `YYYY-MM-DD`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FeedbackView {
    /// Its code.
    pub code: String,
    /// What it is about.
    pub kind: Kind,
    /// Whether it has a name and an address to answer to.
    pub is_formal: bool,
    /// Whether its sender asked to be called after a poor rating: the rating is another one, beside the
    /// first, which stays as it is.
    pub is_call: bool,
    /// Where it stands, in the public words.
    pub state: PublicState,
    /// Its first words.
    pub subject: String,
    /// The unit in charge.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NamedUnit>,
    /// The way it went, in order.
    pub way: Vec<PassedState>,
    /// Until when it is to be answered; nothing once it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<DueReason>,
    /// The day for which an answer is promised; the day it is due stays.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised: Option<String>,
    /// Until when the sender is waited for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_until: Option<String>,
    /// What was said, in order: by the sender, and to them.
    pub words: Vec<SpokenWords>,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refused: Option<Ground>,
    /// What the sender thinks of the answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<Rating>,
    /// Whether the answer may be rated.
    pub may_rate: bool,
    /// Until when another look may be asked for; nothing, if it may not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reopen_until: Option<String>,
}

/// Something with a code and a name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct NamedUnit {
    /// The code.
    pub code: String,
    /// The name in the reader's language.
    pub name: String,
}

/// A state that it came to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PassedState {
    /// Which.
    pub state: PublicState,
    /// On which day.
    pub day: String,
    /// To which unit it was given then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

/// A day something is due, with its reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DueReason {
    /// The last day in time.
    pub on: String,
    /// The day the count starts after.
    pub from: String,
    /// Working days that are counted.
    pub days: u32,
    /// Working days of waiting for the sender among them.
    pub waited: u32,
    /// Working days left: 0 on the last day, negative once it is late.
    pub left: i64,
    /// Days off work between the two that are no weekend.
    pub holidays: Vec<String>,
    /// Weekend days between the two on which people work.
    pub make_up: Vec<String>,
}

/// Words that were said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SpokenWords {
    /// What they were said with.
    pub with: SpokenWith,
    /// On which day.
    pub day: String,
    /// By which unit; nothing for the sender.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The words; nothing, where they were removed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// How many files came with them.
    pub files: u32,
    /// These files, on the sender's own page.
    #[serde(skip)]
    pub attachments: Vec<OwnFile>,
}

/// A file that the sender sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnFile {
    /// Its number.
    pub id: i64,
    /// Its name as it is kept.
    pub name: String,
    /// Its size in bytes.
    pub size: i64,
}

/// What words were said with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum SpokenWith {
    /// The sender sent it.
    Sent,
    /// The sender was asked for more.
    Asked,
    /// The sender added something.
    Added,
    /// An answer was promised for another day.
    Promised,
    /// The answer.
    Answer,
    /// The sender was called, and this was said.
    Called,
    /// It is not ours, and why.
    Refusal,
    /// The sender asked for another look.
    Reopened,
}

/// What the sender adds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Addition {
    /// The words, at most 5000 characters.
    pub text: String,
}

/// What the sender thinks of the answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct RatingSent {
    /// What.
    pub rating: Rating,
}

/// Question and answer as they are published, without what is personal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedView {
    /// Its address, which leads to no case.
    pub code: String,
    /// The day it was published.
    pub day: String,
    /// The unit that answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<NamedUnit>,
    /// Lĩnh vực of the procedure it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// Its first words.
    pub subject: String,
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}

/// What everybody is told of closed months.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CounterPage {
    /// The period scheme whose months these are.
    pub scheme: String,
    /// Where it is laid down.
    pub basis: String,
    /// Every count is told to the nearest multiple of this.
    pub rounded_to: u64,
    /// The months, the newest first.
    pub rows: Vec<CounterRow>,
}

/// A month's counts; none of a month in which too few cases came.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CounterRow {
    /// The month, `YYYY-MM`.
    pub month: String,
    /// The day as of which it was counted, once and for all.
    pub as_of: String,
    /// Formal cases that first came in the month.
    pub received: Option<u64>,
    /// Of these, answered.
    pub answered: Option<u64>,
    /// Of the answered, in time.
    pub on_time: Option<u64>,
    /// Of the answered, accepted by their senders.
    pub accepted: Option<u64>,
    /// Of the answered, looked at again.
    pub reopened: Option<u64>,
    /// Of the answered, published.
    pub published: Option<u64>,
}
