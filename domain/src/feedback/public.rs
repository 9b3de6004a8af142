//! What may be published of a question and its answer: their own words, some of them left out.

use super::redaction::{self, Kind};

/// What stands for words that were left out by hand.
const LEFT_OUT: [&str; 3] = ["[…]", "[...]", "[đã che]"];

/// Whether a text says nothing but what the original says, in its order: it may leave words out, or put a
/// neutral word in their place. Blanks, case and signs between words are not looked at.
pub fn only_leaves_out(original: &str, text: &str) -> bool {
    let neutral = Kind::ALL.into_iter().map(Kind::neutral).chain(LEFT_OUT);
    let bare = neutral.fold(text.to_owned(), |text, neutral| text.replace(neutral, " "));
    let said = words(original);
    let mut said = said.iter();
    words(&bare).iter().all(|word| said.any(|it| it == word))
}

/// What still looks as if it told who somebody is: the first such piece.
pub fn personal(text: &str) -> Option<&str> {
    redaction::find(text).first().and_then(|mark| text.get(mark.range.clone()))
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::redaction::{find, redact};

    const SAID: &str =
        "Kính gửi bà Hoa, số 0900 000 123: hồ sơ còn thiếu sơ đồ. Xin nộp trước 5/9.";

    #[test]
    fn words_may_be_left_out_and_none_added_changed_or_moved() {
        for text in [
            SAID,
            "",
            "kính gửi [họ tên], số [số điện thoại]: hồ sơ còn thiếu sơ đồ.",
            "Hồ sơ […] thiếu sơ đồ",
            "Xin nộp trước 5/9",
        ] {
            assert!(only_leaves_out(SAID, text), "{text}");
        }
        for text in [
            "Hồ sơ đã đủ",
            "hồ sơ còn thiếu sơ đồ đấu nối",
            "Xin nộp trước 5/10",
            "[Sở đã giải quyết xong]",
            "sơ đồ thiếu",
            "Xin nộp trước 5/9. Kính gửi bà Hoa",
        ] {
            assert!(!only_leaves_out(SAID, text), "{text}");
        }
    }

    #[test]
    fn what_is_redacted_by_the_rules_passes_them_again() {
        let clean = redact(SAID, &find(SAID));
        assert!(only_leaves_out(SAID, &clean), "{clean}");
        assert_eq!(personal(&clean), None, "{clean}");
        assert_eq!(personal("Gọi 0900 000 123 nhé"), Some("0900 000 123"));
    }
}
