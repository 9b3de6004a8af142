//! Finding what tells who somebody is in free Vietnamese text, and writing a mark in its place.
//!
//! One pass over the letters for each of five kinds of pattern, none of which looks further than a
//! fixed number of letters ahead: the time grows with the length of the text and no faster.

mod codes;
mod email;
mod gap;
mod group;
mod letters;
mod numbers;
mod papers;
mod plain;
mod spelled;

use std::ops::Range;

use letters::Letter;

/// What was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A telephone number.
    Phone,
    /// A number of a citizen's identity card, old or new.
    Identity,
    /// An e-mail address.
    Email,
    /// A vehicle's number plate.
    Plate,
    /// The code of a dossier.
    Dossier,
    /// Another long number, such as a bank account's.
    Number,
}

/// Something to be masked, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
}

/// Everything to be masked, in the order of the text.
pub fn find(text: &str) -> Vec<Match> {
    let letters = letters::read(text);
    let mut found = email::find(&letters);
    for pass in [codes::find, papers::find, spelled::find, numbers::find] {
        for gap in gaps(&found, letters.len()) {
            found.extend(pass(&letters[gap.clone()]).into_iter().map(|it| it.after(gap.start)));
        }
        found.sort_by_key(|it| it.place.start);
    }
    let bytes = |place: Range<usize>| letters[place.start].start..letters[place.end - 1].end;
    found.into_iter().map(|it| Match { range: bytes(it.place), kind: it.kind }).collect()
}

/// The text with a mark in place of everything found.
pub fn masked<'a>(text: &str, mark: impl Fn(Kind) -> &'a str) -> String {
    let mut masked = String::with_capacity(text.len());
    let mut from = 0;
    for found in find(text) {
        masked.push_str(&text[from..found.range.start]);
        masked.push_str(mark(found.kind));
        from = found.range.end;
    }
    masked.push_str(&text[from..]);
    masked
}

/// Something found, by the numbers of its letters.
struct Hit {
    place: Range<usize>,
    kind: Kind,
}

impl Hit {
    fn after(self, start: usize) -> Self {
        Self { place: self.place.start + start..self.place.end + start, ..self }
    }
}

/// What lies between the hits: there the next pass looks, as if the text ended at both sides.
fn gaps(hits: &[Hit], len: usize) -> Vec<Range<usize>> {
    let ends = hits.iter().map(|hit| hit.place.end);
    let starts = hits.iter().map(|hit| hit.place.start);
    std::iter::once(0).chain(ends).zip(starts.chain([len])).map(|(from, to)| from..to).collect()
}

/// The letters as text, for look-ups among a few words.
fn word(letters: &[Letter]) -> String {
    letters.iter().flat_map(|letter| letter.is.to_lowercase()).collect()
}

#[cfg(test)]
mod tests;
