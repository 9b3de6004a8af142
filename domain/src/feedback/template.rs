//! Texts that answers begin with, and the places in them that a case fills: `{ma}`, `{han}` and the like.
//! None of them is about a person.

use crate::fault::{Fault, Reason};

/// What may stand in braces.
pub const SLOTS: [&str; 7] = ["ma", "so", "thu_tuc", "don_vi", "han", "ngay_gui", "ngay_tiep_nhan"];
/// What is in braces and longer is no place to fill.
const LONGEST: usize = 40;

/// A place in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Slot<'a> {
    /// What stands in its braces.
    name: &'a str,
    /// Where the opening brace stands, in bytes.
    start: usize,
    /// Its line, the first is 1.
    line: usize,
    /// Its letter in the line, the first is 1.
    letter: usize,
}

impl Slot<'_> {
    fn end(&self) -> usize {
        self.start + self.name.len() + 2
    }

    fn fault(&self, field: &str, reason: fn(usize, usize) -> Reason) -> Fault {
        Fault::new(field, reason(self.line, self.letter)).about(self.name)
    }
}

/// Every place in braces that is closed in its line.
fn slots(text: &str) -> Vec<Slot<'_>> {
    let mut found = Vec::new();
    for (line, written) in text.split('\n').enumerate() {
        let before = written.as_ptr() as usize - text.as_ptr() as usize;
        for (at, _) in written.match_indices('{') {
            let inside = &written[at + 1..];
            let Some(end) = inside.find(['{', '}']) else { continue };
            let name = &inside[..end];
            if inside[end..].starts_with('}') && name.chars().count() <= LONGEST {
                let letter = written[..at].chars().count() + 1;
                found.push(Slot { name, start: before + at, line: line + 1, letter });
            }
        }
    }
    found
}

/// A fault for each place of a template that no case fills.
pub fn unknown(field: &str, text: &str) -> Vec<Fault> {
    let unknown = slots(text).into_iter().filter(|slot| !SLOTS.contains(&slot.name));
    unknown.map(|slot| slot.fault(field, Reason::UnknownPlaceholder)).collect()
}

/// A fault for each place that was left in words to be sent. Braces around other words are words.
pub fn unfilled(field: &str, text: &str) -> Vec<Fault> {
    let is_name = |name: &str| {
        !name.is_empty() && name.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'_')
    };
    let left = slots(text).into_iter().filter(|slot| is_name(slot.name));
    left.map(|slot| slot.fault(field, Reason::EmptyPlaceholder)).collect()
}

/// A text with what a case says in its places; where it says nothing the place stays, for whoever writes.
pub fn filled(text: &str, says: impl Fn(&str) -> Option<String>) -> String {
    let (mut whole, mut from) = (String::with_capacity(text.len()), 0);
    for slot in slots(text) {
        let Some(said) = says(slot.name) else { continue };
        whole.push_str(&text[from..slot.start]);
        whole.push_str(&said);
        from = slot.end();
    }
    whole.push_str(&text[from..]);
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_names_the_place_by_line_and_letter() {
        let text = "Kính gửi,\nVề {ma}: đã nhận {ho_ten}.\n{} {x y}";
        let faults = unknown("text", text);
        let expected = [
            Fault::new("text", Reason::UnknownPlaceholder(2, 18)).about("ho_ten"),
            Fault::new("text", Reason::UnknownPlaceholder(3, 1)),
            Fault::new("text", Reason::UnknownPlaceholder(3, 4)).about("x y"),
        ];
        assert_eq!(faults, expected);
        assert_eq!(unknown("text", "{ma} {so} {thu_tuc} {don_vi} {han} {ngay_gui}"), []);
    }

    #[test]
    fn what_the_case_does_not_say_stays_and_is_refused_when_it_is_handed_in() {
        let says = |name: &str| (name == "ma").then(|| "AB{han}-1".to_owned());
        let text = filled("Mã {ma}, hạn {han}, {{ma}}.", says);
        assert_eq!(text, "Mã AB{han}-1, hạn {han}, {AB{han}-1}.");
        let left = unfilled("words", "Hạn\n là {han} và {khác}, {2}");
        let expected = [
            Fault::new("words", Reason::EmptyPlaceholder(2, 5)).about("han"),
            Fault::new("words", Reason::EmptyPlaceholder(2, 22)).about("2"),
        ];
        assert_eq!(left, expected);
        for fine in ["", "{", "}", "{ma", "ma}", "{a\nb}", "{\u{1ea1}}"] {
            assert_eq!(unfilled("words", fine), [], "{fine}");
        }
    }
}
