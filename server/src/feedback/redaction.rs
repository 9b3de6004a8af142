//! What of a case everybody may read: what looks personal is left out, everywhere it stands.

use domain::{Lang, people::mask::masked};

/// A text with a word in the place of everything that looks personal.
pub fn hidden(text: &str) -> String {
    masked(text, |kind| app::text::mark(Lang::Vi, kind))
}
