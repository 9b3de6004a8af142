//! What only a file is refused for: the import finds it and has the words for it.

use super::{Reason, reasons};

reasons! {
    /// Every reason for which a file, and no form, is refused.
    FileReason {
        /// Larger than this many bytes.
        TooBig(u64) = "too_big",
        /// Small as a file, but too large once unpacked.
        TooBigUnpacked = "too_big_unpacked",
        /// More than this many lines.
        TooManyLines(usize) = "too_many_lines",
        /// More than this many columns.
        TooManyColumns(usize) = "too_many_columns",
        /// Nothing in it.
        EmptyFile = "empty_file",
        /// A workbook that opens with a password only.
        LockedWorkbook = "locked_workbook",
        /// The columns are on a sheet that is hidden; the fault's detail names it.
        HiddenSheet = "hidden_sheet",
        /// One cell stands for several columns.
        MergedCell = "merged_cell",
        /// Letters are lost or stand for others, most likely in the way held here.
        LostLetters(Loss) = "lost_letters",
        /// A day and a month that could be a month and a day.
        UnclearDate = "unclear_date",
        /// Text in another encoding.
        NotUtf8 = "not_utf8",
        /// The old XLS format.
        OldWorkbook = "old_workbook",
        /// An archive that is no workbook we can read.
        BrokenWorkbook = "broken_workbook",
        /// A quotation mark is opened and never closed.
        OpenQuote = "open_quote",
        /// A column that must be there is not.
        MissingColumn = "missing_column",
        /// A column that is not known; the fault's detail lists the known ones.
        UnknownColumn = "unknown_column",
        /// Two columns mean the same.
        RepeatedColumn = "repeated_column",
        /// Something stands beyond the last named column.
        StrayCell = "stray_cell",
        /// A formula failed.
        BrokenCell = "broken_cell",
        /// The unit ends, and a procedure that it leads goes on; the fault's detail is its code.
        LeavesProcedure = "leaves_procedure",
        /// The unit ends, and a campaign about it goes on; the fault's detail is its code.
        LeavesCampaign = "leaves_campaign",
        /// Somebody to invite has neither a number nor an address.
        NoWay = "no_way",
        /// This dossier is in the campaign already.
        Known = "known",
        /// This number of this channel is that of a case that is here; the fault's detail is its number.
        KnownCase = "known_case",
        /// Every line of the file is a case that is here: the file was taken before.
        KnownFile = "known_file",
        /// It was finished, or due, before it came.
        BeforeReceived = "before_received",
        /// A day that lies ahead, of something that has happened.
        DayAhead = "day_ahead",
        /// The unit is not one of those whose people this account may change.
        OutOfReach = "out_of_reach",
    }
}

impl From<FileReason> for Reason {
    fn from(reason: FileReason) -> Self {
        Self::File(reason)
    }
}

/// How letters were most likely lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Loss {
    /// U+FFFD stands where some program could not read a letter.
    Replaced,
    /// A question mark stands where some program could not write a letter.
    Questioned,
    /// Letters are written as HTML writes them, by their number or name.
    Entity,
    /// Letters are written in the old encoding UTF-7.
    Utf7,
    /// UTF-8 was read as Latin-1 or as another encoding of one byte.
    Misread,
    /// The letters of the old encoding TCVN3, of fonts such as .VnTime.
    Tcvn3,
    /// The letters of the old encoding VNI, of fonts such as VNI-Times.
    Vni,
}
