//! A case as its page shows it.

use serde::{Deserialize, Serialize};

pub use super::due::DueView;
use super::{inbox::CaseRow, lesson::CaseLesson, request::RequestRow};
use crate::feedback::{kind::Rating, order::Order};

/// A case with its log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CasePage {
    /// What a list shows.
    pub row: CaseRow,
    /// How many lines the log has: what a step names as `seen`.
    pub seen: u32,
    /// Its number in another system.
    pub outside_number: Option<String>,
    /// Whether its sender agreed to its publication.
    pub is_publishable: bool,
    /// The code of the procedure it is about.
    pub procedure: Option<String>,
    /// The newest code of the unit its sender named.
    pub named_unit: Option<String>,
    /// The code of the service point where it was sent.
    pub service_point: Option<String>,
    /// Who sent it; only to those who handle it, and each look is on the record.
    pub sender: Option<SenderView>,
    /// The log, the first line first.
    pub lines: Vec<LineView>,
    /// Why it is due when it is.
    pub due: Option<DueView>,
    /// Units that help.
    pub supports: Vec<String>,
    /// Every unit that led, with the working days it had the case.
    pub held: Vec<HeldView>,
    /// The day for which an answer is promised, `YYYY-MM-DD`.
    pub promised: Option<String>,
    /// What its sender thinks of the answer.
    pub rating: Option<Rating>,
    /// Cases that may be about the same.
    pub similar: Vec<SimilarView>,
    /// Cases that are linked to this one.
    pub links: Vec<i64>,
    /// Who else has it open.
    pub viewers: Vec<String>,
    /// What may be done next by whoever asks.
    pub orders: Vec<Order>,
    /// The people of the lead unit: account and name.
    pub people: Vec<PersonView>,
    /// The last day that may be named when the sender is asked for more.
    pub longest_wait: String,
    /// What whoever asks was writing.
    pub draft: Option<DraftView>,
    /// Question and answer as they may be published, with what looks personal left out.
    pub public: Option<PublicView>,
    /// Co-ordination requests that belong to it.
    pub requests: Vec<RequestRow>,
    /// What was learned from it.
    pub lessons: Vec<CaseLesson>,
    /// Whether whoever asks may write what was learned.
    pub may_teach: bool,
}

/// Who else has a case open.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ViewersView {
    /// Their names.
    pub viewers: Vec<String>,
}

/// Who sent a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SenderView {
    /// The name.
    pub name: String,
    /// The telephone number; may be empty.
    pub phone: String,
    /// Where an answer goes.
    pub address: String,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct LineView {
    /// Its place, from 1.
    pub place: i64,
    /// The local day, `YYYY-MM-DD`.
    pub day: String,
    /// The local time, `HH:MM`; empty where only the day is known.
    pub time: String,
    /// The name of whoever did it; nothing where the sender or a rule did.
    pub actor: Option<String>,
    /// Whether its sender did it.
    pub is_sender: bool,
    /// The name of the step, such as `assigned`.
    pub step: String,
    /// The newest code of a unit it names.
    pub unit: Option<String>,
    /// The name of a person it names.
    pub person: Option<String>,
    /// A day it names, `YYYY-MM-DD`.
    pub until: Option<String>,
    /// Another name it holds: a ground, a rating, a level, the number of a case.
    pub detail: Option<String>,
    /// The words that go with it, as far as they are kept; masked where the reader does not handle it.
    pub words: Option<String>,
    /// Whether the words went to the sender.
    pub is_to_sender: bool,
    /// What came with it.
    pub files: Vec<FileView>,
}

/// A file of a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct FileView {
    /// Its number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// Its size in bytes.
    pub size: i64,
}

/// A unit that led.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HeldView {
    /// Its newest code.
    pub unit: String,
    /// Working days.
    pub days: u32,
    /// Whether it leads now.
    pub is_lead: bool,
}

/// A case that may be about the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SimilarView {
    /// Its number.
    pub number: i64,
    /// Its code.
    pub code: String,
    /// Its first words.
    pub subject: String,
    /// The day it was sent.
    pub sent: String,
    /// Whether the same number sent it.
    pub is_same_phone: bool,
}

/// Somebody who may be given a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PersonView {
    /// The account.
    pub name: String,
    /// The person.
    pub full_name: String,
}

/// A draft of the reader's own, on whichever case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnDraft {
    /// The number of the case.
    pub number: i64,
    /// Whether the case is there for the reader still.
    pub is_there: bool,
    /// The draft.
    #[serde(flatten)]
    pub draft: DraftView,
}

/// What somebody was writing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DraftView {
    /// The text.
    pub text: String,
    /// When it was saved: local day and time, `YYYY-MM-DD HH:MM`.
    pub saved: String,
}

/// Question and answer for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublicView {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
}
