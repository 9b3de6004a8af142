//! Numbers that are written in words, a word for each digit: "không chín không…".

use super::{
    Hit, Kind,
    group::LONG,
    letters::{Letter, folded},
    numbers::is_phone,
};

/// The words of the digits, without marks.
const WORDS: [(&str, char); 14] = [
    ("khong", '0'),
    ("mot", '1'),
    ("hai", '2'),
    ("ba", '3'),
    ("bon", '4'),
    ("tu", '4'),
    ("nam", '5'),
    ("lam", '5'),
    ("sau", '6'),
    ("bay", '7'),
    ("tam", '8'),
    ("chin", '9'),
    ("zero", '0'),
    ("nine", '9'),
];
/// The most letters of such a word, and of signs between two of them.
const LETTERS: usize = 5;
const SIGNS: usize = 4;
/// So many words in a number are none by chance.
const FEW: usize = 3;
const MANY: usize = 6;

/// Words and digits that follow each other.
#[derive(Default)]
struct Run {
    digits: String,
    words: usize,
    end: usize,
}

/// Every number of which enough digits are words.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let is_start = at == 0 || !letters[at - 1].is_word();
        let run = if is_start { run(letters, at) } else { Run::default() };
        if let Some(kind) = run.kind() {
            hits.push(Hit { place: at..run.end, kind });
        }
        at = run.end.max(at + 1);
    }
    hits
}

impl Run {
    fn kind(&self) -> Option<Kind> {
        if self.words >= FEW && is_phone(&self.digits, false) {
            return Some(Kind::Phone);
        }
        let steps = self.digits.as_bytes().windows(2).all(|pair| pair[0] + 1 == pair[1]);
        (self.words >= MANY && self.digits.len() >= LONG && !steps).then_some(Kind::Number)
    }
}

/// The words and digits from a place on.
fn run(letters: &[Letter], start: usize) -> Run {
    let (mut run, mut at) = (Run::default(), start);
    loop {
        let rest = &letters[at..];
        let len = rest.iter().take(LONG).take_while(|letter| letter.is_word()).count();
        let is_number = len > 0 && rest[..len].iter().all(|letter| letter.is_digit());
        if is_number && len < LONG {
            run.digits.extend(rest[..len].iter().map(|letter| letter.is));
        } else if let Some(digit) = (len <= LETTERS).then(|| digit(&rest[..len])).flatten() {
            run.digits.push(digit);
            run.words += 1;
        } else {
            return run;
        }
        run.end = at + len;
        let rest = &letters[run.end..];
        let signs = rest.iter().take(SIGNS + 1).take_while(|letter| letter.is_sign()).count();
        if !(1..=SIGNS).contains(&signs) {
            return run;
        }
        at = run.end + signs;
    }
}

fn digit(letters: &[Letter]) -> Option<char> {
    let word = folded(letters);
    WORDS.iter().find(|(known, _)| *known == word).map(|(_, digit)| *digit)
}
