//! How much is taken, and how much work is done for it.

/// Bytes of a megabyte as people count them.
pub(super) const MEGABYTE: usize = 1_000_000;
/// The most files with one message.
pub(super) const MOST_FILES: usize = 5;
/// The most bytes of a file.
pub(super) const MOST_BYTES: usize = 10 * MEGABYTE;
/// The most bytes of all files of a message.
pub(super) const MOST_TOGETHER: usize = 20 * MEGABYTE;

/// The most pixels on a side of a picture as it is sent.
pub(super) const MOST_SIDE: u32 = 12_000;
/// The most millions of pixels of a picture as it is sent.
pub(super) const MOST_MILLIONS: u32 = 50;
/// The most bytes that a picture takes up once it is decoded.
pub(super) const MOST_DECODED: u64 = 256 * 1024 * 1024;
/// The most pixels on a side of a picture as it is kept.
pub(super) const KEPT_SIDE: u32 = 2_560;

/// The most pages of a document.
pub(super) const MOST_PAGES: usize = 500;
/// The most bytes that all packed objects of a document take up.
pub(super) const MOST_UNPACKED: usize = 16 * 1024 * 1024;
/// The most words of a document outside of what it draws: each becomes a value in memory.
pub(super) const MOST_TOKENS: usize = 1_000_000;
