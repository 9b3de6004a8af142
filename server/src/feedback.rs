//! Feedback behind its doors: a case is opened, and its log is added to, always in one transaction;
//! what comes beside its words is looked into before it is kept.

pub mod attachments;
pub mod calls;
pub mod clock;
pub mod counters;
pub mod dates;
pub mod figures;
pub mod keep;
pub mod log;
pub mod outside;
pub mod own;
pub mod published;
pub mod reach;
pub mod redaction;
pub mod requests;
pub mod search;
pub mod senders;
pub mod view;

use crate::keys::Keys;

/// The deadline class of what people send.
pub const CLASS: &str = "portal";
/// The most letters of the first words by which a case is listed.
const SUBJECT: usize = 120;

/// The first words of a text, on one line.
pub fn subject(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(SUBJECT) {
        None => line,
        Some((end, _)) => {
            let cut = &line[..end];
            let whole = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
            format!("{whole}…")
        }
    }
}

/// What a case says, under a key: tells a replay from something else under the same id, and nothing to
/// whoever has the database alone.
pub fn content_hash(keys: &Keys, content: &[u8]) -> [u8; 16] {
    let whole = keys.blind("feedback.content", content);
    std::array::from_fn(|place| whole[place])
}
