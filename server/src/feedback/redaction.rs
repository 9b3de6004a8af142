//! What of a case everybody may read: what looks personal is left out, everywhere it stands.

use domain::feedback::redaction::{find, find_in_file_name, redact};

/// A text with a neutral word in the place of everything that looks personal.
pub fn hidden(text: &str) -> String {
    redact(text, &find(text))
}

/// The same for the name of a file.
pub fn hidden_name(name: &str) -> String {
    redact(name, &find_in_file_name(name))
}
