//! Why nobody was shown to have signed in.

/// Why nobody was shown to have signed in, in a word for the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unshown(pub &'static str);
