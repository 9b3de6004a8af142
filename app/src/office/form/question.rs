//! What a form asks before it does what it is for.

use leptos::prelude::*;

/// What is asked: what will happen, and what is done when that is wanted.
#[derive(Clone)]
pub(in crate::office) struct Question {
    /// What will happen, a sentence each.
    pub(super) lines: Vec<String>,
    /// What is done then.
    pub(super) go: Callback<()>,
}
