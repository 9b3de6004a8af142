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
        /// Somebody to invite has neither a number nor an address.
        NoWay = "no_way",
        /// This dossier is in the campaign already.
        Known = "known",
        /// The unit is not one of those whose people this account may change.
        OutOfReach = "out_of_reach",
    }
}

impl From<FileReason> for Reason {
    fn from(reason: FileReason) -> Self {
        Self::File(reason)
    }
}
