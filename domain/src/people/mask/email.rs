//! E-mail addresses.

use super::{Hit, Kind, letters::Letter};

/// Letters before and after the @ that are looked at: no address has more.
const BEFORE: usize = 64;
const AFTER: usize = 128;

/// Every address. One with a blank beside its @ needs a dot after it.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for at in (0..letters.len()).filter(|at| letters[*at].is == '@') {
        let free = hits.last().map_or(0, |hit| hit.place.end);
        if at < free {
            continue;
        }
        let blank_before = at > free && letters[at - 1].is == ' ';
        let blank_after = letters.get(at + 1).is_some_and(|letter| letter.is == ' ');
        let (left, right) = (at - usize::from(blank_before), at + 1 + usize::from(blank_after));
        let before = letters[free..left].iter().rev().take(BEFORE).take_while(|it| is_part(**it));
        let start = left - before.count();
        let after = letters[right..].iter().take(AFTER).take_while(|it| is_part(**it)).count();
        let end = right
            + letters[right..right + after]
                .iter()
                .rposition(|it| it.is_word())
                .map_or(0, |last| last + 1);
        let has_dot = letters[right..end].iter().any(|letter| letter.is == '.');
        if start < left && right < end && (has_dot || !(blank_before || blank_after)) {
            hits.push(Hit { place: start..end, kind: Kind::Email });
        }
    }
    hits
}

fn is_part(letter: Letter) -> bool {
    letter.is_word() || matches!(letter.is, '.' | '_' | '-' | '+' | '%')
}
