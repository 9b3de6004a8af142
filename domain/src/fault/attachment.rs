//! What only a picture or document that comes with somebody's words is refused for.

use super::{Reason, reasons};

reasons! {
    /// Every reason for which an attachment is refused.
    AttachmentReason {
        /// More than this many.
        TooManyFiles(usize) = "too_many_files",
        /// Larger than this many megabytes.
        TooBig(usize) = "too_big",
        /// Together larger than this many megabytes.
        TooBigTogether(usize) = "too_big_together",
        /// Nothing in it.
        EmptyFile = "empty_file",
        /// Neither a picture of the kinds that are taken nor a PDF, whatever its name says.
        WrongKind = "wrong_kind",
        /// A picture as some telephones keep it, which few programs can show.
        Heic = "heic_picture",
        /// A drawing that may hold a program.
        Svg = "svg_picture",
        /// Larger than this many pixels on a side, or than this many millions of them.
        TooManyPixels(u32, u32) = "too_many_pixels",
        /// A picture that cannot be read.
        BrokenPicture = "broken_picture",
        /// A document that cannot be read.
        BrokenPdf = "broken_pdf",
        /// A document that opens with a password, or whose parts are locked.
        LockedPdf = "locked_pdf",
        /// A document that does something, holds other files or a form; the detail names what.
        ActivePdf = "active_pdf",
        /// More than this many pages.
        TooManyPages(usize) = "too_many_pages",
    }
}

impl From<AttachmentReason> for Reason {
    fn from(reason: AttachmentReason) -> Self {
        Self::Attachment(reason)
    }
}
