//! Codes of digits and letters: dossiers and number plates.

use super::{Hit, Kind, gap::Gap, letters::Letter, numbers::is_short_day, word};

/// Every dossier code and number plate. Letters may stand right before digits and after them, as in
/// `xe60A-123.45`: numbers are taken out of such words too, and the order must not matter.
pub(super) fn find(letters: &[Letter]) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let begins = begins(letters, at);
        let found = begins.then(|| {
            let rest = Reader { letters, at };
            let dossier =
                dossier(rest).or_else(|| named_dossier(rest)).or_else(|| yearly_dossier(rest));
            let dossier = dossier.map(|end| (end, Kind::Dossier));
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
fn dossier(start: Reader) -> Option<usize> {
    let mut code = start;
    for _ in 0..4 {
        let mut part = code;
        if part.digits(1, 3).is_none() || part.between(1).is_none() {
            break;
        }
        code = part;
    }
    code.letter()?;
    let _ = code.one_of(" -.");
    code.take(2)?;
    let mut parts = vec![code];
    for _ in 0..4 {
        if code.between(1).is_none() || code.digits(1, 3).is_none() {
            break;
        }
        parts.push(code);
    }
    // Parts of a day may look like more of the office's code.
    parts.into_iter().rev().find_map(numbered)
}

/// What follows the code of an office: the day, and a number.
fn numbered(mut code: Reader) -> Option<usize> {
    let gap = code.between(0)?;
    let day = code.day()?;
    let rest = code.between(0)?;
    code.digits(4, 6)?;
    // Where nothing separates them, the day must be one.
    let is_day = is_short_day(&day) || !gap.is_empty() && !rest.is_empty();
    code.end().filter(|_| is_day)
}

/// `HS-2024-000123`: a dossier by its first letters.
fn named_dossier(mut code: Reader) -> Option<usize> {
    for known in ["hH", "sS"] {
        code.one_of(known)?;
    }
    let (mut digits, mut years, mut groups) = (0, 0, 0);
    for _ in 0..4 {
        let mut part = code;
        if part.between(0).is_none() || part.digits(1, 12).is_none() {
            break;
        }
        let len = part.letters[..part.at].iter().rev().take_while(|it| it.is_digit()).count();
        let start = &part.letters[part.at - len..part.at];
        years +=
            usize::from(len == 4 && matches!((start[0].is, start[1].is), ('1', '9') | ('2', '0')));
        digits += len;
        groups += 1;
        code = part;
    }
    code.end().filter(|_| digits >= 6 && years < groups)
}

/// `SCT-2025-000123`, `BN 2025-11-0001`, `2025/11/0001`: the year, a month, and a number that begins with
/// noughts, as lists count them. Without a name in front the month has to be there.
fn yearly_dossier(mut code: Reader) -> Option<usize> {
    let mut named = code;
    let is_named = (0..4).map_while(|_| named.letter()).filter(|it| it.is_uppercase()).count() >= 2
        && named.between(1).is_some();
    if is_named {
        code = named;
    }
    code.take(4).filter(|year| year.starts_with("19") || year.starts_with("20"))?;
    code.between(1)?;
    let mut dated = code;
    let month = dated.take(2).filter(|month| ("01"..="12").contains(&month.as_str()));
    let is_dated = month.is_some() && dated.between(1).is_some();
    if is_dated {
        code = dated;
    }
    let is_counted = code.letters.get(code.at).is_some_and(|first| first.is == '0');
    code.digits(4, 8)?;
    // "2025 0912 345 678" is a year and a telephone number.
    let mut more = code;
    let goes_on = more.between(1).is_some() && more.digits(3, 12).is_some();
    code.end().filter(|_| is_counted && !goes_on && (is_named || is_dated))
}

/// `60A-123.45`, `60-B1 234.56`, `39A 12345`: the province, the series, four or five digits.
fn plate(mut code: Reader) -> Option<usize> {
    code.digits(2, 2)?;
    let before = code.between(0)?;
    let series = code.letter()?;
    let is_double = code.letter().is_some();
    let _ = code.digits(1, 1);
    let between = code.between(0)?;
    // "15/QĐ-2024" is a decision, "60/A/123.45" a plate.
    let is_usual = |signs: &str| signs.chars().all(|sign| "-. ".contains(sign));
    if !is_usual(&before) && (before != between || is_double) {
        return None;
    }
    let dashed = between.contains('-');
    let end = serial(code).or_else(|| {
        let mut short = code;
        let is_year = ["19", "20"].contains(&short.take(2)?.as_str());
        short.take(2)?;
        let is_old = dashed || before.contains('-') && !is_year;
        short.end().filter(|_| is_old && series.is_uppercase())
    })?;
    // "15h 30000", "20k 50000" and "10m 12345" are times, sums and lengths.
    let is_measure = !dashed && matches!(series, 'h' | 'g' | 'k' | 'm' | 'd' | 'đ' | 'l' | 'p');
    (!is_measure && (is_usual(&between) || series.is_uppercase())).then_some(end)
}

/// Five digits, in one piece, in two, or one by one.
fn serial(code: Reader) -> Option<usize> {
    let whole = |mut code: Reader| {
        code.digits(5, 6)?;
        code.end()
    };
    let parts = |mut code: Reader, lengths: &[usize]| {
        for (at, len) in lengths.iter().enumerate() {
            if at > 0 {
                code.between(1)?;
            }
            code.digits(*len, *len)?;
        }
        code.end()
    };
    let ways: [&[usize]; 3] = [&[3, 2], &[2, 3], &[1; 5]];
    whole(code).or_else(|| ways.iter().find_map(|way| parts(code, way)))
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

    /// That many digits, whatever follows.
    fn take(&mut self, count: usize) -> Option<String> {
        let digits = self.letters.get(self.at..self.at + count)?;
        self.step(digits.iter().all(|letter| letter.is_digit()), count)?;
        Some(word(digits))
    }

    /// A day of six digits, or of eight with its century, as its last six.
    fn day(&mut self) -> Option<String> {
        let mut long = *self;
        if let (Some("20"), Some(day)) = (long.take(2).as_deref(), long.take(6)) {
            let joined = long.letters.get(long.at).is_none_or(|next| !next.is_digit());
            if is_short_day(&day) && joined {
                *self = long;
                return Some(day);
            }
        }
        let mut split = *self;
        if let Some(day) = split.split_day().filter(|day| is_short_day(day)) {
            *self = split;
            return Some(day);
        }
        self.take(6)
    }

    /// A day as `24-01-15`.
    fn split_day(&mut self) -> Option<String> {
        let year = self.take(2)?;
        self.between(1)?;
        let month = self.take(2)?;
        self.between(1)?;
        Some([year, month, self.take(2)?].concat())
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

    /// Up to three signs between two parts, none of a list; none at all where the sorts of letters
    /// tell the parts from each other.
    fn between(&mut self, least: usize) -> Option<String> {
        let rest = self.letters[self.at..].iter();
        let count = rest.take(4).take_while(|letter| letter.is_sign()).count();
        let signs = &self.letters[self.at..self.at + count];
        let is_gap = count == 0 || Gap::read(signs).is_some_and(|gap| !gap.is_loose);
        self.step((least..4).contains(&count) && is_gap, count)?;
        Some(word(signs))
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
