//! Finding what looks like personal data in Vietnamese text, at every place, and putting a neutral
//! word there before the text is published.
//!
//! Numbers, codes and addresses of letters come from the masker of comments, [`crate::people::mask`];
//! what is labelled ("số tài khoản", "biên nhận"), names and addresses of houses are found here. A
//! person confirms what is found: marks can be added and taken away.

mod addresses;
mod labels;
mod lists;
mod names;
mod words;

use std::ops::Range;

use crate::people::mask;
use words::Text;

/// Letters in which a telephone number ends.
const NEAR: usize = 40;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A telephone number.
    Phone,
    /// A number of a citizen's identity card, old or new.
    Identity,
    /// A number of a passport.
    Passport,
    /// A vehicle's number plate.
    Plate,
    /// A bank account, or another long number.
    Number,
    /// The code of a dossier, a receipt or an appointment.
    Dossier,
    /// An e-mail address, however its signs are written.
    Email,
    /// Somebody's name, without what they are called before it.
    Name,
    /// Where somebody lives.
    Address,
}

impl Kind {
    /// All of them, in their order.
    pub const ALL: [Self; 9] = [
        Self::Phone,
        Self::Identity,
        Self::Passport,
        Self::Plate,
        Self::Number,
        Self::Dossier,
        Self::Email,
        Self::Name,
        Self::Address,
    ];

    /// The name in JSON and in files.
    pub fn code(self) -> &'static str {
        match self {
            Self::Phone => "phone",
            Self::Identity => "identity",
            Self::Passport => "passport",
            Self::Plate => "plate",
            Self::Number => "number",
            Self::Dossier => "dossier",
            Self::Email => "email",
            Self::Name => "name",
            Self::Address => "address",
        }
    }

    /// The kind of this name.
    pub fn read(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// What stands in its place in a published text, which is Vietnamese.
    pub fn neutral(self) -> &'static str {
        match self {
            Self::Phone => "[số điện thoại]",
            Self::Identity => "[số giấy tờ tùy thân]",
            Self::Passport => "[số hộ chiếu]",
            Self::Plate => "[biển số xe]",
            Self::Number => "[dãy số]",
            Self::Dossier => "[mã hồ sơ]",
            Self::Email => "[địa chỉ e-mail]",
            Self::Name => "[họ tên]",
            Self::Address => "[địa chỉ]",
        }
    }
}

/// Something that looks like personal data, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Everything that looks like personal data, in the order of the text, no two over each other.
pub fn find(text: &str) -> Vec<Mark> {
    let read = Text::read(text);
    let mut marks: Vec<Mark> = mask::find(text).into_iter().map(|it| numbers(text, it)).collect();
    labels::apply(&read, &mut marks);
    let places = addresses::find(&read);
    let homes = places.iter().filter(|place| place.is_home).map(|place| place.range.clone());
    for home in homes {
        // What reaches beyond it is part of what is taken out.
        let met = || marks.iter().map(|mark| &mark.range).filter(|range| meet(range, &home));
        let start =
            met().map(|range| range.start).min().map_or(home.start, |it| it.min(home.start));
        let end = met().map(|range| range.end).max().map_or(home.end, |it| it.max(home.end));
        marks.retain(|mark| !meet(&mark.range, &home));
        marks.push(Mark { range: start..end, kind: Kind::Address });
    }
    let mut taken: Vec<Range<usize>> = marks.iter().map(|mark| mark.range.clone()).collect();
    taken.extend(places.into_iter().map(|place| place.range));
    let names = names::find(&read, &taken);
    marks.extend(names.into_iter().map(|range| Mark { range, kind: Kind::Name }));
    marks.sort_by_key(|mark| mark.range.start);
    // Two that were widened may meet.
    let mut apart: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        match apart.last_mut().filter(|before| mark.range.start < before.range.end) {
            Some(before) => before.range.end = before.range.end.max(mark.range.end),
            None => apart.push(mark),
        }
    }
    apart
}

/// The same for the name of a file, whose words are joined by dashes, dots and underscores.
pub fn find_in_file_name(name: &str) -> Vec<Mark> {
    let joins = |letter: char| matches!(letter, '_' | '+' | '-' | '.' | '(' | ')' | '~' | ',');
    let spaced: String =
        name.chars().map(|letter| if joins(letter) { ' ' } else { letter }).collect();
    let mut marks = find(&spaced);
    for mark in mask::find(name).into_iter().map(|it| numbers(name, it)) {
        if !marks.iter().any(|known| meet(&known.range, &mark.range)) {
            marks.push(mark);
        }
    }
    marks.sort_by_key(|mark| mark.range.start);
    marks
}

/// The text with a neutral word in place of every mark. Marks may come in any order, meet, or end
/// within a letter or beyond the text: more is taken out then, never less.
pub fn redact(text: &str, marks: &[Mark]) -> String {
    let mut sorted: Vec<Mark> = marks.iter().filter_map(|mark| within(text, mark)).collect();
    sorted.sort_by_key(|mark| (mark.range.start, mark.range.end));
    let mut redacted = String::with_capacity(text.len());
    let mut from = 0;
    for mark in sorted {
        if mark.range.end <= from {
            continue;
        }
        if mark.range.start >= from {
            redacted.push_str(&text[from..mark.range.start]);
            redacted.push_str(mark.kind.neutral());
        }
        from = mark.range.end;
    }
    redacted.push_str(&text[from..]);
    redacted
}

/// The mark with its ends between letters, if any of it lies in the text.
fn within(text: &str, mark: &Mark) -> Option<Mark> {
    let start =
        (0..=mark.range.start.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
    let end =
        (mark.range.end.min(text.len())..=text.len()).find(|at| text.is_char_boundary(*at))?;
    (start < end).then_some(Mark { range: start..end, kind: mark.kind })
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

fn numbers(text: &str, found: mask::Match) -> Mark {
    if let Some(phone) = behind_letters(text, &found) {
        return phone;
    }
    let kind = match found.kind {
        mask::Kind::Phone => Kind::Phone,
        mask::Kind::Identity if text[found.range.clone()].starts_with(char::is_alphabetic) => {
            Kind::Passport
        }
        mask::Kind::Identity => Kind::Identity,
        mask::Kind::Email => Kind::Email,
        mask::Kind::Plate => Kind::Plate,
        mask::Kind::Dossier => Kind::Dossier,
        mask::Kind::Number => Kind::Number,
    };
    Mark { range: found.range, kind }
}

/// "MY - 0770 - 259 - 856": the end of a name and a telephone number, not a passport's.
fn behind_letters(text: &str, found: &mask::Match) -> Option<Mark> {
    let is_lettered = text[found.range.clone()].starts_with(char::is_alphabetic);
    let first = text[found.range.clone()].find(|letter: char| letter.is_ascii_digit());
    let start =
        found.range.start + first.filter(|_| is_lettered && found.kind == mask::Kind::Identity)?;
    let near: String = text[start..].chars().take(NEAR).collect();
    let phone = mask::find(&near).into_iter().next()?;
    let is_phone = phone.kind == mask::Kind::Phone && phone.range.start == 0;
    let end = start + phone.range.end;
    (is_phone && end > found.range.end).then_some(Mark { range: start..end, kind: Kind::Phone })
}

#[cfg(test)]
mod tests;
