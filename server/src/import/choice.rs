//! Which sheet of a workbook is meant: the first that people see and that has the columns.

use std::io::{Read, Seek};

use calamine::{Reader, Sheet, SheetType, SheetVisible, Xlsx};
use domain::{Fault, fault::FileReason};

use super::{
    bombs::MOST_UNPACKED,
    cells,
    header::{self, Column, Fit},
    line::Line,
};

/// The most sheets of a workbook.
const MOST_SHEETS: usize = 1000;
/// How many bytes of XML may be gone through, at worst, to find the sheet: several may be one part.
const MOST_SEARCHED: u64 = 4 * MOST_UNPACKED;

/// The name of the sheet to read. Where none has all columns it is the one with some, or the first
/// that is seen and not empty, so that the faults of its header are named.
///
/// `largest` is the size of the largest part, in bytes.
pub fn choose<RS: Read + Seek>(
    book: &mut Xlsx<RS>,
    largest: u64,
    columns: &[Column],
) -> Result<String, Fault> {
    let sheets = book.sheets_metadata();
    if sheets.len() > MOST_SHEETS {
        return Err(Fault::file(FileReason::TooBigUnpacked));
    }
    let tables = sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned();
    let (seen, hidden): (Vec<Sheet>, Vec<Sheet>) =
        tables.partition(|sheet| sheet.visible == SheetVisible::Visible);
    if let ([only], []) = (seen.as_slice(), hidden.as_slice()) {
        return Ok(only.name.clone());
    }
    let mut left = MOST_SEARCHED;
    let mut best: Option<(Fit, String)> = None;
    for sheet in seen {
        let Some(line) = first_line(book, &sheet.name, largest, &mut left)? else { continue };
        let fit = header::fit(&line, columns);
        if fit == Fit::Whole {
            return Ok(sheet.name);
        }
        if best.as_ref().is_none_or(|(found, _)| fit > *found) {
            best = Some((fit, sheet.name));
        }
    }
    for sheet in hidden {
        let line = first_line(book, &sheet.name, largest, &mut left)?;
        if line.is_some_and(|line| header::fit(&line, columns) == Fit::Whole) {
            return Err(Fault::file(FileReason::HiddenSheet).about(sheet.name));
        }
    }
    best.map(|(_, name)| name).ok_or(Fault::file(FileReason::EmptyFile))
}

/// The first line of a sheet; nothing, where it is empty or cannot be read.
fn first_line<RS: Read + Seek>(
    book: &mut Xlsx<RS>,
    name: &str,
    largest: u64,
    left: &mut u64,
) -> Result<Option<Line>, Fault> {
    *left = left.checked_sub(largest).ok_or(Fault::file(FileReason::TooBigUnpacked))?;
    let lines = cells::sheet_lines(book, name, 1).unwrap_or_default();
    Ok(lines.into_iter().next())
}
