//! What is looked for in the rows of a list.

use crate::text::{fold, sought, sought_words};

/// Characters of a text to look for.
pub const LONGEST: usize = 100;

/// What is looked for, marks and case aside; nothing is in every text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search(String);

impl Search {
    /// A search for what somebody typed.
    pub fn new(typed: &str) -> Self {
        Self(sought(typed))
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each word is in one of the texts. What is longer than [`LONGEST`] is looked for up to
    /// there.
    pub fn words_in(&self, texts: &[&str]) -> bool {
        let end = self.0.char_indices().nth(LONGEST).map_or(self.0.len(), |(end, _)| end);
        let text = fold(&texts.join(" "));
        sought_words(&self.0[..end]).all(|word| text.contains(word))
    }

    /// Whether all of it is in one of the texts, word after word; the comma or dot behind it aside.
    pub fn is_in(&self, texts: &[&str]) -> bool {
        let bare = self.0.trim_end_matches([',', ';', '.']);
        self.is_empty() || !bare.is_empty() && texts.iter().any(|text| fold(text).contains(bare))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_any_order_and_a_text_as_it_stands() {
        let search = Search::new(" Vị  đơn ");
        assert!(search.words_in(&["Đơn", "Một vị"]) && !search.words_in(&["Đơn", "nhất"]));
        let search = Search::new("ĐƠN vị");
        assert!(search.is_in(&["", "Một đơn vị"]) && !search.is_in(&["Đơn", "vị", "vị đơn"]));
        assert!(Search::default().words_in(&[]) && Search::default().is_in(&[]));
        let codes = ["QLTM", "2.000004"];
        for typed in ["ＱＬＴＭ", "qltm,", "qltm, 2.000004", "2,000004", "２．０００００４；"]
        {
            assert!(Search::new(typed).words_in(&codes), "{typed}");
        }
        assert!(Search::new("ＱＬＴＭ,").is_in(&codes) && !Search::new(",").is_in(&codes));
        let (long, most) = ("a".repeat(LONGEST + 1), "a".repeat(LONGEST));
        assert!(Search::new(&long).words_in(&[&most]) && !Search::new(&long).is_in(&[&most]));
    }
}
