//! Lines of a file and their cells, however they were read.

use chrono::NaiveDate;
use domain::{Fault, fault::FileReason};

/// The most lines a file may have below its header.
pub const MOST_LINES: usize = 100_000;
/// The most columns a file may have.
pub const MOST_COLUMNS: usize = 64;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Words, as typed; nothing typed is the empty text.
    Text(String),
    /// A number that a spreadsheet keeps as a number.
    Number(f64),
    /// A number whose format shows it otherwise, and what it shows.
    Shown(f64, String),
    /// A part of a cell that was merged and begins in a column before.
    Spanned,
    /// A date that a spreadsheet keeps as a date.
    Date(NaiveDate),
    /// A formula that failed, and how the spreadsheet shows that.
    Broken(String),
}

/// One line, and its number as a spreadsheet counts: the first line of the file is 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The number.
    pub number: usize,
    /// The cells from the left.
    pub cells: Vec<Cell>,
}

impl Cell {
    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) | Self::Shown(_, text) => text.trim().is_empty(),
            Self::Spanned => true,
            Self::Number(_) | Self::Date(_) | Self::Broken(_) => false,
        }
    }

    /// How many bytes of text it holds.
    pub fn text_len(&self) -> usize {
        match self {
            Self::Text(text) | Self::Shown(_, text) | Self::Broken(text) => text.len(),
            Self::Number(_) | Self::Date(_) | Self::Spanned => 0,
        }
    }
}

/// Takes in a line, unless there are more than anyone would import.
pub(super) fn push(lines: &mut Vec<Line>, line: Line) -> Result<(), Fault> {
    if lines.len() > MOST_LINES {
        return Err(Fault::file(FileReason::TooManyLines(MOST_LINES)));
    }
    if line.cells.len() > MOST_COLUMNS {
        return Err(Fault::file(FileReason::TooManyColumns(MOST_COLUMNS)));
    }
    lines.push(line);
    Ok(())
}
