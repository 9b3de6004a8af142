//! The sheet of an XLSX file that holds the table, read so that no file can fill the memory.

use std::io::{Cursor, Read, Seek};

use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};
use chrono::NaiveDate;
use domain::{Fault, fault::FileReason};

use super::{
    bombs::{self, MOST_TEXT},
    choice,
    header::Column,
    line::{Cell, Line, MOST_COLUMNS, push},
    merged,
    shown::shown,
};

/// The lines of the sheet with the columns that hold something.
pub fn lines(bytes: &[u8], columns: &[Column]) -> Result<Vec<Line>, Fault> {
    let largest = bombs::refuse(bytes)?;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    let name = choice::choose(&mut book, largest, columns)?;
    let mut lines = sheet_lines(&mut book, &name, usize::MAX)?;
    let areas = book.merge_cells_by_sheet_name(&name).map_err(broken)?;
    let cells = lines.iter().flat_map(|line| &line.cells);
    let text: usize = cells.map(Cell::text_len).sum();
    merged::fill(&mut lines, &areas, MOST_TEXT.saturating_sub(text))?;
    Ok(lines)
}

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

fn broken(_: XlsxError) -> Fault {
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

#[cfg(test)]
mod tests {
    use std::io::Write;

    use rust_xlsxwriter::{ExcelDateTime, Format, Workbook};
    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn workbook(fill: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
        let mut book = Workbook::new();
        fill(book.add_worksheet());
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn cells_keep_their_kind_and_lines_their_numbers() {
        let bytes = workbook(|sheet| {
            let date = Format::new().set_num_format("dd/mm/yyyy");
            sheet.write(1, 0, "code").unwrap();
            sheet.write(4, 0, 2.0001).unwrap();
            let day = ExcelDateTime::from_ymd(2025, 7, 1).unwrap();
            sheet.write_with_format(4, 2, &day, &date).unwrap();
        });
        let day = NaiveDate::from_ymd_opt(2025, 7, 1).unwrap();
        let empty = || Cell::Text(String::new());
        assert_eq!(
            lines(&bytes, &[]).unwrap(),
            [
                Line { number: 2, cells: vec![Cell::Text("code".to_owned())] },
                Line { number: 5, cells: vec![Cell::Number(2.0001), empty(), Cell::Date(day)] },
            ]
        );
    }

    #[test]
    fn a_cell_far_away_costs_nothing() {
        let bytes = workbook(|sheet| {
            sheet.write(0, 0, "code").unwrap();
            sheet.write(1_048_575, 1, "last").unwrap();
        });
        assert_eq!(lines(&bytes, &[]).unwrap()[1].number, 1_048_576);
        let wide = workbook(|sheet| {
            sheet.write(0, 16_383, "far").unwrap();
        });
        assert_eq!(
            lines(&wide, &[]).unwrap_err().reason,
            FileReason::TooManyColumns(MOST_COLUMNS).into()
        );
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_read() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        archive.start_file("xl/sharedStrings.xml", SimpleFileOptions::default()).unwrap();
        let zeros = vec![0; 1024 * 1024];
        for _ in 0..129 {
            archive.write_all(&zeros).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(bytes.len() < 1024 * 1024);
        assert_eq!(lines(&bytes, &[]).unwrap_err().reason, FileReason::TooBigUnpacked.into());
        assert_eq!(
            lines(b"PK\x03\x04 no more", &[]).unwrap_err().reason,
            FileReason::BrokenWorkbook.into()
        );
    }
}
