//! What is wrong in a file: the line, the column, and what to do about it.

use chrono::NaiveDate;

/// One thing to mend before the file can be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line as a spreadsheet counts; 0 stands for the whole file.
    pub row: usize,
    /// The name of the column, or nothing where the whole line or file is meant.
    pub column: String,
    /// Why.
    pub reason: Reason,
}

/// Every reason for which a file is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Larger than this many bytes.
    TooBig(u64),
    /// Small as a file, but too large once unpacked.
    TooBigUnpacked,
    /// More than this many lines.
    TooManyLines(usize),
    /// More than this many columns.
    TooManyColumns(usize),
    /// Nothing in it.
    EmptyFile,
    /// Text in another encoding.
    NotUtf8,
    /// The old XLS format.
    OldWorkbook,
    /// An archive that is no workbook we can read.
    BrokenWorkbook,
    /// A quotation mark is opened and never closed.
    OpenQuote,
    /// A cell holds more than one line, as it does where a quotation mark too many swallows the
    /// lines below.
    LineBreak,
    /// A column that must be there is not.
    MissingColumn,
    /// A column that is not known; the known ones.
    UnknownColumn(String),
    /// Two columns mean the same.
    RepeatedColumn,
    /// Something stands beyond the last named column.
    StrayCell,
    /// A formula failed.
    BrokenCell,
    /// Nothing stands where something must.
    Missing,
    /// Longer than this many characters.
    TooLong(usize),
    /// Not a code of the form described.
    BadCode(&'static str),
    /// Not a date.
    BadDate,
    /// Not a whole number within these limits.
    BadNumber(i64, i64),
    /// Not on the list given.
    UnknownChoice(String),
    /// The period ends before it begins.
    EndsBeforeItBegins,
    /// The same entry stands in another line.
    Duplicate(usize),
    /// The days of two versions meet; the other's first day and line.
    Overlap(NaiveDate, Option<usize>),
    /// No unit of this code.
    UnknownUnit(String),
    /// The unit named is not there on all days of this entry.
    UnitNotValidThen(String),
    /// The unit of this line is shortened, and this unit below it is left without it.
    LeavesUnitBelow(String),
    /// The units above lead back to this one.
    Circle,
    /// No instrument of this code and version.
    UnknownInstrument(String),
    /// Ballots are stamped with this version, so it stays as it is.
    Frozen,
    /// Ballots were given under this version until this day.
    EndsBeforeBallots(NaiveDate),
    /// Ballots were given under this campaign, so it stays as it is.
    InUse,
    /// What only people to invite are refused for.
    Invited(Invited),
}

/// Every reason for which somebody is not invited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Invited {
    /// No procedure of this code today.
    UnknownProcedure(String),
    /// No service point of this code today.
    UnknownServicePoint(String),
    /// Not a mobile number.
    BadPhone,
    /// Not an e-mail address.
    BadEmail,
    /// Neither a number nor an address.
    NoWay,
    /// This dossier is in the campaign already.
    Known,
    /// The unit is not one of those whose people this account may change.
    OutOfReach,
}

impl Fault {
    /// A fault in a line; the column may be empty.
    pub fn at(row: usize, column: &str, reason: Reason) -> Self {
        Self { row, column: column.to_owned(), reason }
    }

    /// A fault of the file as a whole.
    pub fn file(reason: Reason) -> Self {
        Self::at(0, "", reason)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.row, self.column.as_str()) {
            (0, "") => write!(f, "Tệp")?,
            (0, column) => write!(f, "Cột {column}")?,
            (row, "") => write!(f, "Dòng {row}")?,
            (row, column) => write!(f, "Dòng {row}, cột {column}")?,
        }
        write!(f, ": {} [{}]", self.reason, self.reason.code())
    }
}

impl Reason {
    /// The stable code programs go by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooBig(_) => "too_big",
            Self::TooBigUnpacked => "too_big_unpacked",
            Self::TooManyLines(_) => "too_many_lines",
            Self::TooManyColumns(_) => "too_many_columns",
            Self::EmptyFile => "empty_file",
            Self::NotUtf8 => "not_utf8",
            Self::OldWorkbook => "old_workbook",
            Self::BrokenWorkbook => "broken_workbook",
            Self::OpenQuote => "open_quote",
            Self::LineBreak => "line_break",
            Self::MissingColumn => "missing_column",
            Self::UnknownColumn(_) => "unknown_column",
            Self::RepeatedColumn => "repeated_column",
            Self::StrayCell => "stray_cell",
            Self::BrokenCell => "broken_cell",
            Self::Missing => "missing",
            Self::TooLong(_) => "too_long",
            Self::BadCode(_) => "bad_code",
            Self::BadDate => "bad_date",
            Self::BadNumber(..) => "bad_number",
            Self::UnknownChoice(_) => "unknown_choice",
            Self::EndsBeforeItBegins => "ends_before_it_begins",
            Self::Duplicate(_) => "duplicate",
            Self::Overlap(..) => "overlap",
            Self::UnknownUnit(_) => "unknown_unit",
            Self::UnitNotValidThen(_) => "unit_not_valid_then",
            Self::LeavesUnitBelow(_) => "leaves_unit_below",
            Self::Circle => "circle",
            Self::UnknownInstrument(_) => "unknown_instrument",
            Self::Frozen => "frozen",
            Self::EndsBeforeBallots(_) => "ends_before_ballots",
            Self::InUse => "in_use",
            Self::Invited(reason) => reason.code(),
        }
    }
}

impl Invited {
    /// The stable code programs go by.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownProcedure(_) => "unknown_procedure",
            Self::UnknownServicePoint(_) => "unknown_service_point",
            Self::BadPhone => "bad_phone",
            Self::BadEmail => "bad_email",
            Self::NoWay => "no_way",
            Self::Known => "known",
            Self::OutOfReach => "out_of_reach",
        }
    }
}
