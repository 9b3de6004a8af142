//! What people may agree to, and the exact texts they agree to.

use serde::{Deserialize, Serialize};

use crate::words::Words;

/// A comment may be shown to everyone.
pub const PUBLISH_COMMENT: &str = "publish_comment";
/// A name and an address may be used to answer feedback.
pub const ANSWER_FEEDBACK: &str = "answer_feedback";
/// A number may be used to call back whoever rated poorly, with the words they hand over.
pub const CALL_BACK: &str = "call_back";
/// Feedback may be published with its answer.
pub const PUBLISH_FEEDBACK: &str = "publish_feedback";

/// The texts that come with the program. A text that somebody agreed to never changes: another one
/// is another version.
pub const BUILT_IN: [&str; 4] = [
    include_str!("../../consents/publish_comment-1.json"),
    include_str!("../../consents/answer_feedback-1.json"),
    include_str!("../../consents/publish_feedback-1.json"),
    include_str!("../../consents/call_back-1.json"),
];

/// A text that people agree to by ticking the box beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentText {
    /// What for.
    pub purpose: String,
    /// The text's version, from 1.
    pub version: i64,
    /// The text.
    pub text: Words,
}

impl ConsentText {
    /// How a ballot names it: `purpose/version`.
    pub fn key(&self) -> String {
        format!("{}/{}", self.purpose, self.version)
    }
}

/// What somebody agreed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// What for.
    pub purpose: String,
    /// The version of the text that was on the page.
    pub version: i64,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_text_is_there_in_both_languages() {
        for text in BUILT_IN {
            let notice: ConsentText = serde_json::from_str(text).unwrap();
            assert!(notice.text.vi.len() > 20 && notice.text.en.len() > 20, "{}", notice.key());
        }
    }
}
