//! What is wrong with something sent in, said so that the sender can mend it.

mod attachment;
mod file;
mod step;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

pub use self::{
    attachment::AttachmentReason,
    file::{FileReason, Loss},
    step::Misstep,
};

/// One thing to mend: where it stands and why it cannot be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where it stands.
    pub place: Place,
    /// Why it was refused. The words for it are in the text catalogue, those about a file in the
    /// import.
    pub reason: Reason,
    /// What else the words about a file name: the code that nobody has, the choices there are, the
    /// other line. Empty in a form.
    pub detail: String,
}

/// Where a fault stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The field of a form as the sender named it, such as `answers.B2` or `comment`.
    Field(String),
    /// The cell of a file.
    Cell {
        /// The line as a spreadsheet counts; 0 stands for the whole file.
        line: usize,
        /// The name of the column, or nothing where the whole line or file is meant.
        column: String,
    },
}

impl Fault {
    /// A fault of one field of a form.
    pub fn new(field: impl Into<String>, reason: Reason) -> Self {
        Self { place: Place::Field(field.into()), reason, detail: String::new() }
    }

    /// A fault in a line of a file; the column may be empty.
    pub fn at(line: usize, column: &str, reason: impl Into<Reason>) -> Self {
        let place = Place::Cell { line, column: column.to_owned() };
        Self { place, reason: reason.into(), detail: String::new() }
    }

    /// A fault of a file as a whole.
    pub fn file(reason: impl Into<Reason>) -> Self {
        Self::at(0, "", reason)
    }

    /// The same with what else its words name.
    pub fn about(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    /// The name of its field or column.
    pub fn field(&self) -> &str {
        match &self.place {
            Place::Field(name) | Place::Cell { column: name, .. } => name,
        }
    }

    /// Its line in a file; 0 in a form.
    pub fn line(&self) -> usize {
        match self.place {
            Place::Field(_) => 0,
            Place::Cell { line, .. } => line,
        }
    }
}

/// Makes an enum whose variants, whatever they hold, have a stable code. A variant may hold another
/// such enum, whose codes are its own.
macro_rules! reasons {
    ($(#[$doc:meta])* $name:ident {
        $($(#[$vdoc:meta])* $variant:ident $(($($held:ty),+))? = $code:literal,)+
        $(@ $(#[$ndoc:meta])* $nested:ident($inner:ty),)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name {
            $($(#[$vdoc])* $variant $(($($held),+))?,)+
            $($(#[$ndoc])* $nested($inner),)*
        }

        impl $name {
            /// Every code.
            pub const CODES: &[&str] = &[$($code,)+];

            /// The stable code programs go by.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $code,)+
                    $(Self::$nested(reason) => reason.code(),)*
                }
            }
        }
    };
}

pub(crate) use reasons;

reasons! {
    /// Every reason for which something can be refused.
    Reason {
        /// A field that must be there is missing.
        Missing = "missing",
        /// A field holds another kind of value than it should.
        WrongType = "wrong_type",
        /// A field this call does not know.
        UnknownField = "unknown_field",
        /// The id is not a UUID.
        BadId = "bad_id",
        /// A date is not written `YYYY-MM-DD`, a month not `YYYY-MM`.
        BadDate = "bad_date",
        /// A value that is not on the list.
        UnknownChoice = "unknown_choice",
        /// No campaign of this code.
        UnknownCampaign = "unknown_campaign",
        /// The campaign has not begun.
        NotOpenYet = "not_open_yet",
        /// The campaign is over.
        Closed = "closed",
        /// The campaign takes no ballots that come this way.
        OtherWay = "other_way",
        /// The unit has nothing to do with the procedure that is named beside it.
        OtherUnit = "other_unit",
        /// The answers belong to another version of the questions.
        OtherVersion = "other_version",
        /// The instrument has no such item.
        UnknownItem = "unknown_item",
        /// An item is answered more than once.
        Repeated = "repeated",
        /// The item is not asked for this channel.
        NotAsked = "not_asked",
        /// The level is not on the item's scale, which ends at the number held here.
        LevelOutOfRange(u8) = "level_out_of_range",
        /// Neither an answer nor a comment.
        Empty = "empty",
        /// Longer than the number of characters held here.
        TooLong(usize) = "too_long",
        /// More answers than the number held here.
        TooMany(usize) = "too_many",
        /// An export of more rows than the number held here.
        TooManyRows(usize) = "too_many_rows",
        /// No service point of this code.
        UnknownServicePoint = "unknown_service_point",
        /// No unit of this code.
        UnknownUnit = "unknown_unit",
        /// No procedure of this code.
        UnknownProcedure = "unknown_procedure",
        /// Known, but not valid on the day.
        NotValidThen = "not_valid_then",
        /// No invitation with this token.
        UnknownToken = "unknown_token",
        /// The invitation with this token was answered before.
        TokenUsed = "token_used",
        /// Not a mobile number.
        BadPhone = "bad_phone",
        /// Not a telephone number as people dial it.
        BadHotline = "bad_hotline",
        /// Not an e-mail address.
        BadEmail = "bad_email",
        /// The address of a program is none that may be called.
        BadWebAddress = "bad_web_address",
        /// The period ends before it begins.
        EndsBeforeItBegins = "ends_before_it_begins",
        /// No instrument of this code and version.
        UnknownInstrument = "unknown_instrument",
        /// No method of this code.
        UnknownMethod = "unknown_method",
        /// Shorter than the number of characters held here.
        TooShort(usize) = "too_short",
        /// Among the passwords that are tried first.
        TooCommon = "too_common",
        /// Not a number from the first held here to the second.
        OutOfRange(i64, i64) = "out_of_range",
        /// Not a share from 0 to 100 percent with two decimals.
        NotPercent = "out_of_range",
        /// Not a whole number.
        NotWhole = "not_whole",
        /// Not a name to sign in with.
        BadName = "bad_name",
        /// Another has this name.
        Taken = "taken",
        /// No account has this name and password.
        WrongSignIn = "wrong_sign_in",
        /// Not the account's password.
        WrongPassword = "wrong_password",
        /// Not a code that opens now.
        WrongCode = "wrong_code",
        /// Who signed in elsewhere is linked to no account that opens.
        NotLinked = "not_linked",
        /// Who signed in elsewhere is linked to another account.
        LinkedElsewhere = "linked_elsewhere",
        /// It was not shown that somebody signed in elsewhere.
        NotShown = "not_shown",
        /// More than whoever gives it may give.
        NotYoursToGive = "not_yours_to_give",
        /// Not done to one's own account.
        NotToOneself = "not_to_oneself",
        /// There is one already; it has to be taken away first.
        AlreadySet = "already_set",
        /// Nobody would be left who can keep accounts.
        LastAdministrator = "last_administrator",
        /// More than one line where one belongs.
        LineBreak = "line_break",
        /// Not a code of letters, digits, dots, dashes and underscores.
        BadCode = "bad_code",
        /// Not a procedure's code.
        BadProcedureCode = "bad_procedure_code",
        /// Not a campaign's code.
        BadCampaignCode = "bad_campaign_code",
        /// The same entry twice.
        Twice = "twice",
        /// More entries than the number held here.
        TooManyEntries(usize) = "too_many_entries",
        /// The unit is not there on all days of the entry.
        NotThereThen = "not_there_then",
        /// The days meet those of the version that begins on the day held here.
        Overlap(NaiveDate) = "overlap",
        /// This would be left with a unit that has ended.
        LeavesBehind = "leaves_behind",
        /// The units above lead back to this one.
        Circle = "circle",
        /// Ballots are stamped with this version, so it stays as it is.
        Frozen = "frozen",
        /// Ballots were given under this version until the day held here.
        EndsBeforeBallots(NaiveDate) = "ends_before_ballots",
        /// Ballots came in for this campaign, so it stays as it is.
        InUse = "in_use",
        /// The campaign has as many ballots as it takes.
        Full = "full",
        /// A day of another year.
        OtherYear = "other_year",
        /// A make-up day that is no Saturday or Sunday.
        NotWeekend = "not_weekend",
        /// Personal details without the agreement to their use.
        ConsentNeeded = "consent_needed",
        /// Personal details of somebody under eighteen.
        UnderAge = "under_age",
        /// Nowhere to send an answer to.
        Unreachable = "unreachable",
        /// This number came before, and said something else here.
        OtherContent = "other_content",
        /// This number is that of a case that was entered here by hand.
        EnteredByHand = "entered_by_hand",
        /// No case fills this place of a template; in this line, at this letter. The fault's detail is
        /// what stands in its braces.
        UnknownPlaceholder(usize, usize) = "unknown_placeholder",
        /// Nothing was put in this place of a template; in this line, at this letter.
        EmptyPlaceholder(usize, usize) = "empty_placeholder",
        /// A page that is none of the office's.
        NoSuchPage = "no_such_page",
        /// One person keeps no more than this many.
        Enough(usize) = "enough",
        @
        /// A step of a case that may not come now.
        Misstep(Misstep),
        @
        /// What only a file is refused for.
        File(FileReason),
        @
        /// What only a picture or document that comes with words is refused for.
        Attachment(AttachmentReason),
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
