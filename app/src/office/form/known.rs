//! What a form knows of its fields.

use leptos::prelude::*;

use crate::text::office::faults::Way;

/// What a form knows of a field: what it is called, and what can be wrong before anything reads it.
pub(in crate::office) struct Known {
    /// Its name.
    pub(in crate::office) name: String,
    /// Its label, after that of the group it stands in.
    pub(in crate::office) label: String,
    /// How it is filled in.
    pub(in crate::office) way: Way,
    /// Whether it may not be left empty.
    pub(in crate::office) needed: bool,
    /// Whether it is on view, if that is not always so: nobody can fill in what is not.
    pub(in crate::office) shown: Option<Signal<bool>>,
    /// Whether it opens a door, so that nothing may keep it.
    pub(in crate::office) is_secret: bool,
}
