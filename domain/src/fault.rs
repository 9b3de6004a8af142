//! What is wrong with something sent in, said so that the sender can mend it.

use serde::{Deserialize, Serialize};

/// One thing to mend: where it stands and why it cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The field as the sender named it, such as `answers.B2` or `comment`.
    pub field: String,
    /// Why it was refused. The words for it are in the text catalogue.
    pub reason: Reason,
}

impl Fault {
    /// A fault of one field.
    pub fn new(field: impl Into<String>, reason: Reason) -> Self {
        Self { field: field.into(), reason }
    }
}

/// Every reason for which something can be refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A field that must be there is missing.
    Missing,
    /// A field holds another kind of value than it should.
    WrongType,
    /// A field this call does not know.
    UnknownField,
    /// The id is not a UUID.
    BadId,
    /// A date is not written `YYYY-MM-DD`, a month not `YYYY-MM`.
    BadDate,
    /// A value that is not on the list.
    UnknownChoice,
    /// No campaign of this code.
    UnknownCampaign,
    /// The campaign has not begun.
    NotOpenYet,
    /// The campaign is over.
    Closed,
    /// The answers belong to another version of the questions.
    OtherVersion,
    /// The instrument has no such item.
    UnknownItem,
    /// An item is answered more than once.
    Repeated,
    /// The item is not asked for this channel.
    NotAsked,
    /// The level is not on the item's scale, which ends at the number held here.
    LevelOutOfRange(u8),
    /// Neither an answer nor a comment.
    Empty,
    /// Longer than the number of characters held here.
    TooLong(usize),
    /// More answers than the number held here.
    TooMany(usize),
    /// No service point of this code.
    UnknownServicePoint,
    /// No unit of this code.
    UnknownUnit,
    /// No procedure of this code.
    UnknownProcedure,
    /// Known, but not valid on the day.
    NotValidThen,
    /// No invitation with this token.
    UnknownToken,
    /// The period ends before it begins.
    EndsBeforeItBegins,
    /// No instrument of this code and version.
    UnknownInstrument,
    /// No method of this code.
    UnknownMethod,
}

impl Reason {
    /// The stable code programs go by.
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::WrongType => "wrong_type",
            Self::UnknownField => "unknown_field",
            Self::BadId => "bad_id",
            Self::BadDate => "bad_date",
            Self::UnknownChoice => "unknown_choice",
            Self::UnknownCampaign => "unknown_campaign",
            Self::NotOpenYet => "not_open_yet",
            Self::Closed => "closed",
            Self::OtherVersion => "other_version",
            Self::UnknownItem => "unknown_item",
            Self::Repeated => "repeated",
            Self::NotAsked => "not_asked",
            Self::LevelOutOfRange(_) => "level_out_of_range",
            Self::Empty => "empty",
            Self::TooLong(_) => "too_long",
            Self::TooMany(_) => "too_many",
            Self::UnknownServicePoint => "unknown_service_point",
            Self::UnknownUnit => "unknown_unit",
            Self::UnknownProcedure => "unknown_procedure",
            Self::NotValidThen => "not_valid_then",
            Self::UnknownToken => "unknown_token",
            Self::EndsBeforeItBegins => "ends_before_it_begins",
            Self::UnknownInstrument => "unknown_instrument",
            Self::UnknownMethod => "unknown_method",
        }
    }
}

/// A fault as it travels: `field`, stable `code`, and a message in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SpokenFault {
    /// The field as the sender named it.
    pub field: String,
    /// The stable code of [`Reason::code`].
    pub code: String,
    /// What to do, in the reader's language.
    pub message: String,
}
