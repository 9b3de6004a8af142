//! What is known by the words before it: accounts, receipts, and what a number is for.

use std::ops::Range;

use super::{
    Kind, Mark,
    lists::{
        DOSSIER_LABELS, IDENTITY_LABELS, List, NUMBER_LABELS, PASSPORT_LABELS, PHONE_LABELS,
        PLATE_LABELS,
    },
    meet,
    words::Text,
};

/// Words between a label and what it says.
const BETWEEN: [&str; 18] = [
    "so", "ma", "cua", "toi", "la", "ca", "nhan", "cu", "moi", "em", "me", "vo", "chong", "ngan",
    "hang", "dan", "cong", "vao",
];
/// Words of a sentence in which a label's plates stand.
const FAR: usize = 12;
/// The most of them.
const MOST_BETWEEN: usize = 5;
/// Fewer digits than these are no account.
const ACCOUNT: usize = 6;

/// Gives marks the kind that the words before them say, and adds what only those words show.
pub(super) fn apply(text: &Text, marks: &mut Vec<Mark>) {
    for at in 0..text.words.len() {
        let Some((len, kind)) = label(text, at) else { continue };
        if kind == Kind::Plate {
            plates(text, at + len, marks);
            continue;
        }
        let Some(first) = value(text, at + len, kind) else { continue };
        let start = text.words[first].range.start;
        if kind == Kind::Number {
            drop_label(text, at..first, marks);
        }
        let found = marks.iter_mut().find(|mark| mark.range.contains(&start));
        match found {
            Some(mark) if is_number(mark.kind) && kind != Kind::Passport => {
                mark.kind = kind;
            }
            Some(_) => {}
            None => marks.extend(labelled(text, first, kind)),
        }
    }
    marks.retain(|mark| mark.range.start < mark.range.end);
    let wider: Vec<Range<usize>> = marks.iter().map(|mark| whole(text, &mark.range)).collect();
    for (at, range) in wider.into_iter().enumerate() {
        let is_free =
            !marks.iter().enumerate().any(|(other, it)| other != at && meet(&it.range, &range));
        if is_free && marks[at].kind != Kind::Phone {
            marks[at].range = range;
        }
    }
    let longest = marks.clone();
    let is_within = |mark: &Mark| {
        let holds = |other: &Mark| {
            other.range.start <= mark.range.start && mark.range.end <= other.range.end
        };
        longest.iter().any(|other| other.range != mark.range && holds(other))
    };
    marks.retain(|mark| !is_within(mark));
}

/// "TK 1903 4262 8184 01": the label was taken for the letters of a passport.
fn drop_label(text: &Text, words: Range<usize>, marks: &mut Vec<Mark>) {
    let (label, first) = (text.range(words.clone()), words.end);
    let count = marks.len();
    marks.retain(|mark| !label.contains(&mark.range.start));
    if marks.len() == count {
        return;
    }
    let rest = text.words[first + 1..].iter();
    let more =
        rest.take_while(|word| word.is_number && matches!(word.gap, " " | "." | "-")).count();
    marks.push(Mark { range: text.range(first..first + 1 + more), kind: Kind::Number });
}

fn is_number(kind: Kind) -> bool {
    matches!(kind, Kind::Phone | Kind::Identity | Kind::Number)
}

/// The longest label at a place.
fn label(text: &Text, at: usize) -> Option<(usize, Kind)> {
    let lists: [(&List, Kind); 6] = [
        (&PLATE_LABELS, Kind::Plate),
        (&NUMBER_LABELS, Kind::Number),
        (&DOSSIER_LABELS, Kind::Dossier),
        (&IDENTITY_LABELS, Kind::Identity),
        (&PASSPORT_LABELS, Kind::Passport),
        (&PHONE_LABELS, Kind::Phone),
    ];
    let found = lists.into_iter().filter_map(|(list, kind)| Some((list.longest(text, at)?, kind)));
    found.max_by_key(|(len, _)| *len)
}

/// The word with digits that a label is about.
fn value(text: &Text, from: usize, kind: Kind) -> Option<usize> {
    for at in from..(from + MOST_BETWEEN).min(text.words.len()) {
        let word = &text.words[at];
        if word.gap.contains(['.', ',', ';', '!', '?', '\n']) {
            return None;
        }
        let has_digits = word.bare.chars().any(|letter| letter.is_ascii_digit());
        // "BN-20345" comes as two words.
        let joined = text.words.get(at + 1).is_some_and(|next| next.gap == "-" && next.is_number);
        if has_digits || joined && word.is_capital {
            return Some(at);
        }
        let is_bank = word.is_capital && kind == Kind::Number;
        if !BETWEEN.contains(&word.bare.as_str()) && !is_bank {
            return None;
        }
    }
    None
}

/// What a label shows to be a code or an account, though nothing else does.
fn labelled(text: &Text, first: usize, kind: Kind) -> Option<Mark> {
    let rest = &text.whole[text.words[first].range.start..];

    let len = rest.find(char::is_whitespace).unwrap_or(rest.len());
    let code = rest[..len].trim_end_matches(|letter: char| !letter.is_alphanumeric());
    let digits = code.chars().filter(char::is_ascii_digit).count();
    let range = text.words[first].range.start..text.words[first].range.start + code.len();
    let is_money = code.contains(['đ', 'Đ']) || follows_money(text, range.end);
    let is_right = match kind {
        Kind::Dossier => digits >= 3 && is_code(code),
        Kind::Number => digits >= ACCOUNT && !is_money && !code.contains('/'),
        Kind::Identity | Kind::Passport | Kind::Phone => digits >= 7 && !is_money,
        _ => false,
    };
    (is_right && !is_procedure(code) && !is_day(code)).then_some(Mark { range, kind })
}

/// Adds every plate in the sentence behind its label.
fn plates(text: &Text, from: usize, marks: &mut Vec<Mark>) {
    for word in text.words[from..].iter().take(FAR).take_while(|word| !word.gap.contains(". ")) {
        let start = word.range.start;
        let Some(len) = plate(&text.whole[start..]) else { continue };
        let range = start..start + len;
        if !marks.iter().any(|mark| meet(&mark.range, &range)) {
            marks.push(Mark { range, kind: Kind::Plate });
        }
    }
}

/// `51-k3 1686`: in small letters a plate only where its label says so.
fn plate(rest: &str) -> Option<usize> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let code = rest.strip_prefix(is_digit)?.strip_prefix(is_digit)?;
    let code = code
        .trim_start_matches(['-', ' ', '.'])
        .strip_prefix(|it: char| it.is_ascii_alphabetic())?;
    let code = code.strip_prefix(|it: char| it.is_ascii_alphanumeric()).unwrap_or(code);
    let code = code.trim_start_matches(['-', ' ', '.']);
    let len = code.find(|letter: char| !is_digit(letter) && letter != '.').unwrap_or(code.len());
    let digits = code[..len].chars().filter(|letter| is_digit(*letter)).count();
    (4..=5).contains(&digits).then_some(rest.len() - code.len() + len)
}

/// A receipt's code: digits with letters, or many digits.
fn is_code(code: &str) -> bool {
    let digits = code.chars().filter(char::is_ascii_digit).count();
    let has_letters = code.chars().any(char::is_alphabetic);
    let is_law = code.contains("NĐ") || code.contains("QĐ") || code.contains("TT");
    (has_letters || digits >= 5) && !is_law
}

/// `2.000004`, and the longer form with the office's code behind it.
fn is_procedure(code: &str) -> bool {
    let bytes = code.as_bytes();
    bytes.len() >= 8 && bytes[1] == b'.' && bytes[2..8].iter().all(u8::is_ascii_digit)
}

fn is_day(code: &str) -> bool {
    let parts: Vec<&str> = code.split(['/', '-', '.']).collect();
    let is_short = |part: &&str| (1..=2).contains(&part.len());
    let is_digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    (2..=3).contains(&parts.len()) && parts.iter().all(is_digits) && parts[..2].iter().all(is_short)
}

fn follows_money(text: &Text, end: usize) -> bool {
    let next = text.words.iter().find(|word| word.range.start >= end);
    next.is_some_and(|word| {
        ["dong", "d", "vnd", "trieu", "nghin", "ngan"].contains(&word.bare.as_str())
    })
}

/// The place with the letters that are written together with it: `GD4797912345678`.
fn whole(text: &Text, range: &Range<usize>) -> Range<usize> {
    let starts = |letter: &char| letter.is_ascii_uppercase();
    let before: usize = text.whole[..range.start]
        .chars()
        .rev()
        .take(4)
        .take_while(starts)
        .map(char::len_utf8)
        .sum();
    let begins = text.whole[..range.start - before].chars().next_back();
    let is_word = begins.is_none_or(|letter| !letter.is_alphanumeric());
    if (1..=3).contains(&before) && is_word {
        range.start - before..range.end
    } else {
        range.clone()
    }
}
