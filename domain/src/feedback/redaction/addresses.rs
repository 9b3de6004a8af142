//! Where somebody lives: a house, or places within a ward that together leave few.

use std::ops::Range;

use super::{
    lists::{AREAS, FLATS, HOUSE_WORDS, LANES, List, PLACES, SMALL_PLACES, STREET_WORDS, STREETS},
    words::{Text, Word, low},
};

/// A place, and whether it is somebody's home.
pub(super) struct Place {
    pub(super) range: Range<usize>,
    pub(super) is_home: bool,
}

/// What a part of an address is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    House,
    Lane,
    Street,
    Small,
    Flat,
    Area,
}

/// Before a number these make it no house.
const COUNTED: [&str; 17] = [
    "quay", "phong", "ngay", "thang", "nam", "lan", "tang", "thu", "tu", "cua", "thua", "dieu",
    "khoan", "ho", "phien", "xe", "hen",
];
/// Before an address these say that an office is there.
const OFFICES: [&str; 8] = ["ubnd", "nhánh", "cửa", "trường", "viện", "chợ", "hội", "trụ"];
/// Before an address these say that somebody lives there.
const HOMES: [&str; 14] = [
    "o", "ngu", "tru", "chi", "nha", "ve", "toi", "sang", "song", "ho", "gui", "den", "tai", "ong",
];
/// Where names end in a text that shows none by its letters.
const ENDS: [&str; 32] = [
    "di", "rat", "la", "chua", "da", "khong", "mong", "xin", "duoc", "bi", "cho", "ngap", "gui",
    "nhung", "va", "co", "nay", "qua", "giup", "sdt", "dien", "toi", "cccd", "nguoi", "gap",
    "phuong", "xa", "huyen", "tp", "khu", "ap", "to",
];

/// Every place with a number or two parts, in the order of the text.
pub(super) fn find(text: &Text) -> Vec<Place> {
    let mut places = Vec::new();
    let mut at = 0;
    while at < text.words.len() {
        let Some((end, parts)) = parts(text, at) else {
            at += 1;
            continue;
        };
        if let Some(is_home) = judge(text, at, &parts) {
            places.push(Place { range: text.range(at..end), is_home });
        }
        at = end;
    }
    places
}

/// The parts that follow each other, and where they end.
fn parts(text: &Text, start: usize) -> Option<(usize, Vec<Part>)> {
    let (mut end, first) = part(text, start)?;
    let mut parts = vec![first];
    while let Some(word) = text.words.get(end) {
        if !matches!(word.gap.trim(), "" | "," | "-") || word.gap.contains('\n') {
            break;
        }
        let Some((next, part)) = part(text, end).or_else(|| bare_street(text, end, &parts)) else {
            break;
        };
        parts.push(part);
        end = next;
    }
    Some((end, parts))
}

/// A street without the word for it behind a house's number.
fn bare_street(text: &Text, at: usize, parts: &[Part]) -> Option<(usize, Part)> {
    let is_behind = matches!(parts.last(), Some(Part::House | Part::Lane));
    let end = street(text, at).filter(|_| is_behind && text.words[at].gap == " ")?;
    Some((end, Part::Street))
}

/// Whether the parts are a home; nothing where they are no place to speak of.
fn judge(text: &Text, start: usize, parts: &[Part]) -> Option<bool> {
    let has = |part: Part| parts.contains(&part);
    let is_house = has(Part::House) || has(Part::Flat) && parts.len() > 1;
    let before: Vec<&str> = near(text, start).map(|word| word.bare.as_str()).collect();
    let lives = before.iter().take(4).any(|word| HOMES.contains(word));
    let is_small = has(Part::Small) || has(Part::Lane) || has(Part::Flat);
    let is_office = is_at_office(text, start);
    let numbered = parts.iter().filter(|part| **part == Part::Small).count() > 1;
    let is_home =
        is_house || is_small && parts.len() > 1 && (lives || numbered || starts(text, start));
    match parts[0] {
        Part::Area | Part::Street | Part::Small | Part::Flat if !is_home => None,
        _ => Some(is_home && !is_office),
    }
}

/// Whether nothing of the sentence, or only a name, stands before.
fn starts(text: &Text, start: usize) -> bool {
    text.words[start].is_first || text.words[start].gap.contains(',')
}

/// The words before a place within its sentence, the nearest first.
fn near<'a, 'b>(text: &'b Text<'a>, start: usize) -> impl Iterator<Item = &'b Word<'a>> {
    let mut ended = text.words[start].is_first && !text.words[start].gap.contains(':');
    text.before(start).take(6).take_while(move |word| {
        let goes_on = !ended;
        ended = word.is_first;
        goes_on
    })
}

/// "Bộ phận một cửa ở số 2", "Trụ sở tại số 15".
fn is_at_office(text: &Text, start: usize) -> bool {
    let known = |word: &Word| OFFICES.iter().any(|office| low(office) == word.low);
    if near(text, start).any(known) {
        return true;
    }
    let words: Vec<&str> = near(text, start).map(|word| word.bare.as_str()).collect();
    words.windows(2).any(|pair| matches!(pair, ["so", "tru"] | ["phong", "van"] | ["hoa", "van"]))
}

/// One part from a place on.
fn part(text: &Text, at: usize) -> Option<(usize, Part)> {
    if let Some(end) = house(text, at) {
        return Some((end, Part::House));
    }
    let (len, part) = lead(text, at)?;
    let mut next = at + len;
    next += usize::from(
        text.bare(next) == "so" && text.words.get(next + 1).is_some_and(|it| it.is_number),
    );
    let word = text.words.get(next).filter(|word| matches!(word.gap, " " | ". " | "."))?;
    let is_short = matches!(text.bare(at), "p" | "tp");
    if is_short && !text.words[at].is_capital && word.gap == " " {
        return None;
    }
    let end = match part {
        _ if word.is_number => next + 1,
        Part::Flat => flat(text, next)?,
        Part::Lane => return None,
        Part::Street => street(text, next)?,
        _ => proper(text, next, 2)?,
    };
    Some((end, part))
}

/// The longest words that lead to a part.
fn lead(text: &Text, at: usize) -> Option<(usize, Part)> {
    let lists: [(&List, Part); 5] = [
        (&FLATS, Part::Flat),
        (&LANES, Part::Lane),
        (&STREET_WORDS, Part::Street),
        (&SMALL_PLACES, Part::Small),
        (&AREAS, Part::Area),
    ];
    let found = lists.into_iter().filter_map(|(list, part)| Some((list.longest(text, at)?, part)));
    found.max_by_key(|(len, _)| *len)
}

/// `số nhà 12`, `số 12` or `12/4B` before a street, a lane or a hamlet.
fn house(text: &Text, at: usize) -> Option<usize> {
    if let Some(len) = HOUSE_WORDS.longest(text, at) {
        return text.words.get(at + len).filter(|word| word.is_number).map(|_| at + len + 1);
    }
    let is_said = text.bare(at) == "so";
    let number = at + usize::from(is_said);
    let word =
        text.words.get(number).filter(|word| word.is_number && is_house_number(&word.bare))?;
    if is_said && word.gap != " " || matches!(word.gap, "," | "." | "-") {
        return None;
    }
    let before = text.before(at).next().filter(|_| !text.words[at].is_first);
    if before.is_some_and(|word| COUNTED.contains(&word.bare.as_str())) {
        return None;
    }
    let next = text.words.get(number + 1)?;
    if !matches!(next.gap, " " | ", ") {
        return None;
    }
    let by_word = lead(text, number + 1)
        .is_some_and(|(_, it)| !matches!(it, Part::Flat | Part::Area))
        && part(text, number + 1).is_some();
    let by_name =
        next.gap == " " && street(text, number + 1).is_some() && is_street(text, number + 1);
    (by_word && (is_said || next.gap == " ") || by_name).then_some(number + 1)
}

fn is_house_number(number: &str) -> bool {
    let digits = number.split('/').next().unwrap_or_default();
    let is_short = digits.len() <= 5 && digits.starts_with(|it: char| it.is_ascii_digit());
    let is_sign = |letter: char| letter.is_ascii_alphanumeric() || letter == '/';
    let letters = number.chars().filter(|letter| letter.is_alphabetic()).count();
    let is_year = number.len() == 4 && !number.contains('/') && letters == 0;
    is_short && number.chars().all(is_sign) && letters < 2 && !is_year
}

/// Whether a street is named here, as capital letters or a list show.
fn is_street(text: &Text, at: usize) -> bool {
    let word = &text.words[at];
    let two = text.words.get(at + 1).is_some_and(|next| next.gap == " " && next.is_capital);
    let small = proper(text, at, 2).is_some() && !word.is_capital && is_known_place(text, at);
    small || word.is_capital && two || known_street(text, at).is_some()
}

fn is_known_place(text: &Text, at: usize) -> bool {
    text.words
        .get(at..at + 2)
        .is_some_and(|two| PLACES.has_bare(&format!("{} {}", two[0].bare, two[1].bare)))
}

fn known_street(text: &Text, at: usize) -> Option<usize> {
    (3..=4).rev().find_map(|len| {
        let words = text.words.get(at..at + len)?;
        let joined: Vec<&str> = words.iter().map(|word| word.bare.as_str()).collect();
        STREETS.has_bare(&joined.join(" ")).then_some(at + len)
    })
}

/// The name of a street.
fn street(text: &Text, at: usize) -> Option<usize> {
    known_street(text, at).or_else(|| proper(text, at, 2))
}

/// `C12.05`, `Bình Phú`.
fn flat(text: &Text, at: usize) -> Option<usize> {
    let word = text.words.get(at)?;
    let has_digits = word.bare.chars().any(|letter| letter.is_ascii_digit());
    let more = text.words.get(at + 1).is_some_and(|next| next.gap == "." && next.is_number);
    match has_digits {
        true => Some(at + 1 + usize::from(more)),
        false => proper(text, at, 2),
    }
}

/// A name of a place: words with capital letters, or so many words where letters show none.
fn proper(text: &Text, at: usize, small: usize) -> Option<usize> {
    let is_joined = |next: usize| next == at || text.words[next].gap == " ";
    let goes_on =
        |next: &usize| text.words.get(*next).is_some_and(|it| !it.is_number) && is_joined(*next);
    let capitals =
        (at..at + 4).take_while(|next| goes_on(next) && text.words[*next].is_capital).count();
    if capitals > 0 {
        return Some(at + capitals);
    }
    let has_capitals = text.words.iter().any(|word| word.is_capital && !word.is_first);
    let is_end = |next: usize| ENDS.contains(&text.words[next].bare.as_str());
    let words = (at..at + small).take_while(|next| goes_on(next) && !is_end(*next)).count();
    (!has_capitals && words == small).then_some(at + words)
}
