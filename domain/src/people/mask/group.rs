//! Digits that stand together: what long numbers are made of.

use std::ops::Range;

use super::gap::Gap;

/// So many digits in a row are masked whatever they mean.
pub(super) const LONG: usize = 9;

/// Digits that stand together.
pub(super) struct Group {
    pub(super) place: Range<usize>,
    pub(super) digits: String,
    /// How many of the digits are real ones.
    pub(super) real: usize,
    /// What separates it from the group before; nothing, if they do not belong together.
    pub(super) gap: Option<Gap>,
}
