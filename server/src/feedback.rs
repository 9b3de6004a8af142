//! Feedback behind its doors: a case is opened, and its log is added to, always in one transaction;
//! what comes beside its words is looked into before it is kept.

pub mod attachments;
pub mod clock;
pub mod keep;
pub mod log;
pub mod own;
pub mod published;
pub mod reach;
pub mod redaction;
pub mod senders;
pub mod view;

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
