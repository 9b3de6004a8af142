//! What a kept ballot holds for each item, and how it is stored.

/// The slot of `na` in a row of six counts; levels 1–5 have the slots 0–4.
pub const NA_SLOT: usize = 5;

/// What a kept ballot holds for one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// Not answered.
    Blank,
    /// A level from 1 to 5.
    Level(u8),
    /// "Không áp dụng".
    NotApplicable,
}

impl Mark {
    /// Its slot among the six counts of a tally; a blank has none.
    pub fn slot(self) -> Option<usize> {
        match self {
            Self::Blank => None,
            Self::Level(level) => Some(usize::from(level) - 1),
            Self::NotApplicable => Some(NA_SLOT),
        }
    }

    fn nibble(self) -> u8 {
        match self {
            Self::Blank => 0,
            Self::Level(level) => level,
            Self::NotApplicable => 6,
        }
    }

    fn from_nibble(nibble: u8) -> Option<Self> {
        match nibble {
            0 => Some(Self::Blank),
            1..=5 => Some(Self::Level(nibble)),
            6 => Some(Self::NotApplicable),
            _ => None,
        }
    }
}

/// Marks as they are stored: two to a byte, in the order of the instrument's items.
pub fn pack(marks: &[Mark]) -> Vec<u8> {
    marks
        .chunks(2)
        .map(|pair| pair[0].nibble() | pair.get(1).map_or(0, |mark| mark.nibble() << 4))
        .collect()
}

/// The marks behind stored bytes; nothing, if the bytes are not ours.
pub fn unpack(bytes: &[u8]) -> Option<Vec<Mark>> {
    let mut marks = Vec::with_capacity(2 * bytes.len());
    for half in bytes.iter().flat_map(|byte| [byte & 15, byte >> 4]) {
        marks.push(Mark::from_nibble(half)?);
    }
    Some(marks)
}
