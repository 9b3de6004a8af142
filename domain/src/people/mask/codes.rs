//! Codes of digits and letters: dossiers and number plates.

use super::{Hit, Kind, letters::Letter, word};

/// Every dossier code and number plate. Letters may stand right before digits and after them, as in
/// `xe60A-123.45`: numbers are taken out of such words too, and the order must not matter.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let begins = begins(letters, at);
        let found = begins.then(|| {
            let rest = Reader { letters, at };
            let dossier = dossier(rest).map(|end| (end, Kind::Dossier));
            dossier.or_else(|| plate(rest).map(|end| (end, Kind::Plate)))
        });
        match found.flatten() {
            Some((end, kind)) => {
                hits.push(Hit { place: at..end, kind });
                at = end;
            }
            None => at += 1,
        }
    }
    hits
}

fn begins(letters: &[Letter], at: usize) -> bool {
    let (first, before) = (letters[at], at.checked_sub(1).map(|before| letters[before]));
    match first.is_digit() {
        true => before.is_none_or(|before| !before.is_digit()),
        false => first.is_word() && before.is_none_or(|it| !it.is_word() || it.is_digit()),
    }
}

/// `000.00.32.H19-210708-0032` or `H19.12-230815-0001`: the office's code, the day, a number.
fn dossier(mut code: Reader) -> Option<usize> {
    for _ in 0..4 {
        let mut part = code;
        if part.digits(1, 3).is_none() || part.one_of(". ").is_none() {
            break;
        }
        code = part;
    }
    code.letter()?;
    code.digits(2, 2)?;
    for _ in 0..4 {
        let mut part = code;
        if part.one_of(".").is_none() || part.digits(1, 3).is_none() {
            break;
        }
        code = part;
    }
    code.gap("-. ")?;
    code.digits(6, 6)?;
    code.gap("-. ")?;
    code.digits(4, 6)?;
    code.end()
}

/// `60A-123.45`, `60-B1 234.56`, `39A 12345`: the province, the series, four or five digits.
fn plate(mut code: Reader) -> Option<usize> {
    code.digits(2, 2)?;
    code.gap("-. ");
    let series = code.letter()?;
    let _ = code.letter();
    let _ = code.digits(1, 1);
    let dashed = code.gap("-. ")?.contains('-');
    let end = serial(code).or_else(|| {
        let mut code = code;
        code.digits(4, 4)?;
        code.end().filter(|_| dashed && series.is_uppercase())
    })?;
    // "15h 30000", "20k 50000" and "10m 12345" are times, sums and lengths.
    let is_measure = !dashed && matches!(series, 'h' | 'g' | 'k' | 'm' | 'd' | 'đ' | 'l' | 'p');
    (!is_measure).then_some(end)
}

/// Five digits, in one piece or as three and two.
fn serial(mut code: Reader) -> Option<usize> {
    if code.digits(5, 6).is_none() {
        code.digits(3, 3)?;
        code.gap(".- ")?;
        code.digits(2, 2)?;
    }
    code.end()
}

/// Where reading has come to. A step that fails leaves the place as it was.
#[derive(Clone, Copy)]
struct Reader<'a> {
    letters: &'a [Letter],
    at: usize,
}

impl Reader<'_> {
    /// That many digits and no more.
    fn digits(&mut self, least: usize, most: usize) -> Option<()> {
        let rest = self.letters[self.at..].iter();
        let count = rest.take(most + 1).take_while(|letter| letter.is_digit()).count();
        self.step((least..=most).contains(&count), count)
    }

    /// A letter of a series.
    fn letter(&mut self) -> Option<char> {
        let letter = self.letters.get(self.at)?.is;
        self.step(letter.is_ascii_alphabetic() || matches!(letter, 'đ' | 'Đ'), 1)?;
        Some(letter)
    }

    fn one_of(&mut self, signs: &str) -> Option<()> {
        let sign = self.letters.get(self.at)?.is;
        self.step(signs.contains(sign), 1)
    }

    /// Up to three signs between two parts, none at all where the sorts of letters tell them apart.
    fn gap(&mut self, signs: &str) -> Option<String> {
        let rest = self.letters[self.at..].iter();
        let count = rest.take(4).take_while(|letter| signs.contains(letter.is)).count();
        let gap = word(&self.letters[self.at..self.at + count]);
        self.step(count < 4, count)?;
        Some(gap)
    }

    /// The place reached, if no digit follows.
    fn end(&self) -> Option<usize> {
        let next = self.letters.get(self.at);
        next.is_none_or(|letter| !letter.is_digit()).then_some(self.at)
    }

    fn step(&mut self, is_right: bool, by: usize) -> Option<()> {
        is_right.then(|| self.at += by)
    }
}
