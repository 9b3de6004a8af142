//! What people type, made safe to keep and easy to find.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::UnicodeSegmentation;

/// The text in composed form (NFC): "ệ" is one character however the keyboard made it.
///
/// The browser bundle composes with the browser's own `normalize` instead of carrying the tables.
pub fn compose(text: &str) -> String {
    text.nfc().collect()
}

/// How many letters a text has for whoever reads it: a family of emoji is one, and so is "ệ" however
/// it is composed (Unicode's extended grapheme clusters).
///
/// The browser bundle counts with the browser's own `Intl.Segmenter` instead of carrying the tables.
pub fn letters(text: &str) -> usize {
    text.graphemes(true).count()
}

/// The first so many letters of a text, as [`letters`] counts them.
pub fn shortened(text: &str, most: usize) -> &str {
    text.grapheme_indices(true).nth(most).map_or(text, |(end, _)| &text[..end])
}

/// The one rule for text that is kept: line ends become `\n`, tabs and odd spaces a space, and
/// characters that cannot be seen but change what is seen (controls, zero-width spaces, direction
/// overrides, byte order marks, tags) are dropped; the ends are trimmed.
///
/// Joiners (U+200C, U+200D) stay: emoji families and several scripts need them.
pub fn tidy(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut after_return = false;
    for letter in text.chars() {
        match letter {
            '\n' if after_return => {}
            '\r' | '\n' | '\u{85}' | '\u{2028}' | '\u{2029}' => clean.push('\n'),
            '\t' | '\u{a0}' | '\u{202f}' | '\u{3000}' | '\u{2000}'..='\u{200a}' => clean.push(' '),
            _ if is_unseen(letter) => {}
            _ => clean.push(letter),
        }
        after_return = letter == '\r';
    }
    clean.trim().to_owned()
}

fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
            | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e0fff}')
        || (u32::from(letter) & 0xfffe) == 0xfffe
}

/// Text as it is kept: tidied and composed.
pub fn clean(text: &str) -> String {
    compose(&tidy(text))
}

/// A code as it is usually written: what keyboards and copying put into it that nobody sees is dropped,
/// blanks at its ends too, letters and digits of full width are the plain ones, every dash is the plain
/// one, and Ð (as in Iceland) or Ɖ is Đ.
pub fn usual(code: &str) -> Cow<'_, str> {
    if code.is_ascii() {
        return Cow::Borrowed(code.trim());
    }
    let letters = code.chars().filter(|letter| !is_joiner(*letter)).map(usual_letter);
    Cow::Owned(letters.collect::<String>().trim().to_owned())
}

fn is_joiner(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A code or a word of an address without what sentences, lists and quotes put around it, such as the dot
/// behind it or the bracket in front.
pub fn bare(code: &str) -> String {
    let is_around = |letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '_');
    usual(&tidy(code)).trim_matches(is_around).to_owned()
}

fn usual_letter(letter: char) -> char {
    match letter {
        // What a word processor makes of a dash: hyphens that do not break, figure and en dashes, minus.
        '\u{2010}'..='\u{2013}' | '\u{2212}' | '\u{fe63}' => '-',
        '\u{d0}' | '\u{189}' => 'Đ',
        '\u{f0}' | '\u{256}' => 'đ',
        _ => narrow(letter),
    }
}

/// A form of full width as the plain one: they stand in the order of ASCII.
fn narrow(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        _ => letter,
    }
}

/// The form in which words are searched: lower case, without marks, "đ" and what looks like it as "d".
///
/// "Khuyến mại", composed or not, folds to "khuyen mai", and "điện" to "dien".
pub fn fold(text: &str) -> String {
    tidy(text)
        .nfd()
        .filter(|letter| !is_combining_mark(*letter))
        .flat_map(char::to_lowercase)
        .map(|letter| if matches!(letter, 'đ' | '\u{f0}' | '\u{256}') { 'd' } else { letter })
        .collect()
}

/// The form in which what somebody types into a search is looked for: folded, letters and digits of full
/// width as the plain ones.
pub fn sought(typed: &str) -> String {
    fold(&typed.chars().filter(|letter| !is_joiner(*letter)).map(narrow).collect::<String>())
}

/// The words of a search. A comma or semicolon parts them as a blank does: codes come in lists, and a
/// spreadsheet may have written one for a dot.
pub fn sought_words(folded: &str) -> impl Iterator<Item = &str> {
    let parts = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ';');
    folded.split(parts).filter(|word| !word.is_empty())
}

/// A text in parts, each with whether a search of these words meets it there. Together they are the text.
pub fn met(text: &str, folded: &str) -> Vec<(String, bool)> {
    let letters: Vec<char> = text.chars().collect();
    // What is looked through, and the place in the text that each byte of it comes from.
    let (mut sought, mut places) = (String::new(), Vec::new());
    for (place, letter) in letters.iter().enumerate() {
        let as_found =
            if letter.is_whitespace() { " ".to_owned() } else { fold(&letter.to_string()) };
        places.extend(std::iter::repeat_n(place, as_found.len()));
        sought.push_str(&as_found);
    }
    let mut is_met = vec![false; letters.len()];
    for word in sought_words(folded) {
        for (at, _) in sought.match_indices(word) {
            let (first, last) = (places[at], places[at + word.len() - 1]);
            is_met[first..=last].fill(true);
        }
    }
    let mut parts: Vec<(String, bool)> = Vec::new();
    for (place, letter) in letters.into_iter().enumerate() {
        // A mark goes with the letter it stands on.
        let goes_on = is_combining_mark(letter);
        match parts.last_mut().filter(|part| goes_on || part.1 == is_met[place]) {
            Some(part) => part.0.push(letter),
            None => parts.push((letter.to_string(), is_met[place])),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, typed: &str) -> String {
        let parts = met(text, &sought(typed)).into_iter();
        parts.map(|(part, is_met)| if is_met { format!("[{part}]") } else { part }).collect()
    }

    #[test]
    fn what_a_search_meets_is_marked_in_the_words_as_they_are_written() {
        for (text, typed, expected) in [
            ("Điện mặt trời mái nhà", "dien troi", "[Điện] mặt [trời] mái nhà"),
            ("Đăng ký khuyến mại", "KHUYẾN MẠI", "Đăng ký [khuyến] [mại]"),
            ("Thương mại điện tử", "mai d", "Thương [mại] [đ]iện tử"),
            ("Thủ tục A", "tục, a", "Thủ [tục] [A]"),
            ("Thủ tục", "không có", "Thủ tục"),
            ("Thủ tục", "", "Thủ tục"),
            ("", "a", ""),
            ("ﬁ ǅ ẞ", "f", "ﬁ ǅ ẞ"),
        ] {
            assert_eq!(marked(text, typed), expected, "{typed}");
        }
        let decomposed: String = "mái nhà".nfd().collect();
        assert_eq!(marked(&decomposed, "mai").nfc().collect::<String>(), "[mái] nhà");
        for text in ["Cấp giấy phép  xây\u{a0}dựng", "Ａｂ，c", "🙂 à la"] {
            let whole: String = met(text, "a x").into_iter().map(|part| part.0).collect();
            assert_eq!(whole, text);
        }
    }

    #[test]
    fn composed_and_decomposed_words_fold_alike() {
        let decomposed: String = "Khuyến mại".nfd().collect();
        assert_ne!(decomposed, "Khuyến mại");
        assert_eq!(fold(&decomposed), "khuyen mai");
        assert_eq!(fold("Khuyến mại"), "khuyen mai");
        assert_eq!(fold("ĐIỆN lực"), "dien luc");
    }

    #[test]
    fn a_search_reads_full_width_and_lists() {
        assert_eq!(sought("ＱＬ\u{200b}ＴＭ，２．０"), "qltm,2.0");
        let folded = sought("QLTM, 2,000004;");
        assert_eq!(sought_words(&folded).collect::<Vec<_>>(), ["qltm", "2", "000004"]);
    }

    #[test]
    fn what_cannot_be_seen_is_dropped_and_lines_stay() {
        assert_eq!(tidy("a\u{200b}b\0c\r\nd\re\u{202e}f\u{feff}"), "abc\nd\nef");
        assert_eq!(tidy("  \t x\u{a0}y \n"), "x y");
        assert_eq!(tidy("\u{200b}\u{7}"), "");
    }

    #[test]
    fn letters_are_counted_as_people_count_them() {
        let texts = ["", "ệ", "e\u{302}\u{323}", "👨\u{200d}👩\u{200d}👧", "🇻🇳", "👍🏽", "Đã"];
        assert_eq!(texts.map(letters), [0, 1, 1, 1, 1, 1, 2]);
    }

    #[test]
    fn a_text_is_cut_between_letters() {
        assert_eq!(shortened("e\u{302}\u{323}e\u{302}", 1), "e\u{302}\u{323}");
        assert_eq!(
            ["", "ab", "abc", "abcd"].map(|text| shortened(text, 3)),
            ["", "ab", "abc", "abc"]
        );
    }

    #[test]
    fn a_code_is_the_same_however_it_was_copied() {
        assert_eq!(usual("QLTM-1"), "QLTM-1");
        assert_eq!(usual(" QLTM-1\t"), "QLTM-1");
        assert_eq!(usual("ＱＬＴＭ－１"), "QLTM-1");
        assert_eq!(usual("Q\u{200d}L\u{200b}TM\u{2060}\u{fe0f}"), "QLTM");
        assert_eq!(usual("\u{d0}\u{f0}\u{189}\u{256}"), "ĐđĐđ");
        assert_eq!(usual("Phòng một"), "Phòng một");
        assert_eq!(usual("quay\u{2013}1 quay\u{2011}2"), "quay-1 quay-2");
    }

    #[test]
    fn what_stands_around_a_code_is_no_part_of_it() {
        for typed in
            ["thu.", "thu,", "(thu)", "“thu”", "thu/", "\u{a0}thu\u{200b} ", "thu…", "*thu*"]
        {
            assert_eq!(bare(typed), "thu", "{typed:?}");
        }
        assert_eq!(bare("2.000004"), "2.000004");
        assert_eq!(bare("_a-"), "_a-");
        assert_eq!(bare("..."), "");
    }

    #[test]
    fn emoji_families_stay_whole() {
        let family = "👨\u{200d}👩\u{200d}👧";
        assert_eq!(tidy(family), family);
    }
}
