//! The cells of a sheet as people see them.

use std::io::{Read, Seek};

use calamine::{DataRef, ExcelDateTime, Style, Xlsx, XlsxError};
use chrono::NaiveDate;
use domain::{Fault, fault::FileReason};

use super::{
    bombs::MOST_TEXT,
    line::{Cell, Line, MOST_COLUMNS, push},
    shown::shown,
};

/// At most so many lines of a sheet as they stand in it, the first ones.
pub fn sheet_lines<RS: Read + Seek>(
    book: &mut Xlsx<RS>,
    name: &str,
    most: usize,
) -> Result<Vec<Line>, Fault> {
    let mut cells = book.worksheet_cells_reader(name).map_err(broken)?;
    let mut lines: Vec<Line> = Vec::new();
    let mut text = 0;
    while let Some((found, look)) = cells.next_cell_with_style_id().map_err(broken)? {
        let (row, column) = found.get_position();
        let Some(cell) = cell(found.get_value(), cells.styles().get(look)) else { continue };
        text += cell.text_len();
        if text > MOST_TEXT {
            return Err(Fault::file(FileReason::TooBigUnpacked));
        }
        if lines.len() == most && lines.last().is_some_and(|line| line.number != row as usize + 1) {
            break;
        }
        place(&mut lines, row, column, cell)?;
    }
    Ok(lines)
}

/// The refusal of a workbook that cannot be read.
pub fn broken(_: XlsxError) -> Fault {
    Fault::file(FileReason::BrokenWorkbook)
}

/// Puts a cell where it belongs; cells come from the top and the left.
fn place(lines: &mut Vec<Line>, row: u32, column: u32, cell: Cell) -> Result<(), Fault> {
    let number = row as usize + 1;
    let column = column as usize;
    if column >= MOST_COLUMNS {
        return Err(Fault::file(FileReason::TooManyColumns(MOST_COLUMNS)));
    }
    if lines.last().is_none_or(|line| line.number != number) {
        if lines.last().is_some_and(|line| line.number > number) {
            return Err(Fault::file(FileReason::BrokenWorkbook));
        }
        push(lines, Line { number, cells: Vec::new() })?;
    }
    if let Some(line) = lines.last_mut() {
        while line.cells.len() < column {
            line.cells.push(Cell::Text(String::new()));
        }
        line.cells.truncate(column);
        line.cells.push(cell);
    }
    Ok(())
}

/// What a cell holds, as its look shows it; nothing, if it is empty.
fn cell(value: &DataRef, look: Option<&Style>) -> Option<Cell> {
    let text = |text: &str| (!text.trim().is_empty()).then(|| Cell::Text(text.to_owned()));
    match value {
        DataRef::Empty => None,
        DataRef::String(words) => text(words),
        DataRef::SharedString(words) => text(words),
        DataRef::Int(number) => Some(numeral(*number as f64, look)),
        DataRef::Float(number) => Some(numeral(*number, look)),
        DataRef::Bool(truth) => Some(Cell::Text(truth.to_string())),
        DataRef::DateTime(moment) => Some(date(moment)),
        DataRef::DateTimeIso(moment) => text(moment.get(..10).unwrap_or(moment)),
        DataRef::DurationIso(span) => text(span),
        DataRef::Error(error) => Some(Cell::Broken(error.to_string())),
    }
}

/// A number, with what its format makes of it.
fn numeral(number: f64, look: Option<&Style>) -> Cell {
    let format = look.and_then(|look| look.number_format.as_ref());
    let text = format.and_then(|format| shown(number, &format.format_code));
    text.map_or(Cell::Number(number), |text| Cell::Shown(number, text))
}

/// The date of a cell; a time of day shown with it does not matter.
fn date(moment: &ExcelDateTime) -> Cell {
    let (year, month, day, ..) = moment.to_ymd_hms_milli();
    match NaiveDate::from_ymd_opt(year.into(), month.into(), day.into()) {
        Some(date) if moment.is_datetime() => Cell::Date(date),
        _ => Cell::Number(moment.as_f64()),
    }
}
