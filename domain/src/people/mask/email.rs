//! E-mail addresses, however their signs are written.

mod signs;

use self::signs::{Sign, at_sign, dot};
use super::{Hit, Kind, letters::Letter};

/// Letters before and after the @ that are looked at: no address has more.
const BEFORE: usize = 64;
const AFTER: usize = 128;
/// The most parts of a name behind the @.
const PARTS: usize = 8;

/// Every address. One whose @ is written out or has blanks beside it needs a dot after it.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let mut hits: Vec<Hit> = Vec::new();
    for at in 0..letters.len() {
        let free = hits.last().map_or(0, |hit| hit.place.end);
        let Some(sign) = (at >= free).then(|| at_sign(letters, free, at)).flatten() else {
            continue;
        };
        let left = sign.place.start;
        let before = letters[free..left].iter().rev().take(BEFORE).take_while(|it| is_part(**it));
        let start = left - before.count();
        let Some(end) = domain(letters, &sign) else { continue };
        if letters[start..left].iter().any(|letter| letter.is_word()) {
            hits.push(Hit { place: start..end, kind: Kind::Email });
        }
    }
    hits
}

/// Where the name behind an @ ends, if it is one.
fn domain(letters: &[Letter], sign: &Sign) -> Option<usize> {
    let mut at = sign.place.end;
    let most = letters.len().min(at + AFTER);
    let (mut end, mut has_dot) = (None, false);
    for _ in 0..PARTS {
        let rest = &letters[at..most];
        let len = rest.iter().take_while(|letter| is_part(**letter)).count();
        let Some(word) = rest[..len].iter().rposition(|letter| letter.is_word()) else { break };
        has_dot |= end.is_some() || signs::has_dot(&rest[..=word]);
        end = Some(at + word + 1);
        let has_more = has_dot && !sign.is_spelled;
        match dot(&letters[at + word + 1..most], has_more) {
            Some(count) => at += word + 1 + count,
            None => break,
        }
    }
    // "at 8.30" is a time. What numbers are taken out of a name behind must not make it one.
    let first = letters[sign.place.end..].iter().take(2).find(|letter| letter.is_word())?;
    let is_time = sign.is_spelled && !first.is.is_alphabetic();
    end.filter(|_| (has_dot || !sign.is_loose) && !is_time)
}

fn is_part(letter: Letter) -> bool {
    letter.is_word() || matches!(letter.is, '.' | '_' | '-' | '+' | '%')
}
